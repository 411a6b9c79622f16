-------------------------------- MODULE Dma --------------------------------
(***************************************************************************)
(* DMA: drivers that register devices and buffers for them, domains of the *)
(* IOMMU, devices that read and write anywhere at any time, by tables and  *)
(* by what the IOMMU has kept of them, and frames that come back when      *)
(* nobody may go there any more.                                           *)
(* TypeScript twin: kernel/micro (services/io, services/iommu, devices,    *)
(* dma.ts, complete-invalidation.ts, destroy.ts, end-process.ts).          *)
(* Claims: what devices reach, and when it is used again: DRV-1.           *)
(* Leaves out: domains that a driver makes, ports, interrupts, registers   *)
(* that devices share, buffers of several frames or that are mapped or     *)
(* lent, frames for tables, devices that no IOMMU sees, cores, verdicts    *)
(* (all is granted), audit, boot.  One action is one step.                 *)
(***************************************************************************)
EXTENDS Devices

CONSTANTS
    Drives,   \* pairs <<p, k>>: which devices a process asks for
    Makers,   \* processes that make buffers
    Traps     \* processes that may fault of their own

ASSUME /\ Drives \subseteq P \X Device /\ Makers \subseteq P
       /\ Traps \subseteq P /\ None \notin P /\ Iommu \notin Device /\ "zero" \notin Device

TypeOK ==
    /\ proc \in [P -> {"ready", "dead"}]
    /\ registers \in [P \X Device -> 0..Resources]
    /\ buffer \subseteq Frame
    /\ power \in [Device -> {"quiet", "running", "stopping"}]
    /\ domain \in [Device -> P \cup {None}]
    /\ former \in [Device -> SUBSET P]
    /\ reach \in [P -> SUBSET Frame] /\ kept \in [P -> SUBSET Frame]
    /\ asked.pages \subseteq P \X Frame /\ asked.devices \subseteq Device \X P
    /\ frame \in [Frame -> [state : {"free", "used", "passing"}, awaits : SUBSET Agent]]
    /\ content \in [Frame -> Device \cup {"zero"}]

Init ==
    /\ proc = [p \in P |-> "ready"] /\ registers = [x \in P \X Device |-> 0] /\ buffer = {}
    /\ power = [k \in Device |-> "quiet"] /\ domain = [k \in Device |-> None] /\ former = [k \in Device |-> {}]
    /\ reach = [p \in P |-> {}] /\ kept = [p \in P |-> {}] /\ asked = Unasked
    /\ frame = [f \in Frame |-> Unused] /\ content = [f \in Frame |-> "zero"]

----------------------------------------------------------------------------
\* Driver p registers device k, buffers for it, and lets them go.  TS: kernel/micro/services/io.

\* A device is another's, or has not come to rest since it was somebody's.
Taken(p, k) == IF Owners(Now, k) = {} THEN power[k] # "quiet" ELSE p \notin Owners(Now, k)
Full(p)     == Made(p) = Resources
Asks(p, k)  == Ready(p) /\ <<p, k>> \in Drives
Makes(p)    == Ready(p) /\ p \in Makers

RegisterMmio_Occupied(p, k)      == Asks(p, k) /\ Taken(p, k) /\ Refused
RegisterMmio_ResourcesFull(p, k) == Asks(p, k) /\ ~Taken(p, k) /\ Full(p) /\ Refused
RegisterMmio(p, k) ==
    /\ Asks(p, k) /\ ~Taken(p, k) /\ ~Full(p)
    /\ Becomes([Now EXCEPT !.registers[<<p, k>>] = @ + 1, !.power[k] = "running"])

RegisterDma_WriteExecute(p)  == Makes(p) /\ Refused
RegisterDma_FramesFull(p)    == Makes(p) /\ FreeFrames(p) = {} /\ Refused
RegisterDma_ResourcesFull(p) == Makes(p) /\ FreeFrames(p) # {} /\ Full(p) /\ Refused
RegisterDma(p) ==
    /\ Makes(p) /\ FreeFrames(p) # {} /\ ~Full(p)
    /\ LET f == <<p, Least(FreeFrames(p))>> IN
       Becomes([Now EXCEPT !.buffer = @ \cup {f}, !.reach[p] = @ \cup {f}, !.frame[f] = Used])

