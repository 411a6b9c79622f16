------------------------------- MODULE Notice -------------------------------
(***************************************************************************)
(* Receivers of notifications: who subscribes to what, what is raised and  *)
(* taken, and how a wait ends: by an event, by time, by DropAndWake, with  *)
(* the receiver, with its process.  TypeScript twin: kernel/micro          *)
(* (services/notice, notify.ts, tick.ts, settle.ts, end-process.ts).       *)
(* Claims: what each service leaves of every receiver, and who is woken    *)
(* with what, in which order: CAP-1, LIFE-3, AVL-1, MED-1.                 *)
(* Leaves out: receivers that are lent; objects, badges and processes that *)
(* are made later, and copies (Handles, Lifecycle); refusals of Close and  *)
(* Revoke (Handles); events of processes and threads; verdicts on all but  *)
(* Subscribe, SetEvent and GetEvent.                                       *)
(* One action is one step: no other thread sees its middle.                *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets, Effects

CONSTANTS
    Does, Lasts,             \* what thread t tries, Does[t], and the ticks that it waits, Lasts[t]
    Asks, Masks,             \* <<p, kind, id, mask>>: what p subscribes to; masks that are set
    FirstHandle, FirstMade,  \* the tables and the resources at first: user objects, badges
    Subscriptions, Ticks,    \* most entries of one receiver; most ticks that a wait has left
    Contexts, Initial        \* what the policy can remember, and remembers at first

VARIABLES
    handle,  \* handle[<<p, n>>]: the entry of number n in p's table
    made,    \* made[x]: the resource in place x
    wait,    \* wait[t]: the receiver that thread t waits for, and how many ticks are left
    context  \* what the policy remembers

vars == <<handle, made, wait, context>>

Subscription == [of : Place, id : {a[3] : a \in Asks}, mask : SUBSET Events, raised : SUBSET Events]
TypeOK ==
    /\ handle \in [Range(Slots) -> {Free} \cup [state : {"live", "revoked"}, of : Place,
                                                rights : SUBSET Rights, mark : Place \cup {None}]]
    /\ DOMAIN made = Place /\ context \in Contexts
    /\ \A x \in Place : \/ made[x] \in {Gone, FirstMade[x]}
                        \/ made[x].kind = "receiver" /\ made[x].subs \in Seq(Subscription)
    /\ wait \in [T -> {Ready, Over} \cup [state : {"waits"}, on : Place, left : 0..Ticks]]

Init ==
    handle = FirstHandle /\ made = FirstMade /\ wait = [t \in T |-> Ready] /\ context = Initial
----------------------------------------------------------------------------
Now == [handle |-> handle, made |-> made, wait |-> wait, told |-> <<>>]
\* All becomes as in the world w, once the action was answered; told are the waits that end by it.
Becomes(w, c, told) ==
    /\ \A i \in DOMAIN told : wait[told[i][1]].state = "waits"  \* first, as it costs little
    /\ LET j == Judged(c, w.told, <<>>) IN told = j.told /\ context' = j.context
    /\ handle' = w.handle /\ made' = w.made /\ wait' = w.wait
\* Thread t calls a service, on number n of its table.  CAP-1.  TS: kernel/micro/services/notice.
Same       == UNCHANGED vars
Can(t)     == wait[t] = Ready
Slot(t, n) == <<Owner[t], n>>
At(t, n)   == IF n = 0 THEN Kernel ELSE handle[Slot(t, n)]
Bad(t, n)  == Can(t) /\ At(t, n) = Free
Has(t, n)  == Can(t) /\ At(t, n) # Free
Dead(t, n) == Can(t) /\ At(t, n).state = "revoked"
Live(t, n) == Can(t) /\ At(t, n).state = "live"
Is(t, n, kind)    == Live(t, n) /\ made[At(t, n).of].kind = kind
IsNot(t, n, kind) == Live(t, n) /\ made[At(t, n).of].kind # kind
Subs(t, n) == made[At(t, n).of].subs
Keeps(t, n, subs) == made' = [made EXCEPT ![At(t, n).of] = Receiver(subs)] /\ UNCHANGED handle
Unused(t)  == {n \in 1..Numbers[Owner[t]] : At(t, n) = Free}
Unmade(t)  == {i \in 1..Share : made[<<Owner[t], i>>] = Gone}
Create_ResourcesFull(t) == Can(t) /\ Unmade(t) = {} /\ Same
Create_TableFull(t)     == Can(t) /\ Unmade(t) # {} /\ Unused(t) = {} /\ Same
Create(t, n) == LET r == <<Owner[t], Least(Unmade(t))>> IN
    /\ Can(t) /\ Unmade(t) # {} /\ n \in Unused(t) /\ n = Least(Unused(t))
    /\ made' = [made EXCEPT ![r] = Receiver(<<>>)]
    /\ handle' = [handle EXCEPT ![Slot(t, n)] = Entry(r, Rights, None)] /\ UNCHANGED <<wait, context>>
\* To its receiver n it adds what number k names.
Asked(t, n, k) == Has(t, n) /\ Has(t, k) /\ Grants(context, "Subscribe", {})
Found(t, n, k) == Asked(t, n, k) /\ Is(t, n, "receiver")
Able(t, n, k)  == Found(t, n, k) /\ Live(t, k) /\ "getEvent" \in At(t, k).rights
AsksFor(t, k)  == {a \in Asks : a[1] = Owner[t] /\ a[2] = made[At(t, k).of].kind}
Subscribe_BadHandle(t, n, k)     == (Bad(t, n) \/ Bad(t, k)) /\ Same
Subscribe_Denied(t, n, k)        == Has(t, n) /\ Has(t, k) /\ ~Asked(t, n, k) /\ Same
Subscribe_HandleRevoked(t, n, k) == Asked(t, n, k) /\ (Dead(t, n) \/ (Dead(t, k) /\ Found(t, n, k))) /\ Same
Subscribe_WrongType(t, n, k)     == Asked(t, n, k) /\ IsNot(t, n, "receiver") /\ Same
Subscribe_RightsMissing(t, n, k) == Found(t, n, k) /\ Live(t, k) /\ ~Able(t, n, k) /\ Same
Subscribe_InvalidArgument(t, n, k)   == Able(t, n, k) /\ Same  \* to no event
Subscribe_SubscriptionsFull(t, n, k) ==
    Able(t, n, k) /\ AsksFor(t, k) # {} /\ Len(Subs(t, n)) >= Subscriptions /\ Same
Subscribe(t, n, k, i, m) ==
    /\ Able(t, n, k) /\ <<Owner[t], made[At(t, k).of].kind, i, m>> \in Asks
    /\ Len(Subs(t, n)) < Subscriptions /\ UNCHANGED <<wait, context>>
    /\ Keeps(t, n, Append(Subs(t, n), [of |-> At(t, k).of, id |-> i, mask |-> m, raised |-> {}]))
\* From its receiver n it takes the entries of id i.
Rest(t, n, i) == SelectSeq(Subs(t, n), LAMBDA s : s.id # i)
Unsubscribe_BadHandle(t, n)      == Bad(t, n) /\ Same
Unsubscribe_HandleRevoked(t, n)  == Dead(t, n) /\ Same
Unsubscribe_WrongType(t, n)      == IsNot(t, n, "receiver") /\ Same
Unsubscribe_NameUnknown(t, n, i) == Is(t, n, "receiver") /\ Rest(t, n, i) = Subs(t, n) /\ Same
Unsubscribe(t, n, i)             == /\ Is(t, n, "receiver") /\ Rest(t, n, i) # Subs(t, n)
                                    /\ Keeps(t, n, Rest(t, n, i)) /\ UNCHANGED <<wait, context>>
\* From its receiver n it takes the oldest event, or waits for one.
Empty(t, n) == Is(t, n, "receiver") /\ Raised(Subs(t, n)) = {}
Takes(t, n) == Is(t, n, "receiver") /\ ~Empty(t, n) /\ Keeps(t, n, Taken(Subs(t, n))) /\ UNCHANGED wait
GetEvent_BadHandle(t, n)     == Bad(t, n) /\ Same
GetEvent_HandleRevoked(t, n) == Dead(t, n) /\ Same
GetEvent_WrongType(t, n)     == IsNot(t, n, "receiver") /\ Same
GetEvent_TimedOut(t, n)      == Empty(t, n) /\ Same  \* where no time was given
GetEvent_Denied(t, n) ==  \* what was taken is not told
    Takes(t, n) /\ ~Grants(context, "GetEvent", Oldest(Subs(t, n)).raised) /\ UNCHANGED context
GetEvent_Blocks(t, n, k)     == /\ Empty(t, n) /\ UNCHANGED <<handle, made, context>>
    /\ wait' = [wait EXCEPT ![t] = [state |-> "waits", on |-> At(t, n).of, left |-> k]]
GetEvent(t, n, i, m) == /\ Takes(t, n) /\ i = Oldest(Subs(t, n)).id /\ m = Oldest(Subs(t, n)).raised
                        /\ Grants(context, "GetEvent", m) /\ context' = After(context, "GetEvent", m)
\* The provider of an object says that something has happened to it.
Sets(t, n) == Has(t, n) /\ Grants(context, "SetEvent", {})
May(t, n)  == Sets(t, n) /\ Is(t, n, "object") /\ "setEvent" \in At(t, n).rights
SetEvent_BadHandle(t, n)       == Bad(t, n) /\ Same
SetEvent_Denied(t, n)          == Has(t, n) /\ ~Sets(t, n) /\ Same
SetEvent_HandleRevoked(t, n)   == Sets(t, n) /\ Dead(t, n) /\ Same
SetEvent_WrongType(t, n)       == Sets(t, n) /\ IsNot(t, n, "object") /\ Same
SetEvent_RightsMissing(t, n)   == Sets(t, n) /\ Is(t, n, "object") /\ ~May(t, n) /\ Same
SetEvent_InvalidArgument(t, n) == May(t, n) /\ Same  \* no event, or one of the kernel's
SetEvent(t, n, m, told)        == May(t, n) /\ Becomes(Notify(Now, At(t, n).of, m), context, told)
\* Its receiver n has no entries, and nobody waits for it.
Drop_BadHandle(t, n)     == Bad(t, n) /\ Same
Drop_HandleRevoked(t, n) == Dead(t, n) /\ Same
Drop_WrongType(t, n)     == IsNot(t, n, "receiver") /\ Same
Drop(t, n, told) ==
    Is(t, n, "receiver") /\ Becomes(Dropped(Now, At(t, n).of), After(context, "Drop", {}), told)
\* Number n is closed, or revoked with what was lent of it.  TS: kernel/micro/services/handle.
Close(t, n, told)  == Has(t, n) /\ Becomes(Closed(Now, Slot(t, n)), context, told)
Revoke(t, n, told) == Live(t, n) /\ Becomes(RevokedAt(Now, Slot(t, n)), context, told)
\* The process of thread t ends by an exception.  LIFE-3.  TS: kernel/micro/trap.ts.
Trap(t, told) == Can(t) /\ Becomes(Ended(Now, Owner[t]), context, told)
Tick(told) == Becomes(Ticked(Now, Threads), context, told)  \* TS: kernel/micro/tick.ts

----------------------------------------------------------------------------
ToldBy(w) == Judged(context, w.told, <<>>).told
IdsOf(t)  == {a[3] : a \in {a \in Asks : a[1] = Owner[t]}}
Subscribing(t, n, k) ==
    \/ Subscribe_BadHandle(t, n, k) \/ Subscribe_Denied(t, n, k) \/ Subscribe_WrongType(t, n, k)
    \/ Subscribe_HandleRevoked(t, n, k) \/ Subscribe_RightsMissing(t, n, k)
    \/ Subscribe_InvalidArgument(t, n, k) \/ Subscribe_SubscriptionsFull(t, n, k)
    \/ \E a \in Asks : a[1] = Owner[t] /\ Subscribe(t, n, k, a[3], a[4])
Unsubscribing(t, n) ==
    \/ Unsubscribe_BadHandle(t, n) \/ Unsubscribe_HandleRevoked(t, n) \/ Unsubscribe_WrongType(t, n)
    \/ \E i \in IdsOf(t) : Unsubscribe_NameUnknown(t, n, i) \/ Unsubscribe(t, n, i)
Getting(t, n) ==
    \/ GetEvent_BadHandle(t, n) \/ GetEvent_HandleRevoked(t, n) \/ GetEvent_WrongType(t, n)
    \/ GetEvent_TimedOut(t, n) \/ GetEvent_Denied(t, n)
    \/ \E k \in Lasts[t] : GetEvent_Blocks(t, n, k)
    \/ \E i \in IdsOf(t), m \in SUBSET Events : GetEvent(t, n, i, m)
Setting(t, n) ==
    \/ SetEvent_BadHandle(t, n) \/ SetEvent_Denied(t, n) \/ SetEvent_HandleRevoked(t, n)
    \/ SetEvent_WrongType(t, n) \/ SetEvent_RightsMissing(t, n) \/ SetEvent_InvalidArgument(t, n)
    \/ \E m \in Masks : SetEvent(t, n, m, ToldBy(Notify(Now, At(t, n).of, m)))
Dropping(t, n) == Drop_BadHandle(t, n) \/ Drop_HandleRevoked(t, n) \/ Drop_WrongType(t, n)
Tries(t, n) ==
    \/ "Create" \in Does[t] /\ Create(t, n)
    \/ "Subscribe" \in Does[t] /\ \E k \in 0..Numbers[Owner[t]] : Subscribing(t, n, k)
    \/ "Unsubscribe" \in Does[t] /\ Unsubscribing(t, n)
    \/ "GetEvent" \in Does[t] /\ Getting(t, n)
    \/ "SetEvent" \in Does[t] /\ Setting(t, n)
    \/ "Drop" \in Does[t] /\ (Dropping(t, n) \/ Drop(t, n, ToldBy(Dropped(Now, At(t, n).of))))
    \/ "Close" \in Does[t] /\ Close(t, n, ToldBy(Closed(Now, Slot(t, n))))
    \/ "Revoke" \in Does[t] /\ Revoke(t, n, ToldBy(RevokedAt(Now, Slot(t, n))))
Next == Tick(ToldBy(Ticked(Now, Threads))) \/ \E t \in T :
    \/ \E n \in 1..Numbers[Owner[t]] : Tries(t, n)
    \/ "Create" \in Does[t] /\ (Create_ResourcesFull(t) \/ Create_TableFull(t))
    \/ "Trap" \in Does[t] /\ Trap(t, ToldBy(Ended(Now, Owner[t])))
Spec == Init /\ [][Next]_vars
----------------------------------------------------------------------------
Receivers  == {r \in Place : made[r].kind = "receiver"}
Of(r)      == made[r].subs
On(r, x, e) == {i \in DOMAIN Of(r) : Of(r)[i].of = x /\ e \in Of(r)[i].mask}
\* There is what some live entry names or bears, and nothing else is named.
MadeIsHeld == \A x \in Place : made[x] # Gone <=> Held(Now, x) \/ Borne(Now, x)
\* AVL-1: what counts is there, only that is raised; of what is gone an entry stands to tell it.
CountsWhatIs == \A r \in Receivers : Len(Of(r)) <= Subscriptions /\ \A s \in Range(Of(r)) :
    IF s.mask = {} THEN s.raised # {} ELSE made[s.of] # Gone /\ s.raised \subseteq s.mask
\* Nobody waits where something is raised, nor for the receiver of another.
WaitsForNothing == \A t \in T : wait[t].state = "waits" => LET r == wait[t].on IN
    r \in Receivers /\ r[1] = Owner[t] /\ Raised(Of(r)) = {}
\* What happens to x is raised or told, once for each entry that counts it, and to nobody else.
NoneLost == \A x \in Place, e \in Events : LET w == Notify(Now, x, {e}) IN \A r \in Receivers :
    LET got == {i \in DOMAIN w.told : WaitsFor(Now, w.told[i][1], r)} IN
    /\ Cardinality(got) + Cardinality(Raised(w.made[r].subs)) = Cardinality(Raised(Of(r)) \cup On(r, x, e))
    /\ \A i \in got : \E j \in On(r, x, e) : w.told[i][2] = <<"event", Of(r)[j].id, {e}>>
\* No wait outlasts its time.
EndsInTime == \A t \in T : LET w == TicksLater(Now, Ticks) IN
    wait[t].state = "waits" /\ w.wait[t].state = "waits" => wait[t].left = Forever
\* LIFE-3: of a process that has ended there is nothing.
OverHasNothing == \A t \in T : wait[t] = Over =>
    /\ \A y \in Range(Slots) : y[1] = Owner[t] => handle[y] = Free
    /\ \A x \in Place : x[1] = Owner[t] => made[x] = Gone
\* Each must be violated: its outcome can happen.
ReachMerged   == \A r \in Receivers : \A s \in Range(Of(r)) : Cardinality(s.raised) < 2
ReachTold     == \A r \in Receivers : \A s \in Range(Of(r)) : s.mask # {}
ReachUnheld   == \A r \in Receivers : \A s \in Range(Of(r)) : s.mask # {} =>
                     \E y \in Range(Slots) : y[1] = r[1] /\ handle[y] # Free /\ handle[y].of = s.of
ReachTwoWait  == \A r \in Receivers : Len(Waiters(Now, r)) < 2
ReachBorne    == \A x \in Place : made[x] # Gone => Held(Now, x)
ReachAlarm    == context = Initial
============================================================================
