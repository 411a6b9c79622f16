----------------------------- MODULE Lifecycle -----------------------------
(***************************************************************************)
(* Processes from their creation to their end: created, loaded with an     *)
(* image, started if a policy grants it, ended by themselves, by a fault   *)
(* or by another, frozen, and started anew; and what others have of them.  *)
(* TypeScript twin: kernel/micro (services/task, services/image, trap.ts). *)
(* Claims: what each of these leaves of every process, in every state:     *)
(* LBL-1, LIFE-1, LIFE-2, LIFE-3, AVL-1.                                   *)
(* Leaves out: environments; further threads; resources but images and     *)
(* channels; handles that are copied, lent or revoked, as the module       *)
(* Handles has them, and a second one to what is held; servers that wait,  *)
(* as in Ipc; faults that halt the system; verdicts on other events.       *)
(* One action is one step: no other process sees its middle.               *)
(***************************************************************************)
EXTENDS Processes

TypeOK ==
    /\ DOMAIN proc = P /\ \A p \in P : proc[p] = Absent \/ proc[p] \in Process
    /\ holds \in [P -> SUBSET P] /\ context \in [P -> Contexts \cup {"none"}]
    /\ DOMAIN queue = P /\ \A p \in P : Range(queue[p]) \subseteq P /\ Len(queue[p]) <= Cardinality(P)
    /\ serving \in [P -> {None} \cup {<<q>> : q \in P \cup {Nobody}}]
    /\ image \in [P -> {None} \cup {<<i>> : i \in Images}]

----------------------------------------------------------------------------
\* Process p creates one of name n and class c, opens one by its name, and lets it go.  AVL-1.
\* TS: kernel/micro/services/task/create.ts, open.ts; services/handle/close.ts.

Asked(p, c)    == Ready(p) /\ May("create", p, "kernel", c)
Fresh(p, n, c) == Asked(p, c) /\ Named(p, n) = {} /\ Free(p) # <<>>
Create_ClassUnknown(p)        == Ready(p) /\ Same
Create_Denied(p, n, c)        == Ready(p) /\ ~May("create", p, "kernel", c) /\ Same
Create_NameTaken(p, n, c)     == Asked(p, c) /\ Named(p, n) # {} /\ Same
Create_ProcessesFull(p, n, c) == Asked(p, c) /\ Named(p, n) = {} /\ Free(p) = <<>> /\ Same
Create_TableFull(p, n, c)     == Fresh(p, n, c) /\ TableFull(p) /\ Same
Create_Withheld(p, n, c) ==  \* its answer is denied: the handle is closed, and the process gone with it
    Fresh(p, n, c) /\ ~TableFull(p) /\ ~May("created", p, "kernel", c) /\ Same
Create(p, n, c, q) ==
    /\ Fresh(p, n, c) /\ ~TableFull(p) /\ May("created", p, "kernel", c) /\ q = Head(Free(p))
    /\ Keeps([proc EXCEPT ![q] = New(n, c)], [holds EXCEPT ![p] = @ \cup {q}]) /\ Stays

Open_NameUnknown(p, n) == Ready(p) /\ Named(p, n) = {} /\ Same
Open_TableFull(p, n)   == Ready(p) /\ Named(p, n) \ holds[p] # {} /\ TableFull(p) /\ Same
Open(p, n, q) ==
    /\ Ready(p) /\ q \in Named(p, n) \ holds[p] /\ ~TableFull(p)
    /\ Keeps(proc, [holds EXCEPT ![p] = @ \cup {q}]) /\ Stays
Close(p, q) == Ready(p) /\ q \in holds[p] /\ Keeps(proc, [holds EXCEPT ![p] = @ \ {q}]) /\ Stays

----------------------------------------------------------------------------
\* Process p installs, updates and removes an image.  LIFE-1.  TS: kernel/micro/services/image.

