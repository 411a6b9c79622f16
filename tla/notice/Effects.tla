------------------------------ MODULE Effects ------------------------------
(***************************************************************************)
(* What receivers are told when something happens to a resource, and what  *)
(* goes when a handle is closed or revoked, a process ends, or a tick      *)
(* passes: as functions of a world w of the tables w.handle, the resources *)
(* w.made, the waits w.wait, and of w.told, what threads whose waits have  *)
(* ended are told, in order.  TypeScript twin: kernel/micro (notify.ts,    *)
(* destroy.ts, let-go.ts, end-process.ts, tick.ts, settle.ts).             *)
(***************************************************************************)
EXTENDS Naturals, Sequences

CONSTANTS
    Processes, Threads,  \* sequences, in the kernel's order
    Owner,               \* Owner[t]: the process of thread t
    Numbers, Share,      \* Numbers[p]: most handles of p; most resources of any process
    Grants(_, _, _),     \* Grants(context, method, events): the verdict of the policy
    After(_, _, _)       \* After(context, method, events): what it remembers after a grant

None  == <<>>                \* no mark
Free  == [state |-> "free"]  \* a number without an entry
Gone  == [kind |-> "none"]   \* a place without a resource
Ready == [state |-> "ready"]
Over  == [state |-> "over"]    \* of a thread whose process has ended
Forever == 0                   \* in place of the ticks that a wait has left
Rights  == {"getEvent", "setEvent"}
Events  == {"news", "alarm", "gone", "subtree"}  \* two of an object's provider, two of the kernel
Entry(x, rights, mark) == [state |-> "live", of |-> x, rights |-> rights, mark |-> mark]
Kernel                 == Entry(None, {}, None)  \* number 0 of every table
Receiver(subs)         == [kind |-> "receiver", subs |-> subs]

Range(s) == {s[i] : i \in DOMAIN s}
Least(S) == CHOOSE n \in S : \A m \in S : n <= m
RECURSIVE Pairs(_, _)
Pairs(ps, N) == IF ps = <<>> THEN <<>>
                ELSE [n \in 1..N[Head(ps)] |-> <<Head(ps), n>>] \o Pairs(Tail(ps), N)
T      == Range(Threads)
Slots  == Pairs(Processes, Numbers)                           \* a process and a number of its table
Places == Pairs(Processes, [p \in Range(Processes) |-> Share])  \* a resource: its maker, and which
Place  == Range(Places)
ASSUME /\ DOMAIN Owner = T /\ DOMAIN Numbers = Range(Processes)
       /\ \A t \in T : Owner[t] \in Range(Processes)

\* The entries of a receiver.  What is destroyed counts no more, and stands until that is taken.
Stands(s)    == s.mask # {} \/ s.raised # {}
Raised(subs) == {i \in DOMAIN subs : subs[i].raised # {}}
Oldest(subs) == subs[Least(Raised(subs))]
Taken(subs)  == SelectSeq([subs EXCEPT ![Least(Raised(subs))].raised = {}], Stands)
Hears(s, x, e) == IF s.of # x THEN s ELSE [s EXCEPT !.raised = @ \cup (s.mask \cap e),
                                                    !.mask = IF "gone" \in e THEN {} ELSE @]
Heard(subs, x, e) == SelectSeq([i \in DOMAIN subs |-> Hears(subs[i], x, e)], Stands)

\* Waits that end, in the order of the threads.
WaitsFor(w, t, r)  == w.wait[t].state = "waits" /\ w.wait[t].on = r
Waiters(w, r)      == SelectSeq(Threads, LAMBDA t : WaitsFor(w, t, r))
Ends(w, t, answer) == [w EXCEPT !.wait[t] = Ready, !.told = Append(@, <<t, answer>>)]
RECURSIVE Woken(_, _)
Woken(w, r) == LET ts == Waiters(w, r) IN
    IF ts = <<>> THEN w ELSE Woken(Ends(w, Head(ts), <<"woken">>), r)
RECURSIVE HandOut(_, _)
HandOut(w, r) ==  \* who waits for the receiver r takes what it has, one entry each
    LET ts == Waiters(w, r)  subs == w.made[r].subs IN
    IF ts = <<>> \/ Raised(subs) = {} THEN w
    ELSE LET s == Oldest(subs) IN
         HandOut(Ends([w EXCEPT !.made[r].subs = Taken(subs)],
                      Head(ts), <<"event", s.id, s.raised>>), r)

\* The events e happen to x: of the receivers rs, each is told.
RECURSIVE Tell(_, _, _, _)
Tell(w, x, e, rs) == IF rs = <<>> THEN w ELSE
    LET r == Head(rs)  subs == Heard(w.made[r].subs, x, e) IN
    Tell(IF subs = w.made[r].subs THEN w ELSE HandOut([w EXCEPT !.made[r].subs = subs], r),
         x, e, Tail(rs))
