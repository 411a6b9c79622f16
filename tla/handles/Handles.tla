------------------------------ MODULE Handles ------------------------------
(***************************************************************************)
(* Handles as capabilities: copied, lent to other processes with no more   *)
(* rights, closed, and revoked with all that was derived from them.        *)
(* TypeScript twin: kernel/micro (services/handle, transfer.ts, let-go.ts).*)
(* Claims: what a step leaves of each table: CAP-1, CAP-2, CAP-3, LIFE-2.  *)
(* Leaves out: what a process begins with and keeps (the kernel's handle,  *)
(* channels, listener, badge); all rights but two; verdicts on services    *)
(* but RevokeSubtree; two handles in a message; what waits for a message,  *)
(* which the module Ipc has; the end of a process.  One action, one step.  *)
(***************************************************************************)
EXTENDS Naturals, FiniteSets, Derivation

CONSTANTS
    P, Channel,                \* processes, each with one thread; pairs <<client, server>>
    Makers, Badged,            \* who makes resources; who has a badge to mark what it derives
    Places, Objects,           \* Places[p], Objects[p]: most handles, most resources of p's making
    Transfers,                 \* most handles in one table that one channel has brought
    CopyMasks, SendMasks,      \* rights that copies are narrowed to, and those that are lent
    Contexts, Born,            \* what the policy can remember of a resource; of a new one
    Grants(_, _, _), After(_)  \* Grants(context, method, rights); After(context): once it is lent

ASSUME /\ Channel \subseteq P \X P /\ Makers \cup Badged \subseteq P
       /\ \A c, d \in Channel : c[2] = d[2] => c = d  \* a server has one client
VARIABLES
    handle,  \* handle[<<p, n>>]: the entry of number n in p's table
    call,    \* call[p]: the request of p that is not answered yet
    made,    \* the resources that there are
    context  \* context[r]: what the policy remembers of r

vars == <<handle, call, made, context>>

Idle      == [state |-> "none"]
Rights    == {"copy", "transfer"}
Number(p) == 1..Places[p]
Slot      == UNION {{p} \X Number(p) : p \in P}
Resource  == UNION {{p} \X (1..Objects[p]) : p \in P}  \* its maker, and which of its
Entry     == [state : {"live", "revoked"}, of : Resource, rights : SUBSET Rights,
              parent : Slot \cup {None}, marks : SUBSET Badged,  \* whose badges it bears
              over : Channel \cup {None}, inTransit : BOOLEAN]  \* what brought it; not taken yet
\* What q is told of in a message: nothing, a handle that is lent to it, or one of its own.
Told(q)   == {None} \cup ({"lent", "own"} \X Number(q) \X SUBSET Rights)

TypeOK ==
    /\ handle \in [Slot -> Entry \cup {Free}]
    /\ call \in [P -> {Idle} \cup [state : {"taken"}, to : P]
                  \cup UNION {[state : {"sent"}, to : {q}, told : Told(q)] : q \in P}]
    /\ made \subseteq Resource /\ context \in [Resource -> Contexts \cup {"none"}]

Init == /\ handle = [x \in Slot |-> Free] /\ call = [p \in P |-> Idle]
        /\ made = {} /\ context = [r \in Resource |-> "none"]

----------------------------------------------------------------------------
\* Process p calls a service, on its handle n.  TS: kernel/micro/services/handle.

Same          == UNCHANGED vars
FreeOf(p)     == {n \in Number(p) : handle[<<p, n>>] = Free}
Unmade(p)     == {i \in 1..Objects[p] : <<p, i>> \notin made}
Least(S)      == CHOOSE n \in S : \A m \in S : n <= m
Ready(p)      == call[p] = Idle
Has(p, n)     == Ready(p) /\ LET e == handle[<<p, n>>] IN e # Free /\ ~e.inTransit
HasNot(p, n)  == Ready(p) /\ ~Has(p, n)
Dead(p, n)    == Has(p, n) /\ handle[<<p, n>>].state = "revoked"
Usable(p, n)  == Has(p, n) /\ handle[<<p, n>>].state = "live"
Can(p, n, r)  == Usable(p, n) /\ r \in handle[<<p, n>>].rights
Tells(p)      == call[p].state = "sent" /\ call[p].told # None
ToldOf(p)     == IF Tells(p) THEN {<<call[p].to, call[p].told[2]>>} ELSE {}
May(p, n, s, m) == Grants(context[handle[<<p, n>>].of], s, handle[<<p, n>>].rights \cap m)
Sub(p, n)     == May(p, n, "RevokeSubtree", Rights)
\* A resource that no live entry names is destroyed, and its context dropped (LIFE-2).
LetGo(h) == LET left == {h[x].of : x \in Live(h)} IN
    /\ handle' = h /\ made' = made \cap left
    /\ context' = [r \in Resource |-> IF r \in left THEN context[r] ELSE "none"]
    /\ call' = [p \in P |-> IF ToldOf(p) \subseteq Held(h) THEN call[p]
                            ELSE [call[p] EXCEPT !.told = None]]  \* its number may be another's