Has(p)     == Ready(p) /\ image[p] # None
Puts(p, i) == image' = [image EXCEPT ![p] = i] /\ Still /\ UNCHANGED <<proc, holds, context>>
Install_ClassUnknown(p)    == Ready(p) /\ Same
Install_ResourcesFull(p)   == Has(p) /\ Same
Install_TableFull(p)       == Ready(p) /\ image[p] = None /\ TableFull(p) /\ Same
Install(p, c, d)           == Ready(p) /\ image[p] = None /\ ~TableFull(p) /\ Puts(p, <<<<c, d>>>>)
Update_ClassMismatch(p, c) == Has(p) /\ image[p][1][1] # c /\ Same
Update(p, c, d)            == Has(p) /\ image[p][1][1] = c /\ Puts(p, <<<<c, d>>>>)
Remove(p)                  == Has(p) /\ Puts(p, None)

----------------------------------------------------------------------------
\* Process p loads q, joins it to r, and starts it.  LBL-1.
\* TS: kernel/micro/services/task/load-seg.ts, connect.ts, resume.ts.

Given(p) == IF p \in DOMAIN File THEN {File[p]} ELSE {i[1] : i \in Range(image[p])}
Loads(p, q) == Can(p, q) /\ Is(q, {"created", "ended"})
Load_BadHandle(p)        == Ready(p) /\ Same
Load_RightsMissing(p, q) == Lacks(p, q) /\ Same
Load_WrongState(p, q)    == Can(p, q) /\ ~Loads(p, q) /\ Same
Load_WrongType(p, q)     == Loads(p, q) /\ Same  \* what is named as an image is none
Load_ImageMismatch(p, q) == Loads(p, q) /\ Given(p) \ {proc[q].class} # {} /\ Same
Load(p, q) ==
    /\ Loads(p, q) /\ proc[q].class \in Given(p)
    /\ Keeps([proc EXCEPT ![q].stage = "loaded", ![q].end = None], holds) /\ Stays

Joins(p, q, r) == Can(p, q) /\ Can(p, r) /\ Is(q, {"created", "loaded"}) /\ ~Is(r, {"frozen"})
Connect_WrongState(p, q, r) == Can(p, q) /\ Can(p, r) /\ ~Joins(p, q, r) /\ Same
Connect_NameTaken(p, q, r)  == Joins(p, q, r) /\ r \in proc[q].links /\ Same
Connect(p, q, r) ==
    /\ Joins(p, q, r) /\ r \notin proc[q].links
    /\ Keeps([proc EXCEPT ![q].links = @ \cup {r}], holds) /\ Stays

Fits(p, q) == Can(p, q) /\ Is(q, {"loaded"}) /\ Cardinality(proc[q].links) <= Lines
Start_BadHandle(p)        == Ready(p) /\ Same
Start_RightsMissing(p, q) == Lacks(p, q) /\ Same
Start_WrongState(p, q)    == Can(p, q) /\ ~Is(q, {"loaded"}) /\ Same
Start_ResourcesFull(p, q) == Can(p, q) /\ Is(q, {"loaded"}) /\ ~Fits(p, q) /\ Same
Start_Denied(p, q)        == Fits(p, q) /\ ~May("execute", p, q, proc[q].class) /\ Same
Start(p, q) ==
    /\ Fits(p, q) /\ May("execute", p, q, proc[q].class)
    /\ LET line == IF proc[q].links = {} THEN None ELSE <<CHOOSE r \in proc[q].links : TRUE>> IN
       Keeps([proc EXCEPT ![q].stage = "running", ![q].line = line], holds)
    /\ context' = After(context, Event("execute", p, q, proc[q].class)) /\ Still /\ UNCHANGED image

----------------------------------------------------------------------------
\* Process p ends, or ends or freezes q; `told` are the clients that learn of it.  LIFE-2, LIFE-3.
\* TS: kernel/micro/trap.ts; services/task/exit.ts, terminate.ts, freeze.ts, get-exit-status.ts.

