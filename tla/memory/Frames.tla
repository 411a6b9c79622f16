------------------------------- MODULE Frames -------------------------------
(***************************************************************************)
(* What the module Memory is made of: frames, tables, what cores may still *)
(* translate by, and what follows when one of them changes.                *)
(* TypeScript twin: kernel/micro (memory, let-go.ts, end-process.ts), over *)
(* arch/machine, abstract: a core may have kept all that was taken away.   *)
(***************************************************************************)
EXTENDS Naturals, FiniteSets, Sequences

CONSTANTS
    P,                             \* processes, each with one thread
    Cores, Share, Pages, Objects,  \* how many: cores; of each process frames, pages, buffers of its making
    Home                           \* Home[p]: the core that p runs on, when it calls the kernel

VARIABLES
    proc,     \* proc[p]: what its thread does
    frame,    \* frame[f]: free, used, or passing: nothing uses it, and some core may still translate to it
    content,  \* content[f]: zeros, or who has written last
    page,     \* page[<<p, v>>]: what p has at v by the kernel's books; awaits: who may have other rights
    table,    \* table[<<p, v>>]: what the hardware's tables lead to, and the rights; or None
    stale,    \* stale[c]: translations that core c may still go by
    pending,  \* pending[c]: pages that c was asked to forget
    buffer,   \* buffer[o]: its frame, and whether it holds data or code; or None
    handle    \* handle[<<p, o>>]: how p holds o, and the rights; or None

vars == <<proc, frame, content, page, table, stale, pending, buffer, handle>>

None    == <<>>
Core    == 1..Cores
Frame   == P \X (1..Share)
Place   == P \X (1..Pages)
Buffer  == P \X (1..Objects)
Rights  == {"r", "rw", "rx"}            \* a page is read at least
Both(r, s)   == IF r = s THEN r ELSE "r"
Allows(r, s) == s \in {"r", r}           \* r allows s
Own     == <<"own">>
Nothing == [by |-> None, frame |-> None, rights |-> "r", awaits |-> {}]
Unused  == [state |-> "free", awaits |-> {}]
Used    == [state |-> "used", awaits |-> {}]

\* All of a state, and a step to what it has become.
Now == [proc |-> proc, frame |-> frame, content |-> content, page |-> page, table |-> table,
        stale |-> stale, pending |-> pending, buffer |-> buffer, handle |-> handle]
Becomes(m) ==
    /\ proc' = m.proc /\ frame' = m.frame /\ content' = m.content /\ page' = m.page
    /\ table' = m.table /\ stale' = m.stale /\ pending' = m.pending
    /\ buffer' = m.buffer /\ handle' = m.handle

