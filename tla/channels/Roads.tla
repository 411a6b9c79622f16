------------------------------- MODULE Roads --------------------------------
(***************************************************************************)
(* What calls and receptions go over: channels of the solution, channels   *)
(* that were made while both sides run, and objects that can be called.    *)
(* Part of the module Channels, which has how they come and go.            *)
(* TypeScript twin: kernel/micro (route.ts, labelled.ts, recv.ts).         *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS
    P, Order, \* processes, each with one thread; a sequence of them in the order of their numbers
    Channel,  \* pairs <<client, server>> of the solution
    Object,   \* pairs <<client, server>>: the client holds an object of the server's that it can call
    Places    \* most channels that one process may have made at a time

VARIABLES
    wait,     \* wait[p]: what p waits for
    serving,  \* serving[p]: the request that p has taken and not answered, <<client, road>>
    queue,    \* queue[p]: clients whose requests p has not taken, oldest first
    channel,  \* channel[c]: the channel in place c = <<p, i>> of its client p
    object    \* object[o]: the client's handle of an object

vars == <<wait, serving, queue, channel, object>>
Same == UNCHANGED vars

Made == P \X (1..Places)
Free == [to |-> "nobody", client |-> "closed", server |-> "closed"]
Road == ({"static"} \X Channel) \cup ({"made"} \X Made) \cup ({"object"} \X Object)

None  == <<>>
Ready == <<"ready">>
Dead  == <<"dead">>
Over  == {<<"any">>, <<"listener">>} \cup ({"made"} \X Made)  \* what a reception takes

\* The handles of p that name a road: a client's, and the server's of a channel that it has accepted.
Ends(p, r) ==
    CASE r[1] = "static" -> IF p = r[2][1] THEN "open" ELSE "closed"
      [] r[1] = "made"   -> IF p = r[2][1] THEN channel[r[2]].client
                            ELSE IF p = channel[r[2]].to THEN channel[r[2]].server ELSE "closed"
      [] r[1] = "object" -> IF p = r[2][1] THEN object[r[2]] ELSE "closed"
ServerOf(r)   == IF r[1] = "made" THEN channel[r[2]].to ELSE r[2][2]
IsServed(r)   == wait[ServerOf(r)] # Dead /\ (r[1] = "made" => channel[r[2]].server = "open")
IsServer(p)   == \E c \in Channel : c[2] = p  \* p has a listener
Takes(over, r) == over \in {<<"any">>, <<"listener">>, r}
Asking(q, p)  == wait[q][1] = "asking" /\ wait[q][2] = p
Calls(p, r)   == wait[p] = <<"calling", r>>
Awaits(p, r)  == wait[p] = <<"awaiting", r>>

\* The first process of S.
First(S) == CHOOSE p \in S : \E i \in 1..Len(Order) :
    Order[i] = p /\ \A j \in 1..(i - 1) : Order[j] \notin S

\* The waits of S end: they leave the queues.
Wake(S) == [p \in P |-> IF p \in S THEN Ready ELSE wait[p]]
Without(S) == [p \in P |-> SelectSeq(queue[p], LAMBDA q : q \notin S)]

\* A channel that nobody holds is no more.
Held(c) == IF c.client = "closed" /\ c.server = "closed" THEN Free ELSE c

----------------------------------------------------------------------------
\* Process p calls over r, receives, and answers.  TS: kernel/micro (call.ts, recv.ts, reply.ts).

Client(p, r)  == wait[p] = Ready /\ p = r[2][1] /\ Ends(p, r) = "open"
Server(p, r)  == wait[p] = Ready /\ p # r[2][1] /\ Ends(p, r) = "open"
Revoked(p, r) == wait[p] = Ready /\ Ends(p, r) = "revoked"
Idle(p)       == wait[p] = Ready /\ serving[p] = None

Call_BadHandle(p)         == wait[p] = Ready /\ Same
Call_WrongType(p)         == wait[p] = Ready /\ IsServer(p) /\ Same  \* a listener
Call_HandleRevoked(p, r)  == Revoked(p, r) /\ Same
Call_RightsMissing(p, r)  == Server(p, r) /\ Same
Call_NotConnected(p, r)   == Client(p, r) /\ ~IsServed(r) /\ Same
Call_UnknownMethod(p, r)  == Client(p, r) /\ IsServed(r) /\ Same  \* an endpoint that r does not reach
Call_Queue(p, r) == LET q == ServerOf(r) IN
    /\ Client(p, r) /\ IsServed(r) /\ ~(wait[q][1] = "receiving" /\ Takes(wait[q][2], r))
    /\ wait' = [wait EXCEPT ![p] = <<"calling", r>>] /\ queue' = [queue EXCEPT ![q] = Append(@, p)]
    /\ UNCHANGED <<serving, channel, object>>
Call_Deliver(p, r) == LET q == ServerOf(r) IN
    /\ Client(p, r) /\ IsServed(r) /\ wait[q][1] = "receiving" /\ Takes(wait[q][2], r)
    /\ wait' = [wait EXCEPT ![p] = <<"awaiting", r>>, ![q] = Ready]
    /\ serving' = [serving EXCEPT ![q] = <<p, r>>] /\ UNCHANGED <<queue, channel, object>>

Recv_AlreadyServing(p)   == wait[p] = Ready /\ serving[p] # None /\ Same
Recv_BadHandle(p)        == Idle(p) /\ Same
Recv_WrongType(p)        == Idle(p) /\ Same  \* what takes no requests
Recv_HandleRevoked(p, r) == Idle(p) /\ Revoked(p, r) /\ Same
Recv_RightsMissing(p, r) == Idle(p) /\ r[1] = "made" /\ Client(p, r) /\ Same
MayTake(p, over) ==
    Idle(p) /\ (over = <<"listener">> => IsServer(p)) /\ (over[1] = "made" => Server(p, over))
Taken(p, over) == SelectSeq(queue[p], LAMBDA q : Takes(over, wait[q][2]))
Recv_Wait(p, over) ==
    /\ MayTake(p, over) /\ Taken(p, over) = <<>> /\ wait' = [wait EXCEPT ![p] = <<"receiving", over>>]
    /\ UNCHANGED <<serving, queue, channel, object>>
Recv_Take(p, over, q, r) ==
    /\ MayTake(p, over) /\ Taken(p, over) # <<>> /\ q = Head(Taken(p, over)) /\ wait[q][2] = r
    /\ wait' = [wait EXCEPT ![q] = <<"awaiting", r>>] /\ queue' = Without({q})
    /\ serving' = [serving EXCEPT ![p] = <<q, r>>] /\ UNCHANGED <<channel, object>>
Reply_NotServing(p) == Idle(p) /\ Same
Reply(p, q) ==
    /\ wait[p] = Ready /\ serving[p] # None /\ serving[p][1] = q
    /\ wait' = Wake({q}) /\ serving' = [serving EXCEPT ![p] = None] /\ UNCHANGED <<queue, channel, object>>
============================================================================
