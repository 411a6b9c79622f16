-------------------------------- MODULE Ipc --------------------------------
(***************************************************************************)
(* Calls between processes, and what ends a wait before what it waits for: *)
(* time, an interrupt, the death of either side.                           *)
(* TypeScript twin: kernel/micro (call.ts, recv.ts, reply.ts: see the      *)
(* module Rendezvous; tick.ts, trap.ts, end-process.ts, services/ipc,      *)
(* services/task/exit.ts).                                                 *)
(* Claims: what each of them leaves behind, in every state: IPC-1, IPC-2,  *)
(* MED-1, DENY-1, LIFE-3.                                                  *)
(* Leaves out: contents of messages (a request is of the declared type, is *)
(* not, or is too large), handles, other services of the kernel, the audit *)
(* log, boot.  A process has two threads: one calls, receives and answers; *)
(* both may interrupt that one, or end the process, at any time.           *)
(* One action is one step: no other process sees its middle.               *)
(***************************************************************************)
EXTENDS Rendezvous

----------------------------------------------------------------------------
\* Waits that end early; told: who learns why.  IPC-2, LIFE-3.  TS: kernel/micro/let-go.ts, withdraw.ts.

Serves(p) == serving[p] # None /\ ~IsLeft(serving[p])

\* The waits of S end, and those of the dead with them: they leave the queues, and their servers are left
\* with what they have taken.
Cut(S, dead) ==
    /\ wait' = [p \in P |-> IF p \in dead THEN Dead ELSE IF p \in S THEN Ready ELSE wait[p]]
    /\ serving' = [p \in P |-> IF p \in dead THEN None ELSE IF Serves(p) /\ serving[p][1] \in S \cup dead
                               THEN Append(serving[p], "left") ELSE serving[p]]
    /\ queue' = [p \in P |-> SelectSeq(queue[p], LAMBDA q : q \notin S \cup dead)]
Unlimited(S) == [p \in P |-> IF p \in S THEN NoLimit ELSE limit[p]]

Less(l) == IF l.time = <<>> THEN l ELSE [l EXCEPT !.time = <<@[1] - 1>>]
Due(l)  == l.time \in {<<0>>, <<1>>}  \* what has no time at all still lasts to the next tick
Tick(told) ==  \* TS: kernel/micro/tick.ts
    LET S == {p \in P : Due(limit[p])} IN
    /\ told = S \X {"timedOut"} /\ Cut(S, {}) /\ UNCHANGED <<stopped, context>>
    /\ limit' = [p \in P |-> IF p \in S THEN NoLimit ELSE Less(limit[p])]

\* What was taken is not interrupted.  TS: kernel/micro/services/ipc.
Interruptible(p) == limit[p].stop /\ wait[p][1] \in {"calling", "receiving"}
SetInterrupt(p, told) ==
    LET S == {q \in {p} : Interruptible(q)} IN
    /\ wait[p] # Dead /\ Stops(p) /\ told = S \X {"interrupted"} /\ Cut(S, {})
    /\ limit' = Unlimited(S) /\ stopped' = stopped \cup {p} /\ UNCHANGED context
ClearInterrupt(p) ==
    /\ wait[p] # Dead /\ Stops(p) /\ stopped' = stopped \ {p}
    /\ UNCHANGED <<wait, limit, serving, queue, context>>

\* Process p ends: who calls it or awaits it learns so.  TS: kernel/micro/end-process.ts.
Calls(p, q)  == \E m \in M : wait[p] = <<"calling", q, m>>
Awaits(p, q) == \E m \in M : wait[p] = <<"awaiting", q, m>>
Dies(p, told) ==
    LET S == {q \in P : Calls(q, p) \/ Awaits(q, p)} IN
    /\ wait[p] # Dead /\ told = S \X {"serverDied"} /\ Cut(S, {p}) /\ limit' = Unlimited(S \cup {p})
    /\ stopped' = stopped \ {p} /\ context' = Forget(context, p)
MayExit(p)    == Grants(context, Event("request", p, "kernel", "Exit"))
Exit_Denied(p) == p \in Exits /\ wait[p] # Dead /\ ~MayExit(p) /\ Same  \* TS: services/task/exit.ts
Exit(p, told)  == p \in Exits /\ MayExit(p) /\ Dies(p, told)
Trap(p, told)  == p \in Traps /\ Dies(p, told)  \* not judged.  TS: kernel/micro/trap.ts