CloseMmio(p, k) ==
    /\ Ready(p) /\ registers[<<p, k>>] > 0
    /\ LET m == [Now EXCEPT !.registers[<<p, k>>] = @ - 1] IN
       Becomes(Stopped(m, {k} \ Claims(m, p)))
CloseDma(p, f) == Ready(p) /\ f \in Buffers(Now, p) /\ Becomes(Without(Now, {f}))

\* Driver p puts device k into its own domain, and takes it out.  TS: kernel/micro/services/iommu.
Own(p, k) == Asks(p, k) /\ k \in Claims(Now, p)

Attach_RightsMissing(p, k) == Asks(p, k) /\ ~Own(p, k) /\ Refused
Attach_Occupied(p, k)      == Own(p, k) /\ domain[k] # None /\ Refused
Attach(p, k)               == Own(p, k) /\ domain[k] = None /\ Becomes([Now EXCEPT !.domain[k] = p])

Detach_RightsMissing(p, k) == Asks(p, k) /\ ~Own(p, k) /\ Refused
Detach_WrongState(p, k)    == Own(p, k) /\ domain[k] = None /\ Refused
Detach(p, k)               == Own(p, k) /\ domain[k] # None /\ Becomes(Detached(Now, {k}))

Trap(p) == Ready(p) /\ p \in Traps /\ Becomes(Ended(Now, p))

----------------------------------------------------------------------------
\* Device k reads or writes frame f: as it is attached; by what the IOMMU has kept of a domain d that it is or was in;
\* or by the tables of one that it was in.  TS: kernel/micro/dma.ts, arch/machine/dma-access.ts.

Acts(k)         == power[k] # "quiet"
Into(k)         == IF domain[k] = None THEN {} ELSE reach[domain[k]]
Usual(k, f)     == Acts(k) /\ f \in Into(k)
Kept(k, d, f)   == Acts(k) /\ d \in former[k] \cup {domain[k]} /\ d # None /\ f \in kept[d]
Former(k, d, f) == Acts(k) /\ d \in former[k] /\ f \in reach[d]
Blocked(k, f)   == Acts(k) /\ f \notin Into(k) /\ Refused
Quiet(k)        == ~Acts(k) /\ Refused
Read(f, s)      == s = content[f] /\ UNCHANGED vars
Written(k, f)   == Becomes([Now EXCEPT !.content[f] = k])

DmaRead(k, f, s)           == Usual(k, f) /\ Read(f, s)
DmaRead_Kept(k, d, f, s)   == Kept(k, d, f) /\ Read(f, s)
DmaRead_Former(k, d, f, s) == Former(k, d, f) /\ Read(f, s)
DmaRead_Blocked(k, f)      == Blocked(k, f)
DmaRead_Quiet(k, f)        == f \in Frame /\ Quiet(k)
DmaWrite(k, f)             == Usual(k, f) /\ Written(k, f)
DmaWrite_Kept(k, d, f)     == Kept(k, d, f) /\ Written(k, f)
DmaWrite_Former(k, d, f)   == Former(k, d, f) /\ Written(k, f)
DmaWrite_Blocked(k, f)     == Blocked(k, f)
DmaWrite_Quiet(k, f)       == f \in Frame /\ Quiet(k)

\* The IOMMU, or a device, does what it was asked to.  TS: kernel/micro/complete-invalidation.ts.
CompleteInvalidation(a) ==
    a \in Awaited(Now) /\ Becomes(IF a = Iommu THEN Forgotten(Now) ELSE Rested(Now, a))

----------------------------------------------------------------------------
Does(p, k) ==
    \/ RegisterMmio_Occupied(p, k) \/ RegisterMmio_ResourcesFull(p, k) \/ RegisterMmio(p, k) \/ CloseMmio(p, k)
    \/ Attach_RightsMissing(p, k) \/ Attach_Occupied(p, k) \/ Attach(p, k)
    \/ Detach_RightsMissing(p, k) \/ Detach_WrongState(p, k) \/ Detach(p, k)