Exit_Denied(p)      == Ready(p) /\ ~May("exit", p, "kernel", proc[p].class) /\ Same
Exit(p, s, told)    == Ready(p) /\ May("exit", p, "kernel", proc[p].class) /\ Ends(p, <<"exited", s>>, told)
Trap(p, code, told) == Ready(p) /\ Ends(p, <<"trapped", code>>, told)
Terminate_BadHandle(p)        == Ready(p) /\ Same
Terminate_RightsMissing(p, q) == Lacks(p, q) /\ Same
Terminate_WrongState(p, q)    == Can(p, q) /\ ~Is(q, Alive) /\ Same
Terminate(p, q, told)         == Can(p, q) /\ Is(q, Alive) /\ Ends(q, <<"terminated", 0>>, told)
Freeze_BadHandle(p)           == Ready(p) /\ Same
Freeze_RightsMissing(p, q)    == Lacks(p, q) /\ Same
Freeze_WrongState(p, q)       == Can(p, q) /\ ~Is(q, {"running"}) /\ Same
Freeze(p, q, told) ==  \* what q holds is kept, and what is remembered of it
    /\ Can(p, q) /\ Is(q, {"running"}) /\ Stops(q, told) /\ UNCHANGED <<image, context>>
    /\ Keeps([proc EXCEPT ![q].stage = "frozen", ![q].end = <<"terminated", 0>>], holds)
Status_BadHandle(p) == Ready(p) /\ Same
Status(p, q, end) ==
    /\ Ready(p) /\ q \in holds[p] /\ end = proc[q].end
    /\ context' = After(context, Event("asked", p, q, proc[q].class))
    /\ Still /\ UNCHANGED <<proc, holds, image>>

----------------------------------------------------------------------------
\* Child p calls over its line; q takes the request of p, and answers.  TS: kernel/micro/call.ts, reply.ts.

Calls(p, q) == Ready(p) /\ proc[p].line = <<q>> /\ Is(q, {"running"})
Call_NotConnected(p) == Ready(p) /\ proc[p].line # None /\ ~(\E q \in Child : Calls(p, q)) /\ Same
Call_Denied(p, q) == Calls(p, q) /\ ~May("call", p, q, proc[q].class) /\ Same
Call(p, q) ==
    /\ Calls(p, q) /\ May("call", p, q, proc[q].class) /\ queue' = [queue EXCEPT ![q] = Append(@, p)]
    /\ context' = After(context, Event("call", p, q, proc[q].class)) /\ UNCHANGED <<proc, holds, serving, image>>
Take(q, p) ==
    /\ Ready(q) /\ serving[q] = None /\ queue[q] # <<>> /\ Head(queue[q]) = p
    /\ queue' = [queue EXCEPT ![q] = Tail(@)] /\ serving' = [serving EXCEPT ![q] = <<p>>]
    /\ UNCHANGED <<proc, holds, image, context>>
Ceases(q) == serving' = [serving EXCEPT ![q] = None] /\ UNCHANGED <<proc, holds, queue, image>>
Reply_Abandoned(q) == Ready(q) /\ serving[q] = <<Nobody>> /\ Ceases(q) /\ UNCHANGED context
Reply(q, p) ==
    /\ Ready(q) /\ serving[q] = <<p>> /\ Ceases(q)
    /\ context' = After(context, Event("answer", q, p, proc[p].class))

----------------------------------------------------------------------------
Creates(p) == \E <<n, c>> \in Kinds[p] :
    \/ Create_Denied(p, n, c) \/ Create_NameTaken(p, n, c) \/ Create_ProcessesFull(p, n, c)
    \/ Create_TableFull(p, n, c) \/ Create_Withheld(p, n, c) \/ \E q \in Child : Create(p, n, c, q)
Opens(p) == \E n \in {k[1] : k \in Kinds[p]} :
    Open_NameUnknown(p, n) \/ Open_TableFull(p, n) \/ \E q \in Child : Open(p, n, q)
Installs(p) ==
    \/ Install_ResourcesFull(p) \/ Install_TableFull(p) \/ Remove(p)
    \/ \E <<c, d>> \in Images : Install(p, c, d) \/ Update(p, c, d)
    \/ \E c \in {i[1] : i \in Images} : Update_ClassMismatch(p, c)
Errs(p) ==
    \/ Create_ClassUnknown(p) \/ Install_ClassUnknown(p) \/ Load_BadHandle(p) \/ Start_BadHandle(p)
    \/ Terminate_BadHandle(p) \/ Freeze_BadHandle(p) \/ Status_BadHandle(p)