CreateUserObject_ResourcesFull(p) == Ready(p) /\ Unmade(p) = {} /\ Same
CreateUserObject_TableFull(p)     == Ready(p) /\ Unmade(p) # {} /\ FreeOf(p) = {} /\ Same
CreateUserObject(p, n) ==
    /\ Ready(p) /\ Unmade(p) # {} /\ n \in FreeOf(p) /\ n = Least(FreeOf(p))
    /\ LET r == <<p, Least(Unmade(p))>> IN
       /\ handle' = [handle EXCEPT ![<<p, n>>] = Root(r, Rights)]
       /\ made' = made \cup {r} /\ context' = [context EXCEPT ![r] = Born] /\ UNCHANGED call
Copy_BadHandle(p, n)     == HasNot(p, n) /\ Same
Copy_HandleRevoked(p, n) == Dead(p, n) /\ Same
Copy_RightsMissing(p, n) == Usable(p, n) /\ ~Can(p, n, "copy") /\ Same
Copy_WrongType(p, n)     == Can(p, n, "copy") /\ Same  \* what is named as a badge is none
Copy_TableFull(p, n)     == Can(p, n, "copy") /\ FreeOf(p) = {} /\ Same
Copy(p, n, m, b, k) ==  \* with the rights of m, marked by b, to number k
    /\ Can(p, n, "copy") /\ k \in FreeOf(p) /\ k = Least(FreeOf(p))
    /\ handle' = Derive(handle, <<p, n>>, <<p, k>>, m, b, None, FALSE)
    /\ UNCHANGED <<call, made, context>>
Close_BadHandle(p, n)      == HasNot(p, n) /\ Same
Close(p, n)                == Has(p, n) /\ LetGo(Without(handle, <<p, n>>))
Revoke_BadHandle(p, n)     == HasNot(p, n) /\ Same
Revoke_HandleRevoked(p, n) == Dead(p, n) /\ Same
Revoke(p, n) == LET x == <<p, n>> IN
    Usable(p, n) /\ LetGo(Without(Revoked(handle, Below(handle, x)), x))
RevokeSubtree_BadHandle(p, n)     == HasNot(p, n) /\ Same
RevokeSubtree_Denied(p, n)        == Usable(p, n) /\ ~Sub(p, n) /\ Same
RevokeSubtree_HandleRevoked(p, n) == Dead(p, n) /\ Same
RevokeSubtree_Badgeless(p, n)     == Usable(p, n) /\ Sub(p, n) /\ Same
RevokeSubtree_WrongType(p, n)     == Usable(p, n) /\ Sub(p, n) /\ Same
RevokeSubtree(p, n) ==  \* with the badge of p
    Usable(p, n) /\ Sub(p, n) /\ LetGo(Revoked(handle, Marked(handle, <<p, n>>, p)))

----------------------------------------------------------------------------
\* Process p sends q its handle n, in a request or a response.  TS: kernel/micro/transfer.ts.

