------------------------------- MODULE Memory -------------------------------
(***************************************************************************)
(* Memory: regions, frames, rights of pages, buffers that are shared by    *)
(* handles, accesses by tables and by what a core has kept of them, and    *)
(* the way of a frame from its last use to its next.                       *)
(* TypeScript twin: kernel/micro (services/vmm, memory, access.ts,         *)
(* complete-invalidation.ts, let-go.ts, end-process.ts, settle.ts).        *)
(* Claims: who reaches which frame, by tables and by stale translations:   *)
(* MEM-2, MEM-3, MEM-4, MEM-5, MEM-6.                                      *)
(* Leaves out: regions of several pages, buffers of several frames and     *)
(* their clones, image, frames for page tables, places that the kernel     *)
(* chooses, devices and their IOMMU, rights but those to map,              *)
(* handles but those of buffers, verdicts (all is granted), audit, boot.   *)
(* One action is one step; one that a core ends with forgets there.        *)
(***************************************************************************)
EXTENDS Buffers

CONSTANTS
    Makers,   \* processes that reserve and commit memory
    Traps     \* processes that may fault of their own

ASSUME /\ Channel \subseteq P \X P /\ Makers \cup Sharers \cup Traps \subseteq P
       /\ Home \in [P -> Core] /\ Asks \subseteq Rights /\ Masks \subseteq {"all", "r"}

Translation == {x \o <<f, r>> : x \in Place, f \in Frame, r \in Rights}
TypeOK ==
    /\ proc \in [P -> {"ready", "protecting", "calling", "asked", "serving", "dead"}]
    /\ frame \in [Frame -> [state : {"free", "used", "passing"}, awaits : SUBSET Core]]
    /\ content \in [Frame -> P \cup {"zero"}]
    /\ page \in [Place -> [by : {None, Own} \cup Buffer, frame : {None} \cup Frame, rights : Rights,
                           awaits : SUBSET Core]]
    /\ table \in [Place -> {None} \cup (Frame \X Rights)]
    /\ DOMAIN stale = Core /\ \A c \in Core : stale[c] \subseteq Translation
    /\ pending \in [Core -> SUBSET Place]
    /\ buffer \in [Buffer -> {None} \cup (Frame \X {"data", "code"})]
    /\ handle \in [P \X Buffer -> {None} \cup ({"live", "revoked", "sent"} \X Rights)]

Init ==
    /\ proc = [p \in P |-> "ready"] /\ frame = [f \in Frame |-> Unused] /\ content = [f \in Frame |-> "zero"]
    /\ page = [x \in Place |-> Nothing] /\ table = [x \in Place |-> None]
    /\ stale = [c \in Core |-> {}] /\ pending = [c \in Core |-> {}]
    /\ buffer = [o \in Buffer |-> None] /\ handle = [y \in P \X Buffer |-> None]

Given(p, v, r) == LET g == NextFrame(p) IN Mapped(Taken(Now, g), <<p, v>>, Own, g, r)
Makes(p) == Ready(p) /\ p \in Makers

----------------------------------------------------------------------------
\* Process p reserves, commits, decommits and frees memory.  TS: kernel/micro/services/vmm.

Allocate_WriteExecute(p) == Makes(p) /\ Refused
Allocate_PagesFull(p)    == Makes(p) /\ Gaps(p) = {} /\ Refused
Allocate_Occupied(p, v)  == Makes(p) /\ IsTaken(p, v) /\ Refused
Allocate_FramesFull(p)   == Makes(p) /\ Places(p) # {} /\ FreeFrames(p) = {} /\ Refused
Allocate_Reserved(p, v)  == Makes(p) /\ v \in Places(p) /\ Does(p, [Now EXCEPT !.page[<<p, v>>].by = Own])
Allocate(p, v, r) == Makes(p) /\ v \in Places(p) /\ FreeFrames(p) # {} /\ r \in Asks /\ Does(p, Given(p, v, r))