----------------------------------------------------------------------------
Own(p) ==
    \/ Call_BadHandle(p) \/ Recv_AlreadyServing(p) \/ Recv_BadHandle(p) \/ Recv_WrongType(p)
    \/ Recv_Interrupted(p) \/ Reply_NotServing(p) \/ Reply_Abandoned(p)
    \/ Reply_MessageTooLarge(p) \/ ClearInterrupt(p) \/ Exit_Denied(p)
    \/ \E l \in Limits[p] : Recv_Wait(p, l)
    \/ \E told \in SUBSET ({p} \X {"interrupted"}) : SetInterrupt(p, told)
    \/ \E told \in SUBSET (P \X {"serverDied"}) : Exit(p, told) \/ Trap(p, told)
Over(p, q) ==
    \/ Call_NotConnected(p, q) \/ Call_MessageTooLarge(p, q) \/ Call_WrongType(p, q)
    \/ Call_Interrupted(p, q) \/ Call_UnknownMethod(p, q)
    \/ \E m \in M : \/ Call_Malformed(p, q, m) \/ Call_Denied(p, q, m) \/ Recv_Take(q, p, m)
                    \/ \E l \in Limits[p] : Call_Queue(p, q, m, l) \/ Call_Deliver(p, q, m, l)
                    \/ \E k \in Kinds : Reply_Denied(q, p, m, k) \/ Reply_Granted(q, p, m, k)
Next == \/ \E told \in SUBSET (P \X {"timedOut"}) : Tick(told)
        \/ \E p \in P : Own(p)
        \/ \E <<p, q>> \in Channel : Over(p, q)

Spec == Init /\ [][Next]_vars

----------------------------------------------------------------------------
Queued(p, q) == \E i \in 1..Len(queue[q]) : queue[q][i] = p

\* IPC-2: who waits for a server stands in its queue, once, and nobody else does.
QueueIsWhoCalls ==
    \A p, q \in P : /\ Calls(p, q) <=> Queued(p, q)
                    /\ Cardinality({i \in 1..Len(queue[q]) : queue[q][i] = p}) <= 1

\* IPC-2: a request that was taken is served by one process, the one that its client awaits; or its
\* client awaits it no more.
ServedIsAwaited ==
    \A p, q \in P : \A m \in M : serving[p] = <<q, m>> <=> wait[q] = <<"awaiting", p, m>>

\* IPC-1: who waits for a request serves none, and none waits for him.
ReceivingIsIdle ==
    \A p \in P : wait[p] = Receiving => serving[p] = None /\ queue[p] = <<>>

\* MED-1: every request that stands goes over a channel.
OnlyOverChannels ==
    \A p, q \in P : Calls(p, q) \/ Awaits(p, q) => <<p, q>> \in Channel

\* LIFE-3: the dead wait for nothing, stand in no queue and serve nobody, and nobody waits for them.
DeadAreGone ==
    \A p \in P : wait[p] = Dead =>
        /\ limit[p] = NoLimit /\ serving[p] = None /\ queue[p] = <<>> /\ p \notin stopped
        /\ \A q \in P : ~Calls(q, p) /\ ~Awaits(q, p) /\ ~Queued(p, q)

\* Only a wait has a limit; one of time is over after as many ticks as can be told apart.
RECURSIVE Outlasts(_, _)
Outlasts(l, ticks) == ~Due(l) /\ (ticks = 1 \/ Outlasts(Less(l), ticks - 1))
LimitsEnd ==
    \A p \in P : /\ limit[p] # NoLimit => wait[p] \notin {Ready, Dead}
                 /\ limit[p].time # <<>> => ~Outlasts(limit[p], Ticks)

\* Once its waits are stopped, a process waits for no server to take its request, and for no request.
StoppedDoNotWait == \A p \in stopped : ~Interruptible(p)

----------------------------------------------------------------------------
\* Each must be violated: its outcome can happen.
ReachQueueOfTwo  == \A p \in P : Len(queue[p]) < 2
ReachNesting     == \A p \in P : ~(Serves(p) /\ \E q \in P : Awaits(p, q))
ReachReceiving   == \A p \in P : wait[p] # Receiving
ReachMoved       == context = Initial
ReachTimeLeft    == \A p \in P : limit[p].time = <<>>
ReachAbandoned   == \A p \in P : ~(IsLeft(serving[p]) /\ wait[serving[p][1]] = Ready)
ReachAskedAgain  == \A p \in P : ~(IsLeft(serving[p]) /\ Calls(serving[p][1], p))
ReachDeadClient  == \A p \in P : ~(IsLeft(serving[p]) /\ wait[serving[p][1]] = Dead)
ReachDeadServer  == \A p, q \in P : ~(<<p, q>> \in Channel /\ wait[p] = Ready /\ wait[q] = Dead)
ReachStopped     == stopped = {}
============================================================================