Least(S)         == CHOOSE n \in S : \A m \in S : n <= m
Ready(p)         == proc[p] = "ready"
Gaps(p)          == {v \in 1..Pages : page[<<p, v>>].by = None}
\* Nothing is mapped where some core has not forgotten what was there.  TS: kernel/micro/memory/regions.ts.
IsForgotten(p, v) == \A c \in Core : <<p, v>> \notin pending[c]
Places(p)        == {v \in Gaps(p) : IsForgotten(p, v)}
IsTaken(p, v)    == Gaps(p) # {} /\ v \notin Places(p)
FreeFrames(p)    == {i \in 1..Share : frame[<<p, i>>].state = "free"}
NextFrame(p)     == <<p, Least(FreeFrames(p))>>
IsOwn(p, v)      == page[<<p, v>>].by = Own
HasFrame(p, v)   == page[<<p, v>>].frame # None
Awaited(m)       == {c \in Core : m.pending[c] # {}}
Holds(m, f)      == {m.buffer[o][2] : o \in {b \in Buffer : m.buffer[b] # None /\ m.buffer[b][1] = f}}
InUse(m, f)      == Holds(m, f) # {} \/ \E x \in Place : m.page[x].by = Own /\ m.page[x].frame = f
IsHeld(m, o)     == \E p \in P : m.handle[<<p, o>>] # None /\ m.handle[<<p, o>>][1] # "revoked"
Taken(m, f)      == [m EXCEPT !.frame[f] = Used]
Mapped(m, x, by, f, r) ==
    [m EXCEPT !.page[x] = [by |-> by, frame |-> f, rights |-> r, awaits |-> {}], !.table[x] = <<f, r>>]

----------------------------------------------------------------------------
\* Frames that nothing uses any more pass, or are cleared at once if no core may still go there.
\* TS: kernel/micro/memory/frames.ts.
Cleared(m, F) == [m EXCEPT !.frame   = [f \in Frame |-> IF f \in F THEN Unused ELSE m.frame[f]],
                           !.content = [f \in Frame |-> IF f \in F THEN "zero" ELSE m.content[f]]]
Released(m, F) ==
    LET gone == {f \in F : ~InUse(m, f)}  over == {f \in gone : m.frame[f].awaits = {}} IN
    Cleared([m EXCEPT !.frame = [f \in Frame |-> IF f \in gone THEN [m.frame[f] EXCEPT !.state = "passing"]
                                                 ELSE m.frame[f]]], over)
\* Pages of frames were taken away: who is to forget them may still go there.
Awaiting(m, F) == [m EXCEPT !.frame = [f \in Frame |-> IF f \in F THEN [Used EXCEPT !.awaits = Awaited(m)]
                                                       ELSE m.frame[f]]]

\* Every core is asked to forget pages, and may still go by what the tables had.
Asked(m, X) == [m EXCEPT !.stale   = [c \in Core |-> m.stale[c] \cup {x \o m.table[x] : x \in X}],
                         !.pending = [c \in Core |-> m.pending[c] \cup X]]
\* Pages X are taken away, and left as they are reserved, or not.  TS: kernel/micro/memory/address-space.ts.
Without(m, X, left) ==
    LET T     == {x \in X : m.table[x] # None}
        own   == {m.page[x].frame : x \in {y \in T : m.page[y].by = Own}}
        after == [Asked(m, T) EXCEPT
                     !.table = [x \in Place |-> IF x \in X THEN None ELSE m.table[x]],
                     !.page  = [x \in Place |-> IF x \in X THEN left ELSE m.page[x]]] IN
    Released(Awaiting(after, {m.page[x].frame : x \in T}), own)

\* Handles have become h: what they had mapped is taken away, and buffers that nobody holds are no more.
\* TS: kernel/micro/let-go.ts, kernel/micro/memory/unheld.ts.
LetGo(m, h) ==
    LET now    == [m EXCEPT !.handle = h]
        unheld == {x \in Place : LET by == m.page[x].by IN
                       by \in Buffer /\ (h[<<x[1], by>>] = None \/ h[<<x[1], by>>][1] = "revoked")}
        after  == Without(now, unheld, Nothing)
        gone   == {o \in Buffer : after.buffer[o] # None /\ ~IsHeld(after, o)} IN
    Released([after EXCEPT !.buffer = [o \in Buffer |-> IF o \in gone THEN None ELSE after.buffer[o]]],
             {m.buffer[o][1] : o \in gone})
Revoked(e) == IF e = None THEN None ELSE <<"revoked", e[2]>>

\* Core c forgets: frames that waited for it alone are cleared, pages have the rights that they were to
\* have, and who waited for that goes on.  TS: kernel/micro/memory/forget.ts.
Forgotten(m, c) ==
    LET done == {x \in Place : m.page[x].awaits = {c}}
        over == {f \in Frame : m.frame[f] = [state |-> "passing", awaits |-> {c}]}
        Kept(t) == <<t[1], t[2]>> \notin m.pending[c]
        now  == Cleared([m EXCEPT
            !.page    = [x \in Place |-> [m.page[x] EXCEPT !.awaits = @ \ {c}]],
            !.frame   = [f \in Frame |-> [m.frame[f] EXCEPT !.awaits = @ \ {c}]],
            !.pending = [m.pending EXCEPT ![c] = {}],
            \* What the tables had until now, cores may have kept as well: it allows less.
            !.stale   = [d \in Core |-> {t \in m.stale[d] : d = c => Kept(t)}
                                        \cup {x \o m.table[x] : x \in done}],
            !.table   = [x \in Place |-> IF x \in done THEN <<m.page[x].frame, m.page[x].rights>>
                                         ELSE m.table[x]]], over)
        Waits(p) == \E v \in 1..Pages : now.page[<<p, v>>].awaits # {} IN
    [now EXCEPT !.proc = [p \in P |-> IF m.proc[p] = "protecting" /\ ~Waits(p) THEN "ready" ELSE m.proc[p]]]

\* The core that p has called the kernel on forgets before p goes on.  TS: kernel/micro/settle.ts.
Left(m, p) == IF m.pending[Home[p]] = {} THEN m ELSE Forgotten(m, Home[p])
\* A call of p that was granted has come to m.
Does(p, m) == Becomes(Left(m, p))
\* A call that is refused leaves all as it was, and so what cores have.
Refused == UNCHANGED vars

\* Process p ends: it holds nothing, has nothing, and what it has made is no more.  TS: end-process.ts.
Ended(m, p) ==
    LET closed == LetGo(m, [y \in P \X Buffer |-> IF y[1] = p THEN None ELSE m.handle[y]])
        empty  == Without(closed, {x \in Place : x[1] = p /\ closed.page[x].by # None}, Nothing)
        last   == LetGo(empty, [y \in P \X Buffer |-> IF y[2][1] = p THEN Revoked(empty.handle[y])
                                                      ELSE empty.handle[y]]) IN
    [last EXCEPT !.proc[p] = "dead"]
=============================================================================
