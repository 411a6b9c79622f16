------------------------------ MODULE Channels ------------------------------
(***************************************************************************)
(* Channels that are made while both sides run: a client asks a server for *)
(* one, which learns of it, accepts or drops; and handles of objects that  *)
(* can be called.  Calls and receptions over one of them.                  *)
(* TypeScript twin: kernel/micro (services/cm, services/handle/close.ts,   *)
(* call.ts, recv.ts, route.ts, let-go.ts, end-process.ts).                 *)
(* Claims: what each leaves behind, in every state: IPC-1, IPC-2, CAP-1,   *)
(* LIFE-3.                                                                 *)
(* Leaves out: what the module Ipc has (verdicts on calls, errors, limits  *)
(* of time and interrupts), handles that are copied or lent, full tables,  *)
(* the audit log, boot.                                                    *)
(* One action is one step: no other process sees its middle.               *)
(***************************************************************************)
EXTENDS Roads

CONSTANTS
    Asks,      \* pairs <<client, server>>: who may ask whom for a channel
    Service,   \* names of services
    Filter,    \* Filter[f]: the services whose names begin with f
    Ids,       \* numbers that servers give to channels
    Traps,     \* processes that may fault
    Grants(_)  \* Grants(id): may a client learn of a channel of this number

ASSUME /\ P = {Order[i] : i \in 1..Len(Order)}
       /\ Channel \cup Object \cup Asks \subseteq P \X P /\ Traps \subseteq P
       /\ \A f \in DOMAIN Filter : Filter[f] \subseteq Service

Ends3 == {"open", "closed", "revoked"}
TypeOK ==
    /\ wait \in [P -> {Ready, Dead} \cup ({"asking"} \X P \X Service \X BOOLEAN)
                      \cup ({"listening"} \X DOMAIN Filter) \cup ({"receiving"} \X Over)
                      \cup ({"calling", "awaiting"} \X Road)]
    /\ serving \in [P -> {None} \cup (P \X Road)]
    /\ DOMAIN queue = P /\ \A p \in P : queue[p] \in Seq(P)
    /\ channel \in [Made -> [to : P \cup {"nobody"}, client : Ends3, server : Ends3]]
    /\ object \in [Object -> Ends3]

Init ==
    /\ wait = [p \in P |-> Ready] /\ serving = [p \in P |-> None] /\ queue = [p \in P |-> <<>>]
    /\ channel = [c \in Made |-> Free] /\ object = [o \in Object |-> "open"]

----------------------------------------------------------------------------
\* Client p asks q for service v.  TS: kernel/micro/services/cm/connect.ts.

Unmade(p)    == {i \in 1..Places : channel[<<p, i>>] = Free}
MayAsk(p, q) == wait[p] = Ready /\ <<p, q>> \in Asks /\ wait[q] # Dead
Asked(p, q)  == MayAsk(p, q) /\ Unmade(p) # {}
Hears(q, v)  == wait[q][1] = "listening" /\ v \in Filter[wait[q][2]]

Connect_NameUnknown(p)      == wait[p] = Ready /\ Same
Connect_InvalidArgument(p)  == wait[p] = Ready /\ Same  \* p itself
Connect_NotConnected(p, q)  == wait[p] = Ready /\ <<p, q>> \in Asks /\ wait[q] = Dead /\ Same
Connect_ResourcesFull(p, q) == MayAsk(p, q) /\ Unmade(p) = {} /\ Same
Connect_TimedOut(p, q)      == Asked(p, q) /\ Same  \* without any time
Connect_Wait(p, q, v) ==
    /\ Asked(p, q) /\ ~Hears(q, v) /\ wait' = [wait EXCEPT ![p] = <<"asking", q, v, FALSE>>]
    /\ UNCHANGED <<serving, queue, channel, object>>
Connect_Told(p, q, v) ==  \* q, which listens, is told
    /\ Asked(p, q) /\ Hears(q, v)
    /\ wait' = [wait EXCEPT ![p] = <<"asking", q, v, TRUE>>, ![q] = Ready]
    /\ UNCHANGED <<serving, queue, channel, object>>

\* Server p learns of a client, drops it, or accepts.  TS: services/cm (listen.ts, drop.ts, accept.ts).
Unlisted(p, f) == {q \in P : Asking(q, p) /\ ~wait[q][4] /\ wait[q][3] \in Filter[f]}
Knows(p, q, v) == wait[p] = Ready /\ Asking(q, p) /\ wait[q][3] = v
Lacks(p, q, v) == wait[p] = Ready /\ ~(Asking(q, p) /\ wait[q][3] = v)