Notify(w, x, e) == Tell(w, x, e, SelectSeq(Places, LAMBDA r : w.made[r].kind = "receiver"))

\* A resource that nobody holds is destroyed; a badge stays while some handle bears it.
Held(w, x)  == \E y \in DOMAIN w.handle : w.handle[y].state = "live" /\ w.handle[y].of = x
Borne(w, g) == \E y \in DOMAIN w.handle : w.handle[y].state = "live" /\ w.handle[y].mark = g
Destroy(w, x) == IF w.made[x] = Gone \/ Held(w, x) \/ Borne(w, x) THEN w
                 ELSE Notify([Woken(w, x) EXCEPT !.made[x] = Gone], x, {"gone"})

\* The entries ys were closed or revoked, which leaves the tables h.
RECURSIVE Unborne(_, _), Unheld(_, _)
Unborne(w, gs) == IF gs = {} THEN w ELSE
    LET g == CHOOSE g \in gs : TRUE IN
    Unborne(IF Borne(w, g) THEN w ELSE Destroy(Notify(w, g, {"subtree"}), g), gs \ {g})
Unheld(w, xs) == IF xs = <<>> THEN w ELSE Unheld(Destroy(w, Head(xs)), Tail(xs))
LetGo(w, h, ys) ==
    LET es    == [i \in DOMAIN ys |-> w.handle[ys[i]]]
        marks == {e.mark : e \in {e \in Range(es) : e.state = "live"}} \ {None}
    IN Unheld(Unborne([w EXCEPT !.handle = h], marks), [i \in DOMAIN es |-> es[i].of])

\* The tables h without the entries ys, and with them revoked.
Without(h, ys) == [y \in DOMAIN h |-> IF y \in ys THEN Free ELSE h[y]]
Revoked(h, ys) == [y \in DOMAIN h |-> IF y \in ys THEN [h[y] EXCEPT !.state = "revoked"] ELSE h[y]]
LiveTo(w, X)   == SelectSeq(Slots, LAMBDA y : w.handle[y].state = "live" /\ w.handle[y].of \in X)

\* Entry y is closed; if it is revoked, and its holder the maker, so is all that the maker has lent.
Closed(w, y) == LetGo(w, Without(w.handle, {y}), <<y>>)
RevokedAt(w, y) ==
    LET x     == w.handle[y].of
        below == IF x[1] # y[1] THEN <<>> ELSE SelectSeq(LiveTo(w, {x}), LAMBDA z : z # y)
    IN LetGo(w, Without(Revoked(w.handle, Range(below)), {y}), below \o <<y>>)

\* The receiver r has no entries, and nobody waits for it.
Dropped(w, r) == Woken([w EXCEPT !.made[r].subs = <<>>], r)

\* The process p ends: it waits for nothing, holds nothing, and what it has made is no more.  LIFE-3.
Ended(w, p) ==
    LET mine == SelectSeq(Slots, LAMBDA y : y[1] = p /\ w.handle[y] # Free)
        over == [w EXCEPT !.wait = [t \in DOMAIN @ |-> IF Owner[t] = p THEN Over ELSE @[t]]]
        v    == LetGo(over, Without(w.handle, Range(mine)), mine)
        left == {x \in DOMAIN v.made : x[1] = p /\ v.made[x] # Gone}
        bare == [y \in DOMAIN v.handle |-> IF v.handle[y] # Free /\ v.handle[y].mark \in left
                                           THEN [v.handle[y] EXCEPT !.mark = None] ELSE v.handle[y]]
    IN LetGo(v, Revoked(bare, Range(LiveTo(v, left))), LiveTo(v, left))

\* A tick passes: of the threads ts, whose time is over is told so.
RECURSIVE Ticked(_, _)
Ticked(w, ts) == IF ts = <<>> THEN w ELSE
    LET t == Head(ts)  k == w.wait[t] IN
    Ticked(IF k.state # "waits" \/ k.left = Forever THEN w
           ELSE IF k.left = 1 THEN Ends(w, t, <<"timedOut">>)
           ELSE [w EXCEPT !.wait[t].left = @ - 1], Tail(ts))
RECURSIVE TicksLater(_, _)
TicksLater(w, n) == IF n = 0 THEN w ELSE TicksLater(Ticked(w, Threads), n - 1)

\* What they are told is judged, one after the other, from the context c on.  MED-1.
RECURSIVE Judged(_, _, _)
Judged(c, todo, told) == IF todo = <<>> THEN [context |-> c, told |-> told] ELSE
    LET t == Head(todo)[1]  a == Head(todo)[2]  m == IF a[1] = "event" THEN a[3] ELSE {} IN
    IF Grants(c, "GetEvent", m)
    THEN Judged(After(c, "GetEvent", m), Tail(todo), Append(told, <<t, a>>))
    ELSE Judged(c, Tail(todo), Append(told, <<t, <<"denied">>>>))
============================================================================
