-------------------------------- MODULE Ipc --------------------------------
(***************************************************************************)
(* Rendezvous between processes, each call and each answer judged by a     *)
(* policy.  TypeScript twin: kernel/micro (call.ts, recv.ts, reply.ts).    *)
(*                                                                         *)
(* Claims: what a call, a recv and a reply of any process leave behind,    *)
(* in every state: IPC-1, IPC-2, MED-1, DENY-1.                            *)
(* Leaves out: contents of messages (a request is of the declared type or  *)
(* it is not), kernel services, handles, the audit log, boot.              *)
(* One action is one step: no other process sees its middle.               *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS
    P,             \* processes; each has one thread
    Channel,       \* pairs <<client, server>>
    M,             \* methods; every process serves all of them
    Contexts,      \* what the policy can remember
    Initial,       \* what it remembers at first
    Grants(_, _),  \* Grants(context, event): the verdict
    After(_, _)    \* After(context, event): what is remembered after a grant

ASSUME /\ Channel \subseteq P \X P
       /\ Initial \in Contexts

VARIABLES
    wait,     \* wait[p]: what p waits for
    serving,  \* serving[p]: the request that p has taken and not answered
    queue,    \* queue[p]: clients whose requests p has not taken, oldest first
    context   \* what the policy remembers

vars == <<wait, serving, queue, context>>

Kinds     == {"response", "error"}
None      == <<>>
Ready     == <<"ready">>
Receiving == <<"receiving">>

Event(kind, p, q, m) == <<kind, p, q, m>>

TypeOK ==
    /\ wait \in [P -> {Ready, Receiving} \cup ({"calling", "awaiting"} \X P \X M)]
    /\ serving \in [P -> {None} \cup (P \X M)]
    /\ DOMAIN queue = P
    /\ \A p \in P : queue[p] \in Seq(P) /\ Len(queue[p]) <= Cardinality(P)
    /\ context \in Contexts

Init ==
    /\ wait = [p \in P |-> Ready]
    /\ serving = [p \in P |-> None]
    /\ queue = [p \in P |-> <<>>]
    /\ context = Initial

----------------------------------------------------------------------------
\* Process p calls method m of q.  IPC-1, MED-1.  TS: kernel/micro/call.ts.

Call_BadHandle(p) == wait[p] = Ready /\ UNCHANGED vars

May_Call(p, q) == wait[p] = Ready /\ <<p, q>> \in Channel

Call_UnknownMethod(p, q) == May_Call(p, q) /\ UNCHANGED vars

Call_Malformed(p, q, m) == May_Call(p, q) /\ UNCHANGED vars

Call_Denied(p, q, m) ==
    /\ May_Call(p, q) /\ ~Grants(context, Event("request", p, q, m))
    /\ UNCHANGED vars

Call_Queue(p, q, m) ==
    /\ May_Call(p, q) /\ Grants(context, Event("request", p, q, m))
    /\ wait[q] # Receiving
    /\ wait' = [wait EXCEPT ![p] = <<"calling", q, m>>]
    /\ queue' = [queue EXCEPT ![q] = Append(@, p)]
    /\ context' = After(context, Event("request", p, q, m))
    /\ UNCHANGED serving

Call_Deliver(p, q, m) ==
    /\ May_Call(p, q) /\ Grants(context, Event("request", p, q, m))
    /\ wait[q] = Receiving
    /\ wait' = [wait EXCEPT ![p] = <<"awaiting", q, m>>, ![q] = Ready]
    /\ serving' = [serving EXCEPT ![q] = <<p, m>>]
    /\ context' = After(context, Event("request", p, q, m))
    /\ UNCHANGED queue

----------------------------------------------------------------------------
\* Process p takes a request.  Nothing is judged (C-61).  TS: kernel/micro/recv.ts.

Recv_AlreadyServing(p) == wait[p] = Ready /\ serving[p] # None /\ UNCHANGED vars

Recv_Wait(p) ==
    /\ wait[p] = Ready /\ serving[p] = None /\ queue[p] = <<>>
    /\ wait' = [wait EXCEPT ![p] = Receiving]
    /\ UNCHANGED <<serving, queue, context>>

Recv_Take(p, q, m) ==
    /\ wait[p] = Ready /\ serving[p] = None /\ queue[p] # <<>>
    /\ Head(queue[p]) = q /\ wait[q] = <<"calling", p, m>>
    /\ wait' = [wait EXCEPT ![q] = <<"awaiting", p, m>>]
    /\ serving' = [serving EXCEPT ![p] = <<q, m>>]
    /\ queue' = [queue EXCEPT ![p] = Tail(@)]
    /\ UNCHANGED context

----------------------------------------------------------------------------
\* Process p answers the request of q.  IPC-2, MED-1.  TS: kernel/micro/reply.ts.

Reply_NotServing(p) == wait[p] = Ready /\ serving[p] = None /\ UNCHANGED vars

Ends(p, q) ==
    /\ wait' = [wait EXCEPT ![q] = Ready]
    /\ serving' = [serving EXCEPT ![p] = None]
    /\ UNCHANGED queue

Reply_Denied(p, q, m, k) ==
    /\ wait[p] = Ready /\ serving[p] = <<q, m>>
    /\ ~Grants(context, Event(k, p, q, m))
    /\ Ends(p, q)
    /\ UNCHANGED context

Reply_Granted(p, q, m, k) ==
    /\ wait[p] = Ready /\ serving[p] = <<q, m>>
    /\ Grants(context, Event(k, p, q, m))
    /\ Ends(p, q)
    /\ context' = After(context, Event(k, p, q, m))

----------------------------------------------------------------------------
Next ==
    \/ \E p \in P :
        Call_BadHandle(p) \/ Recv_AlreadyServing(p) \/ Recv_Wait(p) \/ Reply_NotServing(p)
    \/ \E p, q \in P : Call_UnknownMethod(p, q)
    \/ \E p, q \in P : \E m \in M :
        \/ Call_Malformed(p, q, m) \/ Call_Denied(p, q, m)
        \/ Call_Queue(p, q, m) \/ Call_Deliver(p, q, m) \/ Recv_Take(p, q, m)
    \/ \E p, q \in P : \E m \in M : \E k \in Kinds :
        Reply_Denied(p, q, m, k) \/ Reply_Granted(p, q, m, k)

Spec == Init /\ [][Next]_vars

----------------------------------------------------------------------------
Calls(p, q)  == \E m \in M : wait[p] = <<"calling", q, m>>
Awaits(p, q) == \E m \in M : wait[p] = <<"awaiting", q, m>>
Queued(p, q) == \E i \in 1..Len(queue[q]) : queue[q][i] = p

\* IPC-2: who waits for a server stands in its queue, once, and nobody else does.
QueueIsWhoCalls ==
    \A p, q \in P : /\ Calls(p, q) <=> Queued(p, q)
                    /\ Cardinality({i \in 1..Len(queue[q]) : queue[q][i] = p}) <= 1

\* IPC-2: a request that was taken is served by one process: the one that its client awaits.
ServedIsAwaited ==
    \A p, q \in P : \A m \in M : serving[p] = <<q, m>> <=> wait[q] = <<"awaiting", p, m>>

\* IPC-1: who waits for a request serves none, and none waits for him.
ReceivingIsIdle ==
    \A p \in P : wait[p] = Receiving => serving[p] = None /\ queue[p] = <<>>

\* MED-1: every request that stands goes over a channel.
OnlyOverChannels ==
    \A p, q \in P : Calls(p, q) \/ Awaits(p, q) => <<p, q>> \in Channel

----------------------------------------------------------------------------
\* Each must be violated: its outcome can happen.
ReachQueueOfTwo  == \A p \in P : Len(queue[p]) < 2
ReachNesting     == \A p \in P : ~(serving[p] # None /\ \E q \in P : Awaits(p, q))
ReachReceiving   == \A p \in P : wait[p] # Receiving
ReachMoved       == context = Initial
============================================================================