Commit_NotMapped(p, v)  == Makes(p) /\ v \in Gaps(p) /\ Refused
Commit_WrongType(p, v)  == Makes(p) /\ v \notin Gaps(p) /\ ~IsOwn(p, v) /\ Refused
Bare(p, v)              == IsOwn(p, v) /\ ~HasFrame(p, v) /\ IsForgotten(p, v)
Commit_Occupied(p, v)   == Makes(p) /\ IsOwn(p, v) /\ ~Bare(p, v) /\ Refused
Commit_FramesFull(p, v) == Makes(p) /\ Bare(p, v) /\ FreeFrames(p) = {} /\ Refused
Commit(p, v, r) == Makes(p) /\ Bare(p, v) /\ FreeFrames(p) # {} /\ r \in Asks /\ Does(p, Given(p, v, r))

Decommit_NotMapped(p, v) == Makes(p) /\ v \in Gaps(p) /\ Refused
Decommit_WrongType(p, v) == Makes(p) /\ v \notin Gaps(p) /\ ~IsOwn(p, v) /\ Refused
Decommit(p, v) == Makes(p) /\ IsOwn(p, v) /\ Does(p, Without(Now, {<<p, v>>}, [Nothing EXCEPT !.by = Own]))

Free_NotMapped(p, v) == Ready(p) /\ v \in Gaps(p) /\ Refused
Free(p, v)           == Ready(p) /\ v \notin Gaps(p) /\ Does(p, Without(Now, {<<p, v>>}, Nothing))

\* Other rights: no more than both at once, and all of the new when no core has the old.
Kinds(p, v, r) == LET held == Holds(Now, page[<<p, v>>].frame) IN
    (r = "rw" => "code" \notin held) /\ (r = "rx" => "data" \notin held)
MayHave(p, v, r) == IF IsOwn(p, v) THEN TRUE ELSE Allows(handle[<<p, page[<<p, v>>].by>>][2], r)

Protect_NotMapped(p, v)        == Ready(p) /\ ~HasFrame(p, v) /\ Refused
Protect_RightsMissing(p, v, r) == Ready(p) /\ HasFrame(p, v) /\ ~MayHave(p, v, r) /\ Refused
Protect_WriteExecute(p, v, r)  == Ready(p) /\ HasFrame(p, v) /\ MayHave(p, v, r) /\ ~Kinds(p, v, r) /\ Refused
Protect(p, v, r) ==  \* it waits, unless there is no other core
    /\ Ready(p) /\ HasFrame(p, v) /\ r \in Asks /\ MayHave(p, v, r) /\ Kinds(p, v, r)
    /\ LET x == <<p, v>> IN
       Does(p, [Asked(Now, {x}) EXCEPT !.page[x].rights = r, !.page[x].awaits = Core,
                    !.table[x][2] = Both(table[x][2], r), !.proc[p] = "protecting"])

----------------------------------------------------------------------------
\* Process p accesses v, by its tables or by what core c has kept.  TS: kernel/micro/access.ts.

Lets(t, kind)     == kind = "load" \/ (kind = "store" /\ t = "rw") \/ (kind = "fetch" /\ t = "rx")
Tables(p, v, kind) == Ready(p) /\ table[<<p, v>>] # None /\ Lets(table[<<p, v>>][2], kind)
Faults(p, v, kind) == Ready(p) /\ ~Tables(p, v, kind) /\ Does(p, Ended(Now, p))
Kept(p, c, v, f, r, kind) == Ready(p) /\ <<p, v, f, r>> \in stale[c] /\ Lets(r, kind)
Written(f, p) == content' = [content EXCEPT ![f] = p]
                 /\ UNCHANGED <<proc, frame, page, table, stale, pending, buffer, handle>>

