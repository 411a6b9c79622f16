------------------------------ MODULE Buffers ------------------------------
(***************************************************************************)
(* Part of the module Memory: buffers that are made, mapped, lent, closed  *)
(* and revoked.                                                            *)
(***************************************************************************)
EXTENDS Frames

CONSTANTS
    Channel,  \* pairs <<client, server>>, over which handles are lent
    Sharers,  \* processes that make buffers
    Asks,     \* rights that pages are asked for
    Masks     \* rights that are lent: all, or to read alone

----------------------------------------------------------------------------
\* Process p makes a buffer, maps it, and lets it go.  TS: kernel/micro/services/vmm, services/handle.

Unmade(p)   == {i \in 1..Objects : buffer[<<p, i>>] = None}
Shares(p)   == Ready(p) /\ p \in Sharers
Made(m, p, g, k) == LET o == <<p, Least(Unmade(p))>> IN
    [m EXCEPT !.buffer[o] = <<g, k>>, !.handle[<<p, o>>] = <<"live", IF k = "data" THEN "rw" ELSE "rx">>]

MdlCreate_WriteExecute(p)  == Shares(p) /\ Refused
MdlCreate_FramesFull(p)    == Shares(p) /\ FreeFrames(p) = {} /\ Refused
MdlCreate(p) ==
    /\ Shares(p) /\ FreeFrames(p) # {} /\ Unmade(p) # {}
    /\ LET g == NextFrame(p) IN Does(p, Made(Taken(Now, g), p, g, "data"))

\* A buffer of the frame of a page, as data or as code; k is what it is to hold.
Lasting(p, v) == IsOwn(p, v) /\ HasFrame(p, v) /\ frame[page[<<p, v>>].frame].awaits = {}
FromVm(p, v, k) ==
    /\ page[<<p, v>>].rights # (IF k = "code" THEN "rw" ELSE "rx")
    /\ Holds(Now, page[<<p, v>>].frame) \subseteq {k}
MdlCreateFromVm_WrongType(p, v) == Shares(p) /\ v \notin Gaps(p) /\ ~IsOwn(p, v) /\ Refused
MdlCreateFromVm_NotMapped(p, v) == Shares(p) /\ v \notin {u \in 1..Pages : Lasting(p, u)
                                                   \/ (u \notin Gaps(p) /\ ~IsOwn(p, u))} /\ Refused
MdlCreateFromVm_WriteExecute(p, v, k)  == Shares(p) /\ Lasting(p, v) /\ ~FromVm(p, v, k) /\ Refused
MdlCreateFromVm_ResourcesFull(p, v, k) ==
    Shares(p) /\ Lasting(p, v) /\ FromVm(p, v, k) /\ Unmade(p) = {} /\ Refused
MdlCreateFromVm(p, v, k) ==
    /\ Shares(p) /\ Lasting(p, v) /\ FromVm(p, v, k) /\ Unmade(p) # {}
    /\ Does(p, Made(Now, p, page[<<p, v>>].frame, k))

Has(p, o)    == Ready(p) /\ handle[<<p, o>>] # None
Usable(p, o) == Has(p, o) /\ handle[<<p, o>>][1] = "live"
Dead(p, o)   == Has(p, o) /\ ~Usable(p, o)

MdlMap_HandleRevoked(p, o)    == Dead(p, o) /\ Refused
MdlMap_RightsMissing(p, o, r) == Usable(p, o) /\ ~Allows(handle[<<p, o>>][2], r) /\ Refused
MdlMap_PagesFull(p, o)   == Usable(p, o) /\ Gaps(p) = {} /\ Refused
MdlMap_Occupied(p, o, v) == Usable(p, o) /\ IsTaken(p, v) /\ Refused
MdlMap(p, o, v, r) ==
    /\ Usable(p, o) /\ r \in Asks /\ Allows(handle[<<p, o>>][2], r) /\ v \in Places(p)
    /\ Does(p, Mapped(Now, <<p, v>>, o, buffer[o][1], r))

Close(p, o)                == Has(p, o) /\ Does(p, LetGo(Now, [handle EXCEPT ![<<p, o>>] = None]))
Revoke_HandleRevoked(p, o) == Dead(p, o) /\ Refused
Revoke(p, o) ==  \* with what was lent of it
    LET Below(y) == y[2] = o /\ y[1] # p /\ o[1] = p IN
    /\ Usable(p, o)
    /\ Does(p, LetGo(Now, [y \in P \X Buffer |-> IF y = <<p, o>> THEN None
                                                 ELSE IF Below(y) THEN Revoked(handle[y]) ELSE handle[y]]))

\* Client p lends a handle to q, which takes it and answers.  TS: kernel/micro (call.ts, recv.ts, reply.ts).
Call(p, q, o, m) ==
    /\ <<p, q>> \in Channel /\ m \in Masks /\ Usable(p, o) /\ Ready(q) /\ handle[<<q, o>>] = None
    /\ LET r == handle[<<p, o>>][2] IN
       Does(p, [Now EXCEPT !.proc[p] = "calling", !.proc[q] = "asked",
                           !.handle[<<q, o>>] = <<"sent", IF m = "all" THEN r ELSE Both(r, m)>>])
Recv(q, p) ==
    /\ <<p, q>> \in Channel /\ proc[q] = "asked" /\ proc[p] = "calling"
    /\ Does(q, [Now EXCEPT !.proc[q] = "serving",
                    !.handle = [y \in P \X Buffer |-> IF y[1] = q /\ handle[y] # None /\ handle[y][1] = "sent"
                                                      THEN <<"live", handle[y][2]>> ELSE handle[y]]])
Reply(q, p) ==
    /\ <<p, q>> \in Channel /\ proc[q] = "serving" /\ proc[p] = "calling"
    /\ Does(q, [Now EXCEPT !.proc[q] = "ready", !.proc[p] = "ready"])

============================================================================