Listen_Told(p, f, q, v) ==
    /\ Knows(p, q, v) /\ q \in Unlisted(p, f) /\ q = First(Unlisted(p, f))
    /\ wait' = [wait EXCEPT ![q] = <<"asking", p, v, TRUE>>]
    /\ UNCHANGED <<serving, queue, channel, object>>
Listen_TimedOut(p, f) == wait[p] = Ready /\ Unlisted(p, f) = {} /\ Same  \* without any time
Listen_Wait(p, f) ==
    /\ wait[p] = Ready /\ Unlisted(p, f) = {} /\ wait' = [wait EXCEPT ![p] = <<"listening", f>>]
    /\ UNCHANGED <<serving, queue, channel, object>>
Drop_NameUnknown(p, q, v) == Lacks(p, q, v) /\ Same
Drop(p, q, v, word) ==
    /\ Knows(p, q, v) /\ word = "dropped" /\ wait' = Wake({q})
    /\ UNCHANGED <<serving, queue, channel, object>>
Accept_BadHandle(p)         == wait[p] = Ready /\ Same
Accept_NameUnknown(p, q, v) == Lacks(p, q, v) /\ Same
Accept_WrongType(p, q, v)   == Knows(p, q, v) /\ Same  \* for what is no listener
Accept(p, q, v, id, word) ==  \* what the client may not learn of, it does not hold (C-62)
    /\ Knows(p, q, v) /\ wait' = Wake({q}) /\ UNCHANGED <<serving, queue, object>>
    /\ word = IF Grants(id) THEN "answered" ELSE "denied"
    /\ LET c == <<q, CHOOSE i \in Unmade(q) : \A j \in Unmade(q) : i <= j>> IN
       channel' = [channel EXCEPT ![c] = [to |-> p, client |-> IF Grants(id) THEN "open" ELSE "closed",
                                          server |-> "open"]]

----------------------------------------------------------------------------
\* Process p closes its handle of r; told: who learns why its wait is over.  TS: kernel/micro/let-go.ts.

Close_BadHandle(p) == wait[p] = Ready /\ Same
Close(p, r, told) ==
    LET isClient == p = r[2][1]
        S == IF isClient THEN {} ELSE {q \in P : Calls(q, r)}
        Shut(c) == IF isClient THEN [c EXCEPT !.client = "closed"] ELSE [c EXCEPT !.server = "closed"] IN
    /\ wait[p] = Ready /\ r[1] # "static" /\ Ends(p, r) # "closed" /\ told = S \X {"notConnected"}
    /\ wait' = Wake(S) /\ queue' = Without(S) /\ UNCHANGED serving
    /\ object' = IF r[1] = "object" THEN [object EXCEPT ![r[2]] = "closed"] ELSE object
    /\ channel' = IF r[1] = "made" THEN [channel EXCEPT ![r[2]] = Held(Shut(@))] ELSE channel

\* Process p faults, and ends: it holds nothing, and what it has made is revoked.  TS: end-process.ts.
Trap(p, told) ==
    LET died == {q \in P : \E r \in Road : (Calls(q, r) \/ Awaits(q, r)) /\ ServerOf(r) = p}
        lost == {q \in P : Asking(q, p) \/ \E i \in 1..Places : wait[q] = <<"receiving", <<"made", <<p, i>>>>>>}
        Lose(s) == IF s = "open" THEN "revoked" ELSE s IN
    /\ p \in Traps /\ wait[p] = Ready
    /\ told = (died \X {"serverDied"}) \cup (lost \X {"notConnected"})
    /\ wait' = [Wake(died \cup lost) EXCEPT ![p] = Dead]
    /\ serving' = [serving EXCEPT ![p] = None] /\ queue' = Without(died)
    /\ channel' = [c \in Made |->
           IF c[1] = p THEN Held([channel[c] EXCEPT !.client = "closed", !.server = Lose(@)])
           ELSE IF channel[c].to = p THEN Held([channel[c] EXCEPT !.server = "closed"]) ELSE channel[c]]
    /\ object' = [o \in Object |-> IF o[1] = p THEN "closed"
                                   ELSE IF o[2] = p THEN Lose(object[o]) ELSE object[o]]

----------------------------------------------------------------------------
Ask(p, q) ==
    \/ Connect_NotConnected(p, q) \/ Connect_ResourcesFull(p, q) \/ Connect_TimedOut(p, q)
    \/ \E v \in Service :
        \/ Connect_Wait(p, q, v) \/ Connect_Told(p, q, v)
        \/ \E f \in DOMAIN Filter : Listen_Told(q, f, p, v)
        \/ Drop_NameUnknown(q, p, v) \/ Accept_NameUnknown(q, p, v) \/ Accept_WrongType(q, p, v)
        \/ \E w \in {"dropped", "answered", "denied"} :
            Drop(q, p, v, w) \/ \E id \in Ids : Accept(q, p, v, id, w)