Accesses(k, f) ==
    \/ DmaRead_Blocked(k, f) \/ DmaRead_Quiet(k, f) \/ DmaWrite(k, f) \/ DmaWrite_Blocked(k, f) \/ DmaWrite_Quiet(k, f)
    \/ \E s \in Device \cup {"zero"} : DmaRead(k, f, s)
    \/ \E d \in P : DmaWrite_Kept(k, d, f) \/ DmaWrite_Former(k, d, f)
    \/ \E d \in P, s \in Device \cup {"zero"} : DmaRead_Kept(k, d, f, s) \/ DmaRead_Former(k, d, f, s)
Next == \/ \E p \in P : RegisterDma_WriteExecute(p) \/ RegisterDma_FramesFull(p) \/ RegisterDma_ResourcesFull(p)
                       \/ RegisterDma(p) \/ Trap(p)
        \/ \E p \in P, f \in Frame : CloseDma(p, f)
        \/ \E p \in P, k \in Device : Does(p, k)
        \/ \E k \in Device, f \in Frame : Accesses(k, f)
        \/ \E a \in Agent : CompleteInvalidation(a)
Spec == Init /\ [][Next]_vars

----------------------------------------------------------------------------
\* All that a device may reach in one way or another.
Reached(k) == {f \in Frame : Usual(k, f) \/ \E d \in P : Kept(k, d, f) \/ Former(k, d, f)}
\* DRV-1: a device reaches buffers of who has it, or had it until the IOMMU forgets; or what waits for that.
NoForeignFrames == \A k \in Device : \A f \in Reached(k) :
    /\ f[1] \in Owners(Now, k) \cup former[k]
    /\ f \in buffer \/ (frame[f].state = "passing" /\ Iommu \in frame[f].awaits)
\* DRV-1: what may be used again is clear, and no domain leads there, nor anything that was kept of one.
FreeIsClear == \A f \in Frame : frame[f].state = "free" =>
    content[f] = "zero" /\ \A p \in P : f \notin reach[p] \cup kept[p]
\* DRV-1: what passes awaits the IOMMU while that may go there, and nobody who has nothing to do.
PassingAwaits == \A f \in Frame : frame[f].state = "passing" =>
    /\ frame[f].awaits # {} /\ frame[f].awaits \subseteq Awaited(Now)
    /\ \A p \in P : f \notin reach[p] /\ (f \in kept[p] => Iommu \in frame[f].awaits)
\* A device is one process's, and acts no longer than it is, but for its coming to rest; it is in that one's domain, or none.
OneOwner == \A k \in Device :
    /\ Cardinality(Owners(Now, k)) <= 1
    /\ power[k] = "running" <=> Owners(Now, k) # {}
    /\ domain[k] # None => domain[k] \in Owners(Now, k)
\* A domain leads to the buffers of whose it is, which are the frames in use.
TablesAreBooks ==
    /\ \A p \in P : reach[p] = Buffers(Now, p)
    /\ \A f \in Frame : f \in buffer <=> frame[f].state = "used"
\* The IOMMU goes by nothing that was taken away and that it was not asked to forget.
AskedIsKept ==
    /\ \A p \in P, f \in Frame : f \in kept[p] => <<p, f>> \in asked.pages
    /\ \A k \in Device, p \in P : p \in former[k] => <<k, p>> \in asked.devices
DeadHaveNothing == \A p \in P : proc[p] = "dead" =>
    Claims(Now, p) = {} /\ reach[p] = {} /\ \A i \in 1..Share : frame[<<p, i>>].state # "used"

\* Each must be violated: its outcome can happen.
ReachWritten    == \A f \in Frame : frame[f].state = "passing" => content[f] = "zero"
ReachLate       == \A k \in Device : \A f \in Reached(k) : f \in buffer
ReachStopping   == \A k \in Device : power[k] = "stopping" => Reached(k) = {}
ReachResting    == \A f \in Frame : frame[f].state = "passing" => Iommu \in frame[f].awaits
ReachForgetting == \A f \in Frame : frame[f].state = "passing" => frame[f].awaits # {Iommu}
ReachHandedOver == \A k \in Device : \A f \in Reached(k) : Owners(Now, k) \subseteq {f[1]}
ReachReattached == \A k \in Device : domain[k] \notin former[k]
ReachTwice      == \A p \in P, k \in Device : registers[<<p, k>>] < 2
ReachAfterDeath == \A p \in P : proc[p] = "dead" =>
    \E k \in Device : Owners(Now, k) = {} \/ \E i \in 1..Share : frame[<<p, i>>].state = "passing"
============================================================================
