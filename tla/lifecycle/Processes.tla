----------------------------- MODULE Processes -----------------------------
(***************************************************************************)
(* What the module Lifecycle speaks of: processes and what is known of     *)
(* each, and what follows when one ends or is held by nobody any more.     *)
(* TypeScript twin: kernel/micro (processes.ts, end-process.ts,            *)
(* destroy.ts, gone-sids.ts).                                              *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS
    First, ClassOf,   \* processes of the init description, which run at first; their classes
    Share,            \* Share[p]: the places, in their order, for those that p creates
    Kinds,            \* Kinds[p]: the names and classes that p creates
    Steady,           \* those of First that do not end, err, open, close or install by themselves
    Known, Asks,      \* pairs <<p, q>>: p holds q from the beginning; and may only ask about it
    File,             \* File[p]: the class of the image that p holds from the beginning
    Images, Links,    \* classes and digests that are installed; clients and servers that are joined
    Places, Lines,    \* Places[p]: most handles of p of First; most channels of a process
    Statuses, Codes,  \* with what processes exit, and fail
    Barred,           \* classes of which no start is ever granted
    Contexts, Initial,         \* what the policy can remember of a process, and what it does at first
    Grants(_, _), After(_, _)  \* the verdict on an event; what is remembered after a grant

Makers   == DOMAIN Share
Range(s) == {s[i] : i \in 1..Len(s)}
Child    == UNION {Range(Share[p]) : p \in Makers}
P        == First \cup Child
Kind     == UNION {Kinds[p] : p \in Makers}
Clients(q) == {l[1] : l \in {l \in Links : l[2] = q}}  \* those that may wait for q

ASSUME /\ First \cap Child = {} /\ Known \cup Asks \subseteq First \X First
       /\ Links \subseteq Child \X Child

VARIABLES
    proc,     \* proc[p]: what p is, and how it ended
    holds,    \* holds[p]: the processes that p has a handle to
    queue,    \* queue[p]: clients whose requests p has not taken, oldest first
    serving,  \* serving[p]: the client of the request that p serves
    image,    \* image[p]: the image that p has installed
    context   \* context[p]: what the policy remembers of p

vars == <<proc, holds, queue, serving, image, context>>

None   == <<>>                   \* no end, line, client or image
Cut    == <<"cut">>              \* a line whose server has left its place
Nobody == "nobody"               \* a client that waits no more
Absent == [stage |-> "absent"]   \* a place without a process
Alive  == {"running", "frozen"}  \* stages in which a process keeps what it holds
Idle   == {"created", "loaded", "ended"}
End    == {None, <<"terminated", 0>>} \cup ({"exited"} \X Statuses) \cup ({"trapped"} \X Codes)
\* Its links are the servers that it is to have a channel to; its line is the channel that it has.
Process == [stage : Idle \cup Alive, name : {k[1] : k \in Kind} \cup First, end : End,
            class : {k[2] : k \in Kind} \cup {ClassOf[p] : p \in First},
            links : SUBSET Child, line : {None, Cut} \cup {<<q>> : q \in Child}]
New(name, class) == [stage |-> "created", name |-> name, class |-> class, end |-> None,
                     links |-> {}, line |-> None]

Init ==
    /\ proc = [p \in P |-> IF p \in First THEN [New(p, ClassOf[p]) EXCEPT !.stage = "running"] ELSE Absent]
    /\ holds = [p \in P |-> {q \in P : <<p, q>> \in Known}] /\ context = Initial
    /\ queue = [p \in P |-> <<>>] /\ serving = [p \in P |-> None] /\ image = [p \in P |-> None]

Same  == UNCHANGED vars
Still == UNCHANGED <<queue, serving>>
Stays == Still /\ UNCHANGED <<image, context>>

Is(q, S)    == proc[q].stage \in S
Waits(p)    == \E q \in Child : p \in Range(queue[q]) \/ serving[q] = <<p>>
Ready(p)    == Is(p, {"running"}) /\ ~Waits(p)
Lacks(p, q) == Ready(p) /\ q \in holds[p] /\ <<p, q>> \in Asks
Can(p, q)   == Ready(p) /\ q \in holds[p] /\ <<p, q>> \notin Asks
Named(p, n) == {q \in Range(Share[p]) : ~Is(q, {"absent"}) /\ proc[q].name = n}
Free(p)     == SelectSeq(Share[p], LAMBDA q : Is(q, {"absent"}))
TableFull(p) == Cardinality(holds[p]) + Len(image[p]) >= Places[p]
Event(kind, p, q, class) == <<kind, p, q, class>>
May(kind, p, q, class)   == Grants(context, Event(kind, p, q, class))

\* What processes and handles are now.  Those that were created, are not alive, and that nobody holds
\* leave their places, and nothing leads there any more.
Keeps(pr, h) ==
    LET gone == {q \in Child : pr[q].stage \in Idle /\ \A p \in P : q \notin h[p]} IN
    /\ holds' = h
    /\ proc' = [q \in P |->
        IF q \in gone \/ pr[q].stage = "absent" THEN Absent
        ELSE [pr[q] EXCEPT !.links = @ \ gone, !.line = IF Range(@) \cap gone # {} THEN Cut ELSE @]]

\* p runs no more: whose requests it has not answered is told, and what it waits for is withdrawn.
Stops(p, told) ==
    /\ told = (Range(queue[p]) \cup Range(serving[p])) \ {p, Nobody}
    /\ queue' = [q \in P |-> IF q = p THEN <<>> ELSE SelectSeq(queue[q], LAMBDA c : c # p)]
    /\ serving' = [q \in P |-> IF q = p THEN None ELSE IF serving[q] = <<p>> THEN <<Nobody>> ELSE serving[q]]

\* The end of p, that runs or is frozen: it holds nothing, and nothing is remembered of it.
Ends(p, end, told) ==
    /\ Keeps([proc EXCEPT ![p].stage = "ended", ![p].end = end, ![p].line = None], [holds EXCEPT ![p] = {}])
    /\ Stops(p, told) /\ image' = [image EXCEPT ![p] = None] /\ context' = [context EXCEPT ![p] = "none"]
============================================================================
