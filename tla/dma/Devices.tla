------------------------------ MODULE Devices ------------------------------
(***************************************************************************)
(* What the module Dma is made of: devices, domains of the IOMMU, what it  *)
(* may still go by, and the way of a frame from its last use to its next.  *)
(* TypeScript twin: kernel/micro (devices, memory, destroy.ts,             *)
(* end-process.ts), over arch/machine, abstract: the IOMMU may have kept   *)
(* all that was taken away, and a device goes on until it has come to rest.*)
(***************************************************************************)
EXTENDS Naturals, FiniteSets

CONSTANTS
    P,                \* drivers: processes, each with one thread and a domain of its own
    Device,           \* devices that read and write memory
    Share, Resources  \* how many: frames of each process, things of its making

VARIABLES
    proc,       \* proc[p]: is it there?
    registers,  \* registers[<<p, k>>]: how often p has registered the registers of k
    buffer,     \* frames that are buffers for devices, of whose share they are
    power,      \* power[k]: quiet; running; or stopping: told to, and not at rest
    domain,     \* domain[k]: whose domain k is in, or None
    former,     \* former[k]: domains that k was in, and that the IOMMU may still go by
    reach,      \* reach[p]: frames that the tables of p's domain lead to
    kept,       \* kept[p]: frames that the IOMMU may still go to in p's domain
    asked,      \* what the IOMMU was asked to forget: pages of domains, and where devices were
    frame,      \* frame[f]: free, used, or passing: nothing uses it, and awaits may still go there
    content     \* content[f]: zeros, or which device has written last

vars == <<proc, registers, buffer, power, domain, former, reach, kept, asked, frame, content>>

None    == "none"
Iommu   == "iommu"
Agent   == {Iommu} \cup Device
Frame   == P \X (1..Share)
Unasked == [pages |-> {}, devices |-> {}]
Unused  == [state |-> "free", awaits |-> {}]
Used    == [state |-> "used", awaits |-> {}]

\* All of a state, and a step to what it has become.
Now == [proc |-> proc, registers |-> registers, buffer |-> buffer, power |-> power, domain |-> domain,
        former |-> former, reach |-> reach, kept |-> kept, asked |-> asked, frame |-> frame,
        content |-> content]
Becomes(m) ==
    /\ proc' = m.proc /\ registers' = m.registers /\ buffer' = m.buffer /\ power' = m.power
    /\ domain' = m.domain /\ former' = m.former /\ reach' = m.reach /\ kept' = m.kept
    /\ asked' = m.asked /\ frame' = m.frame /\ content' = m.content
Refused == UNCHANGED vars

Least(S)      == CHOOSE n \in S : \A m \in S : n <= m
Ready(p)      == proc[p] = "ready"
Claims(m, p)  == {k \in Device : m.registers[<<p, k>>] > 0}
Owners(m, k)  == {p \in P : k \in Claims(m, p)}
Buffers(m, p) == {f \in m.buffer : f[1] = p}
Made(p)       == Cardinality({x \in Device \X (1..Resources) : x[2] <= registers[<<p, x[1]>>]})
                 + Cardinality(Buffers(Now, p))
FreeFrames(p) == {i \in 1..Share : frame[<<p, i>>].state = "free"}

----------------------------------------------------------------------------
\* Who was asked to forget, or to stop, and has not.  TS: kernel/micro/memory/agents.ts.
Awaited(m) == {k \in Device : m.power[k] = "stopping"} \cup (IF m.asked = Unasked THEN {} ELSE {Iommu})

\* Devices leave their domains, and the IOMMU is asked to forget that they were there.
Detached(m, K) ==
    LET was == {k \in K : m.domain[k] # None} IN
    [m EXCEPT !.domain = [k \in Device |-> IF k \in was THEN None ELSE m.domain[k]],
              !.former = [k \in Device |-> IF k \in was THEN m.former[k] \cup {m.domain[k]} ELSE m.former[k]],
              !.asked.devices = @ \cup {<<k, m.domain[k]>> : k \in was}]
\* Devices are told to stop, and leave their domains.  TS: kernel/micro/devices/quiesce.ts.
Stopped(m, K) ==
    Detached([m EXCEPT !.power = [k \in Device |-> IF k \in K /\ m.power[k] = "running" THEN "stopping"
                                                   ELSE m.power[k]]], K)

\* Buffers F are no more: no domain leads there, and their frames pass until nobody may go there.
\* TS: kernel/micro/destroy.ts, kernel/micro/memory/frames.ts.
Without(m, F) ==
    LET led   == {x \in P \X F : x[2] \in m.reach[x[1]]}
        after == [m EXCEPT !.buffer = @ \ F,
                           !.reach  = [p \in P |-> m.reach[p] \ F],
                           !.kept   = [p \in P |-> m.kept[p] \cup (m.reach[p] \cap F)],
                           !.asked.pages = @ \cup led] IN
    [after EXCEPT !.frame = [f \in Frame |-> IF f \in F THEN [state |-> "passing", awaits |-> Awaited(after)]
                                             ELSE m.frame[f]]]

\* Frames wait for one less, and those that wait for none are cleared.  TS: kernel/micro/memory/forget.ts.
Awaiting(m, a) ==
    LET over == {f \in Frame : m.frame[f] = [state |-> "passing", awaits |-> {a}]} IN
    [m EXCEPT !.frame   = [f \in Frame |-> IF f \in over THEN Unused ELSE [m.frame[f] EXCEPT !.awaits = @ \ {a}]],
              !.content = [f \in Frame |-> IF f \in over THEN "zero" ELSE m.content[f]]]
\* The IOMMU forgets what it was asked to; device k comes to rest.
Forgotten(m) == Awaiting(
    [m EXCEPT !.kept   = [p \in P |-> {f \in m.kept[p] : <<p, f>> \notin m.asked.pages}],
              !.former = [k \in Device |-> {p \in m.former[k] : <<k, p>> \notin m.asked.devices}],
              !.asked  = Unasked], Iommu)
Rested(m, k) == Awaiting([m EXCEPT !.power[k] = "quiet"], k)

\* Process p ends: first its devices are told to stop, then it has nothing.  TS: end-process.ts.
Ended(m, p) ==
    LET quiet == Stopped(m, Claims(m, p)) IN
    Without([quiet EXCEPT !.proc[p] = "dead",
                          !.registers = [x \in P \X Device |-> IF x[1] = p THEN 0 ELSE m.registers[x]]],
            Buffers(m, p))
=============================================================================