Serves(p, q)    == call[q] = [state |-> "taken", to |-> p]
Way(k, p, q)    == Ready(p) /\ IF k = "request" THEN <<p, q>> \in Channel ELSE Serves(p, q)
Over(k, p, q)   == IF k = "request" THEN <<p, q>> ELSE <<q, p>>
Brought(q, c)   == Cardinality({x \in Held(handle) : x[1] = q /\ handle[x].over = c})
Room(k, p, q)   == Brought(q, Over(k, p, q)) < Transfers
Able(k, p, q, n) == Way(k, p, q) /\ Can(p, n, "transfer")
Back(p, q, n)   == Own(handle, <<p, n>>, q)  \* q's own, which comes back to it; no entry is made
Fits(k, p, q, n) == Able(k, p, q, n) /\ (Back(p, q, n) = None => Room(k, p, q) /\ FreeOf(q) # {})
\* A request stands until it is taken; a response ends the call, and tells now.
Goes(k, p, q, told, now) == IF k = "request"
    THEN now = None /\ call' = [call EXCEPT ![p] = [state |-> "sent", to |-> q, told |-> told]]
    ELSE now = told /\ call' = [call EXCEPT ![q] = Idle]
Passes(k, p, q, n, m, told, now) ==
    /\ Fits(k, p, q, n) /\ May(p, n, "Pass", m) /\ Goes(k, p, q, told, now) /\ UNCHANGED made
    /\ context' = [context EXCEPT ![handle[<<p, n>>].of] = After(@)]
Send_Nothing(k, p, q) ==
    Way(k, p, q) /\ Goes(k, p, q, None, None) /\ UNCHANGED <<handle, made, context>>
Send_BadHandle(k, p, q, n)     == Way(k, p, q) /\ HasNot(p, n) /\ Same
Send_HandleRevoked(k, p, q, n) == Way(k, p, q) /\ Dead(p, n) /\ Same
Send_RightsMissing(k, p, q, n) == Way(k, p, q) /\ Usable(p, n) /\ ~Can(p, n, "transfer") /\ Same
Send_WrongType(k, p, q, n)     == Able(k, p, q, n) /\ Same  \* what is named as a badge is none
Send_TransfersFull(k, p, q, n) == Able(k, p, q, n) /\ Back(p, q, n) = None /\ ~Room(k, p, q) /\ Same
Send_TableFull(k, p, q, n) ==
    Able(k, p, q, n) /\ Back(p, q, n) = None /\ Room(k, p, q) /\ FreeOf(q) = {} /\ Same
Send_Denied(k, p, q, n, m) ==  \* a response that is denied ends the call as well
    /\ Fits(k, p, q, n) /\ ~May(p, n, "Pass", m) /\ UNCHANGED <<handle, made, context>>
    /\ call' = IF k = "request" THEN call ELSE [call EXCEPT ![q] = Idle]
Send_Lent(k, p, q, n, m, b, now) ==
    /\ Fits(k, p, q, n) /\ Back(p, q, n) = None
    /\ LET i == Least(FreeOf(q)) IN
       /\ Passes(k, p, q, n, m, <<"lent", i, handle[<<p, n>>].rights \cap m>>, now)
       /\ handle' = Derive(handle, <<p, n>>, <<q, i>>, m, b, Over(k, p, q), k = "request")
Send_Returned(k, p, q, n, m, now) ==
    /\ Fits(k, p, q, n) /\ Back(p, q, n) # None /\ UNCHANGED handle
    /\ Passes(k, p, q, n, m, <<"own", Back(p, q, n)[2], handle[<<p, n>>].rights \cap m>>, now)

Take(p, q, told) ==  \* p takes the request of q, and is told of the handle in it
    /\ Ready(p) /\ call[q] = [state |-> "sent", to |-> p, told |-> told]
    /\ call' = [call EXCEPT ![q] = [state |-> "taken", to |-> p]] /\ UNCHANGED <<made, context>>
    /\ handle' = IF told # None /\ told[1] = "lent"
                 THEN [handle EXCEPT ![<<p, told[2]>>].inTransit = FALSE] ELSE handle

----------------------------------------------------------------------------
Marks(p) == SUBSET ({p} \cap Badged)
Service(p, n) ==
    \/ Copy_BadHandle(p, n) \/ Copy_HandleRevoked(p, n) \/ Copy_RightsMissing(p, n)
    \/ Copy_WrongType(p, n) \/ Copy_TableFull(p, n)
    \/ \E m \in CopyMasks, b \in Marks(p), k \in Number(p) : Copy(p, n, m, b, k)
    \/ Close_BadHandle(p, n) \/ Close(p, n) \/ Revoke_BadHandle(p, n) \/ Revoke(p, n)
    \/ Revoke_HandleRevoked(p, n) \/ RevokeSubtree_BadHandle(p, n) \/ RevokeSubtree_Denied(p, n)
    \/ RevokeSubtree_HandleRevoked(p, n) \/ RevokeSubtree_Badgeless(p, n)
    \/ RevokeSubtree_WrongType(p, n) \/ (p \in Badged /\ RevokeSubtree(p, n))
Send(k, p, q) == Send_Nothing(k, p, q) \/ \E n \in Number(p) :
    \/ Send_BadHandle(k, p, q, n) \/ Send_HandleRevoked(k, p, q, n)
    \/ Send_RightsMissing(k, p, q, n) \/ Send_WrongType(k, p, q, n)
    \/ Send_TransfersFull(k, p, q, n) \/ Send_TableFull(k, p, q, n)
    \/ \E m \in SendMasks : Send_Denied(k, p, q, n, m) \/ \E now \in Told(q) :
        Send_Returned(k, p, q, n, m, now) \/ \E b \in Marks(p) : Send_Lent(k, p, q, n, m, b, now)
Next ==
    \/ \E p \in Makers : \/ CreateUserObject_ResourcesFull(p) \/ CreateUserObject_TableFull(p)
                         \/ \E n \in Number(p) : CreateUserObject(p, n)
    \/ \E p \in P : \E n \in Number(p) : Service(p, n)
    \/ \E <<p, q>> \in Channel :
        Send("request", p, q) \/ Send("response", q, p) \/ \E told \in Told(q) : Take(q, p, told)
Spec == Init /\ [][Next]_vars
----------------------------------------------------------------------------
\* CAP-1: what is derived names the same resource, with no more rights.
NoMoreRights == \A x \in Derived(handle) : LET y == handle[x].parent IN
    y \in Held(handle) /\ handle[x].of = handle[y].of /\ handle[x].rights \subseteq handle[y].rights
\* CAP-3: no entry descends from itself: of any entries, one hangs from none of them.
IsForest == \A S \in SUBSET Derived(handle) : S = {} \/ \E x \in S : handle[x].parent \notin S
\* CAP-2: what hangs from a revoked entry is revoked.
RevokedBelow == \A x \in Derived(handle) : x \in Live(handle) => handle[x].parent \in Live(handle)
\* LIFE-2: there is what some live entry names, and of nothing else is anything remembered.
MadeIsHeld == /\ made = {handle[x].of : x \in Live(handle)}
              /\ made = {r \in Resource : context[r] # "none"}
\* IPC-2: an entry is in transit just while a request that is not taken tells of it as lent.
TransitIsSent == {x \in Held(handle) : handle[x].inTransit} =
    UNION {ToldOf(p) : p \in {p \in P : Tells(p) /\ call[p].told[1] = "lent"}}
\* IPC-2: what a request tells of is there.
ToldIsHeld == \A p \in P : ToldOf(p) \subseteq Held(handle)
\* AVL-1: a channel takes no more than its share of a table.
ShareOfChannel == \A q \in P, c \in Channel : Brought(q, c) <= Transfers

\* Each must be violated: its outcome can happen.
ReachRevoked    == Held(handle) = Live(handle)
ReachOutlives   == \A x \in Held(handle) : handle[x].of \in made
ReachGrandchild == \A x \in Derived(handle) : Cardinality(Above(handle, x)) < 2
ReachMarked     == \A x \in Held(handle) : handle[x].marks = {}
============================================================================