Load(p, v, s)                 == Tables(p, v, "load") /\ s = content[table[<<p, v>>][1]] /\ UNCHANGED vars
Load_Stale(p, c, v, f, r, s)  == Kept(p, c, v, f, r, "load") /\ s = content[f] /\ UNCHANGED vars
Load_Faulted(p, v)            == Faults(p, v, "load")
Fetch(p, v, s)                == Tables(p, v, "fetch") /\ s = content[table[<<p, v>>][1]] /\ UNCHANGED vars
Fetch_Stale(p, c, v, f, r, s) == Kept(p, c, v, f, r, "fetch") /\ s = content[f] /\ UNCHANGED vars
Fetch_Faulted(p, v)           == Faults(p, v, "fetch")
Store(p, v)                   == Tables(p, v, "store") /\ Written(table[<<p, v>>][1], p)
Store_Stale(p, c, v, f, r)    == Kept(p, c, v, f, r, "store") /\ Written(f, p)
Store_Faulted(p, v)           == Faults(p, v, "store")

Trap(p)                 == Ready(p) /\ p \in Traps /\ Does(p, Ended(Now, p))
CompleteInvalidation(c) == pending[c] # {} /\ Becomes(Forgotten(Now, c))

----------------------------------------------------------------------------
AtPage(p, v) ==
    \/ Allocate_Occupied(p, v) \/ Allocate_Reserved(p, v) \/ Commit_NotMapped(p, v) \/ Commit_WrongType(p, v) \/ Commit_Occupied(p, v)
    \/ Commit_FramesFull(p, v) \/ Decommit_NotMapped(p, v) \/ Decommit_WrongType(p, v) \/ Decommit(p, v)
    \/ Free_NotMapped(p, v) \/ Free(p, v) \/ Protect_NotMapped(p, v)
    \/ MdlCreateFromVm_WrongType(p, v) \/ MdlCreateFromVm_NotMapped(p, v)
    \/ Load_Faulted(p, v) \/ Fetch_Faulted(p, v) \/ Store(p, v) \/ Store_Faulted(p, v)
    \/ \E r \in Asks : Allocate(p, v, r) \/ Commit(p, v, r) \/ Protect_RightsMissing(p, v, r) \/ Protect_WriteExecute(p, v, r) \/ Protect(p, v, r)
    \/ \E k \in {"data", "code"} :
        MdlCreateFromVm_WriteExecute(p, v, k) \/ MdlCreateFromVm_ResourcesFull(p, v, k)
        \/ MdlCreateFromVm(p, v, k)
    \/ \E s \in P \cup {"zero"} : Load(p, v, s) \/ Fetch(p, v, s)
    \/ \E c \in Core, f \in Frame, r \in Rights : Store_Stale(p, c, v, f, r)
        \/ \E s \in P \cup {"zero"} : Load_Stale(p, c, v, f, r, s) \/ Fetch_Stale(p, c, v, f, r, s)
OnBuffer(p, o) ==
    \/ MdlMap_HandleRevoked(p, o) \/ MdlMap_PagesFull(p, o) \/ Close(p, o) \/ Revoke_HandleRevoked(p, o)
    \/ Revoke(p, o)
    \/ \E r \in Asks : MdlMap_RightsMissing(p, o, r) \/ \E v \in 1..Pages : MdlMap(p, o, v, r)
    \/ \E v \in 1..Pages : MdlMap_Occupied(p, o, v)
    \/ \E q \in P, m \in Masks : Call(p, q, o, m)
Next == \/ \E p \in P : Allocate_WriteExecute(p) \/ Allocate_PagesFull(p) \/ Allocate_FramesFull(p) \/ Trap(p)
                       \/ MdlCreate_WriteExecute(p) \/ MdlCreate_FramesFull(p) \/ MdlCreate(p)
        \/ \E p, q \in P : Recv(q, p) \/ Reply(q, p)
        \/ \E p \in P, v \in 1..Pages : AtPage(p, v)
        \/ \E p \in P, o \in Buffer : OnBuffer(p, o)
        \/ \E c \in Core : CompleteInvalidation(c)
Spec == Init /\ [][Next]_vars

