----------------------------- MODULE Rendezvous -----------------------------
(***************************************************************************)
(* Rendezvous between processes: call, recv and reply, each request and    *)
(* each answer judged by a policy.  Part of the module Ipc, which has what *)
(* ends a wait before what it waits for.                                   *)
(* TypeScript twin: kernel/micro (call.ts, recv.ts, reply.ts).             *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS
    P,             \* processes
    Channel,       \* pairs <<client, server>>
    M,             \* methods; every process serves all of them
    Limits,        \* Limits[p]: how p limits its waits
    Ticks, Length, \* ticks that a wait can be told apart by; milliseconds in a tick
    Exits, Traps,  \* processes that end themselves, and that fault
    Contexts,      \* what the policy can remember
    Initial,       \* what it remembers at first
    Grants(_, _),  \* Grants(context, event): the verdict
    After(_, _),   \* After(context, event): what is remembered after a grant
    Forget(_, _)   \* Forget(context, p): what is remembered once p is no more

\* A limit: <<milliseconds>>, or <<>> for ever; and whether an interrupt ends the wait.
AnyLimit == [time : Seq(Nat), stop : BOOLEAN]
NoLimit  == [time |-> <<>>, stop |-> FALSE]

ASSUME /\ Channel \subseteq P \X P /\ Exits \cup Traps \subseteq P /\ Initial \in Contexts
       /\ \A p \in P : Limits[p] \subseteq AnyLimit /\ NoLimit \in Limits[p]

VARIABLES
    wait,     \* wait[p]: what p waits for
    limit,    \* limit[p]: what is left of its time, <<>> or <<ticks>>; and whether an interrupt ends it
    serving,  \* serving[p]: the request that p has taken and not answered; left to it once nobody awaits it
    queue,    \* queue[p]: clients whose requests p has not taken, oldest first
    stopped,  \* processes whose waits are interrupted
    context   \* what the policy remembers

vars == <<wait, limit, serving, queue, stopped, context>>

Kinds     == {"response", "error"}
None      == <<>>
Ready     == <<"ready">>
Receiving == <<"receiving">>
Dead      == <<"dead">>

IsLeft(s) == Len(s) = 3  \* <<q, m, "left">>: a request that its client q awaits no more

Event(kind, p, q, m) == <<kind, p, q, m>>
Stops(p)             == \E l \in Limits[p] : l.stop  \* p has an object that interrupts its waits

TypeOK ==
    /\ wait \in [P -> {Ready, Receiving, Dead} \cup ({"calling", "awaiting"} \X P \X M)]
    /\ limit \in [P -> [time : {<<>>} \cup {<<t>> : t \in 0..Ticks}, stop : BOOLEAN]]
    /\ serving \in [P -> {None} \cup (P \X M) \cup (P \X M \X {"left"})]
    /\ DOMAIN queue = P
    /\ \A p \in P : queue[p] \in Seq(P) /\ Len(queue[p]) <= Cardinality(P)
    /\ stopped \subseteq {p \in P : Stops(p)} /\ context \in Contexts

Init ==
    /\ wait = [p \in P |-> Ready] /\ limit = [p \in P |-> NoLimit]
    /\ serving = [p \in P |-> None] /\ queue = [p \in P |-> <<>>]
    /\ stopped = {} /\ context = Initial

Same == UNCHANGED vars

----------------------------------------------------------------------------
\* Process p calls method m of q, for as long as l says.  IPC-1, MED-1.  TS: kernel/micro/call.ts.

\* Rounded up to ticks, and no more of them than can be told apart.  TS: kernel/micro/waiting-limits.ts.
Begun(l) == LET ticks == (l.time[1] + Length - 1) \div Length IN
    IF l.time = <<>> THEN l ELSE [l EXCEPT !.time = <<IF ticks < Ticks THEN ticks ELSE Ticks>>]

Reaches(p, q)       == wait[p] = Ready /\ <<p, q>> \in Channel /\ wait[q] # Dead
Waits(p, l)         == l \in Limits[p] /\ ~(l.stop /\ p \in stopped)
Asks(p, q, m, l)    == Reaches(p, q) /\ Waits(p, l) /\ Grants(context, Event("request", p, q, m))

Call_BadHandle(p)          == wait[p] = Ready /\ Same
Call_NotConnected(p, q)    == wait[p] = Ready /\ <<p, q>> \in Channel /\ wait[q] = Dead /\ Same
Call_MessageTooLarge(p, q) == Reaches(p, q) /\ Same
Call_WrongType(p, q)       == Reaches(p, q) /\ Same  \* what is named to interrupt it cannot
Call_Interrupted(p, q)     == Reaches(p, q) /\ p \in stopped /\ Same
Call_UnknownMethod(p, q)   == Reaches(p, q) /\ Same
Call_Malformed(p, q, m)    == Reaches(p, q) /\ Same
Call_Denied(p, q, m)       == Reaches(p, q) /\ ~Grants(context, Event("request", p, q, m)) /\ Same
Call_Queue(p, q, m, l) ==
    /\ Asks(p, q, m, l) /\ wait[q] # Receiving
    /\ wait' = [wait EXCEPT ![p] = <<"calling", q, m>>]
    /\ limit' = [limit EXCEPT ![p] = Begun(l)]
    /\ queue' = [queue EXCEPT ![q] = Append(@, p)]
    /\ context' = After(context, Event("request", p, q, m)) /\ UNCHANGED <<serving, stopped>>
Call_Deliver(p, q, m, l) ==
    /\ Asks(p, q, m, l) /\ wait[q] = Receiving
    /\ wait' = [wait EXCEPT ![p] = <<"awaiting", q, m>>, ![q] = Ready]
    /\ limit' = [limit EXCEPT ![p] = Begun(l), ![q] = NoLimit]
    /\ serving' = [serving EXCEPT ![q] = <<p, m>>]
    /\ context' = After(context, Event("request", p, q, m)) /\ UNCHANGED <<queue, stopped>>

----------------------------------------------------------------------------
\* Process p takes a request.  Nothing is judged (C-61).  TS: kernel/micro/recv.ts.

Recv_AlreadyServing(p) == wait[p] = Ready /\ serving[p] # None /\ Same
Recv_BadHandle(p)      == wait[p] = Ready /\ serving[p] = None /\ Same
Recv_WrongType(p)      == wait[p] = Ready /\ serving[p] = None /\ Same
Recv_Interrupted(p)    == wait[p] = Ready /\ serving[p] = None /\ p \in stopped /\ Same
Recv_Wait(p, l) ==
    /\ wait[p] = Ready /\ serving[p] = None /\ queue[p] = <<>> /\ Waits(p, l)
    /\ wait' = [wait EXCEPT ![p] = Receiving]
    /\ limit' = [limit EXCEPT ![p] = Begun(l)] /\ UNCHANGED <<serving, queue, stopped, context>>
Recv_Take(p, q, m) ==
    /\ wait[p] = Ready /\ serving[p] = None /\ queue[p] # <<>>
    /\ Head(queue[p]) = q /\ wait[q] = <<"calling", p, m>>
    /\ wait' = [wait EXCEPT ![q] = <<"awaiting", p, m>>]
    /\ serving' = [serving EXCEPT ![p] = <<q, m>>]
    /\ queue' = [queue EXCEPT ![p] = Tail(@)] /\ UNCHANGED <<limit, stopped, context>>

----------------------------------------------------------------------------
\* Process p answers the request of q.  IPC-2, MED-1.  TS: kernel/micro/reply.ts.

Answers(p, q, m) == wait[p] = Ready /\ serving[p] = <<q, m>>
Ends(p, q) ==
    /\ wait' = [wait EXCEPT ![q] = Ready] /\ limit' = [limit EXCEPT ![q] = NoLimit]
    /\ serving' = [serving EXCEPT ![p] = None] /\ UNCHANGED <<queue, stopped>>

Reply_NotServing(p) == wait[p] = Ready /\ serving[p] = None /\ Same
Reply_Abandoned(p) ==  \* refused, and yet the request is over
    /\ wait[p] = Ready /\ IsLeft(serving[p]) /\ serving' = [serving EXCEPT ![p] = None]
    /\ UNCHANGED <<wait, limit, queue, stopped, context>>
Reply_MessageTooLarge(p) == wait[p] = Ready /\ serving[p] # None /\ ~IsLeft(serving[p]) /\ Same
Reply_Denied(p, q, m, k) ==  \* ends reply and call alike (C-62)
    /\ Answers(p, q, m) /\ ~Grants(context, Event(k, p, q, m))
    /\ Ends(p, q) /\ UNCHANGED context
Reply_Granted(p, q, m, k) ==
    /\ Answers(p, q, m) /\ Grants(context, Event(k, p, q, m))
    /\ Ends(p, q) /\ context' = After(context, Event(k, p, q, m))
============================================================================