Own(p) ==
    \/ Call_BadHandle(p) \/ Call_WrongType(p) \/ Recv_AlreadyServing(p) \/ Recv_BadHandle(p)
    \/ Recv_WrongType(p) \/ Reply_NotServing(p) \/ Close_BadHandle(p)
    \/ \E over \in Over : Recv_Wait(p, over)
    \/ \E q \in P : Reply(p, q)
    \/ \E over \in Over, r \in Road : Recv_Take(p, over, r[2][1], r)
    \/ \E told \in SUBSET (P \X {"serverDied", "notConnected"}) : Trap(p, told)
Use(p, r) ==
    \/ Call_HandleRevoked(p, r) \/ Call_RightsMissing(p, r) \/ Call_NotConnected(p, r)
    \/ Call_UnknownMethod(p, r) \/ Call_Queue(p, r) \/ Call_Deliver(p, r)
    \/ Recv_HandleRevoked(p, r) \/ Recv_RightsMissing(p, r)
    \/ \E told \in SUBSET {<<r[2][1], "notConnected">>} : Close(p, r, told)
Next == \/ \E <<p, q>> \in Asks : Ask(p, q)
        \/ \E p \in {c[1] : c \in Asks} : Connect_NameUnknown(p) \/ Connect_InvalidArgument(p)
        \/ \E p \in {c[2] : c \in Asks} :
            Accept_BadHandle(p) \/ \E f \in DOMAIN Filter : Listen_TimedOut(p, f) \/ Listen_Wait(p, f)
        \/ \E p \in P : Own(p) \/ \E r \in Road : Use(p, r)
Spec == Init /\ [][Next]_vars

----------------------------------------------------------------------------
Stands(p, q) == Cardinality({i \in 1..Len(queue[q]) : queue[q][i] = p})
\* IPC-2: who calls stands in the queue of that server, once, and nobody else does.
QueueIsWhoCalls == \A p, q \in P :
    Stands(p, q) = IF \E r \in Road : Calls(p, r) /\ ServerOf(r) = q THEN 1 ELSE 0
\* IPC-2: a request that was taken is served by one process, the one that its client awaits.
ServedIsAwaited == \A p \in P, r \in Road :
    Awaits(p, r) <=> \E q \in P : q = ServerOf(r) /\ serving[q] = <<p, r>>
\* CAP-1: a request goes over what its client holds; what waits in a queue, over what is served.
OnlyOverHeld == \A p \in P, r \in Road :
    /\ Calls(p, r) \/ Awaits(p, r) => p = r[2][1] /\ Ends(p, r) = "open"
    /\ Calls(p, r) => IsServed(r)
\* IPC-1: who receives holds what it receives over, and nothing that it would take waits for it.
ReceivingIsIdle == \A p \in P : wait[p][1] = "receiving" =>
    /\ serving[p] = None /\ Taken(p, wait[p][2]) = <<>>
    /\ wait[p][2][1] = "made" => Ends(p, wait[p][2]) = "open"
\* A server that listens has been told of every client that it listens for.
ListenersAreTold == \A p \in P : wait[p][1] = "listening" => Unlisted(p, wait[p][2]) = {}
\* LIFE-3: the dead hold nothing, serve nobody, and nobody waits for them.
DeadAreGone == \A p \in P : wait[p] = Dead =>
    /\ serving[p] = None /\ queue[p] = <<>> /\ \A r \in Road : r[1] # "static" => Ends(p, r) = "closed"
    /\ \A q \in P : ~Asking(q, p) /\ Stands(p, q) = 0
    /\ \A q \in P, r \in Road : Calls(q, r) \/ Awaits(q, r) => ServerOf(r) # p

\* Each must be violated: its outcome can happen.
ReachMade      == \A c \in Made : channel[c].client # "open" \/ channel[c].server # "open"
ReachListed    == \A p \in P : wait[p][1] = "asking" => ~wait[p][4]
ReachWithheld  == \A c \in Made : channel[c].client = "open" \/ channel[c].server # "open"
ReachUnserved  == \A c \in Made : channel[c].client # "open" \/ channel[c].server = "open"
ReachRevoked   == \A c \in Made : channel[c].server # "revoked"
ReachPassed    == \A p \in P : wait[p][1] = "receiving" => queue[p] = <<>>
ReachObject    == \A p \in P : serving[p] # None => serving[p][2][1] # "object"
ReachDeadMaker == \A o \in Object : object[o] # "revoked"
============================================================================