----------------------------------------------------------------------------
ByTables == {x \o table[x] : x \in {y \in Place : table[y] # None}}
ByCores  == UNION {stale[c] : c \in Core}
Holder(p, f) == \E o \in Buffer : buffer[o] # None /\ buffer[o][1] = f
                                /\ handle[<<p, o>>] # None /\ handle[<<p, o>>][1] = "live"
\* MEM-2, MEM-4: tables lead to what a process has of its own, or holds; a core that goes elsewhere is to forget it.
NoForeignFrames ==
    /\ \A t \in ByTables : IF IsOwn(t[1], t[2]) THEN t[3][1] = t[1] ELSE Holder(t[1], t[3])
    /\ \A c \in Core, t \in ByCores : t \in stale[c] =>
        t[3][1] = t[1] \/ Holder(t[1], t[3]) \/ <<t[1], t[2]>> \in pending[c]
\* MEM-3: what may be used again is clear, and nothing leads there.
FreeIsClear == \A f \in Frame : frame[f].state = "free" =>
    content[f] = "zero" /\ \A t \in ByTables \cup ByCores : t[3] # f
\* MEM-3: what passes awaits each core that may go there, and none that has nothing to forget.
PassingAwaits == \A f \in Frame : frame[f].state = "passing" =>
    /\ frame[f].awaits # {} /\ frame[f].awaits \subseteq Awaited(Now) /\ \A t \in ByTables : t[3] # f
    /\ \A c \in Core, t \in ByCores : t \in stale[c] /\ t[3] = f => c \in frame[f].awaits
\* MEM-2: where a core may still go by what was taken away, nothing is mapped.
NoOldPlaces == \A c \in Core : \A x \in pending[c] : table[x] # None => c \in page[x].awaits
\* MEM-5: no frame is written by one way and executed by another.
WriteOrExecute == \A t, u \in ByTables \cup ByCores : t[3] = u[3] => ~(t[4] = "rw" /\ u[4] = "rx")
\* MEM-2: the tables have what the books say, or less while a core may have more.
TablesAreBooks == \A x \in Place :
    /\ page[x].frame = None <=> table[x] = None
    /\ table[x] # None => /\ table[x][1] = page[x].frame /\ Allows(page[x].rights, table[x][2])
                          /\ page[x].awaits = {} => table[x][2] = page[x].rights
\* MEM-4: a buffer is there as long as somebody holds it, and its frame is used.
BufferIsHeld == \A o \in Buffer :
    (buffer[o] # None <=> IsHeld(Now, o)) /\ (buffer[o] # None => frame[buffer[o][1]].state = "used")
\* Who waits for cores waits for one that is to forget something; the dead have nothing.
WaitsEnd == \A p \in P : proc[p] = "protecting" => Awaited(Now) # {}
DeadHaveNothing == \A p \in P : proc[p] = "dead" =>
    /\ \A v \in 1..Pages : v \in Gaps(p) /\ table[<<p, v>>] = None
    /\ \A o \in Buffer : handle[<<p, o>>] = None /\ \A i \in 1..Share : frame[<<p, i>>].state # "used"

\* Each must be violated: its outcome can happen.
ReachShared     == \A t, u \in ByTables : t[3] = u[3] => t[1] = u[1]
ReachForeign    == \A t \in ByCores : t[3][1] = t[1] \/ Holder(t[1], t[3])
ReachWritten    == \A f \in Frame : frame[f].state = "passing" => content[f] \in {f[1], "zero"}
ReachPartly     == \A f \in Frame : frame[f].state = "passing" => frame[f].awaits = Core
ReachProtecting == \A p \in P : proc[p] # "protecting"
ReachNarrow     == \A c \in Core, x \in Place :
    table[x] # None => \A t \in stale[c] : <<t[1], t[2], t[3]>> = x \o <<table[x][1]>> => Allows(t[4], table[x][2])
ReachCode       == \A o \in Buffer : buffer[o] # None => buffer[o][2] = "data"
ReachSettling   == \A f \in Frame : frame[f].state = "used" => frame[f].awaits = {}
ReachOutlived   == \A p \in P, o \in Buffer : proc[o[1]] = "dead" => handle[<<p, o>>] = None
ReachAfterDeath == \A p, q \in P : proc[p] = "dead" => \A i \in 1..Share : frame[<<p, i>>].state = "free"
============================================================================