Controls(p) == \E q \in P :
    \/ Load_RightsMissing(p, q) \/ Load_WrongState(p, q) \/ Load_WrongType(p, q)
    \/ Load_ImageMismatch(p, q) \/ Load(p, q) \/ Start_RightsMissing(p, q) \/ Start_WrongState(p, q)
    \/ Start_ResourcesFull(p, q) \/ Start_Denied(p, q) \/ Start(p, q) \/ Terminate_RightsMissing(p, q)
    \/ Terminate_WrongState(p, q) \/ Freeze_RightsMissing(p, q) \/ Freeze_WrongState(p, q)
    \/ \E told \in SUBSET Clients(q) : Terminate(p, q, told) \/ Freeze(p, q, told)
    \/ \E end \in End : Status(p, q, end)
Joining(p) == \E <<q, r>> \in Links :
    Connect_WrongState(p, q, r) \/ Connect_NameTaken(p, q, r) \/ Connect(p, q, r)
Finishes(p) == Exit_Denied(p) \/ \E told \in SUBSET Clients(p) :
    (\E s \in Statuses : Exit(p, s, told)) \/ (\E code \in Codes : Trap(p, code, told))
Next ==
    \/ \E p \in Makers : Creates(p) \/ Joining(p)
    \/ \E p \in First : Controls(p)
    \/ \E p \in First \ Steady : Errs(p) \/ Opens(p) \/ Installs(p) \/ \E q \in P : Close(p, q)
    \/ \E p \in P \ Steady : Finishes(p)
    \/ \E p \in Child : Call_NotConnected(p) \/ Reply_Abandoned(p) \/ \E q \in Child :
        Call_Denied(p, q) \/ Call(p, q) \/ Take(p, q) \/ Reply(p, q)
Spec == Init /\ [][Next]_vars
----------------------------------------------------------------------------
\* LBL-1, LIFE-2: the policy remembers a process just from its granted start to its end.
StartedByGrant == \A p \in P : Is(p, Alive) <=> context[p] # "none"
\* LBL-1: of a class that no start is granted of, nothing has ever run.
BarredNeverRuns == \A p \in P : Is(p, {"absent", "created", "loaded"}) \/ proc[p].class \notin Barred
\* LIFE-3: who is not alive holds nothing; who does not run waits for nothing, and serves nobody.
DeadHoldsNothing == \A p \in P :
    /\ Is(p, Alive) \/ (holds[p] = {} /\ image[p] = None /\ (Is(p, {"absent"}) \/ proc[p].line = None))
    /\ Is(p, {"running"}) \/ (~Waits(p) /\ queue[p] = <<>> /\ serving[p] = None)
\* LIFE-1: how a process ended is told of it until it is loaded anew, and of no other.
EndIsTold == \A p \in P : ~Is(p, {"absent"}) => (Is(p, {"frozen", "ended"}) <=> proc[p].end # None)
\* LIFE-1: a place is taken while somebody holds its process or a link leads there; else by the living.
HeldOrAlive == \A q \in Child :
    LET led == \E p \in P : q \in holds[p] \/ (~Is(p, {"absent"}) /\ q \in proc[p].links) IN
    IF Is(q, {"absent"}) THEN ~led ELSE Is(q, Alive) \/ \E p \in P : q \in holds[p]
\* AVL-1: a process is created in its maker's own share, held by its family alone, and named once in it.
OwnShare == \A p \in P : \A q \in holds[p] \cap Child :
    p \in Makers /\ q \in Range(Share[p]) /\ Named(p, proc[q].name) = {q}
\* IPC-2: a process waits once, for the server of its line.
WaitsOnLine == \A p, q \in P : p \in Range(queue[q]) \cup Range(serving[q]) =>
    /\ proc[p].line = <<q>> /\ Cardinality({i \in 1..Len(queue[q]) : queue[q][i] = p}) <= 1
    /\ ~(p \in Range(queue[q]) /\ p \in Range(serving[q]))
\* Each must be violated: its outcome can happen.
ReachOrphan      == \A q \in Child : Is(q, {"running"}) => \E p \in P : q \in holds[p]
ReachAnew        == \A p \in First : ~Is(p, {"loaded"})
ReachShareIsFull == \A p \in Makers : Free(p) # <<>>
ReachFrozenHolds == \A p \in P : Is(p, {"frozen"}) => holds[p] = {}
ReachAbandoned   == \A p \in P : serving[p] # <<Nobody>>
ReachCut         == \A p \in P : ~Is(p, {"absent"}) => proc[p].line # Cut
ReachMoved       == context = Initial
============================================================================
