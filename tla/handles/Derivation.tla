---------------------------- MODULE Derivation -----------------------------
(***************************************************************************)
(* A forest of handles, as a function h from places to entries: what an    *)
(* entry was derived from, and what becomes of all when one is closed or   *)
(* some are revoked.  TypeScript twin: kernel/micro/handles/handles.ts.    *)
(***************************************************************************)
None == <<>>                \* the parent of a root
Free == [state |-> "free"]  \* a place without an entry

\* A new entry of resource r; and one at y that is derived from x, with the rights of m at most.
Root(r, rights) == [state |-> "live", of |-> r, rights |-> rights, parent |-> None,
                    marks |-> {}, over |-> None, inTransit |-> FALSE]
Derive(h, x, y, m, marks, channel, transit) ==
    [h EXCEPT ![y] = [state |-> "live", of |-> h[x].of, rights |-> h[x].rights \cap m, parent |-> x,
                      marks |-> marks, over |-> channel, inTransit |-> transit]]

Held(h) == {x \in DOMAIN h : h[x] # Free}
Live(h) == {x \in Held(h) : h[x].state = "live"}
Derived(h) == {x \in Held(h) : h[x].parent # None}

RECURSIVE Above(_, _)
Above(h, x) ==  \* the ancestors of x
    LET y == h[x].parent IN IF y = None THEN {} ELSE {y} \cup Above(h, y)

RECURSIVE Own(_, _, _)
Own(h, x, q) ==  \* the nearest ancestor of x in the table of q; None if q has none
    LET y == h[x].parent IN IF y = None \/ y[1] = q THEN y ELSE Own(h, y, q)

Below(h, x) == {y \in Held(h) : x \in Above(h, y)}

\* Below x: what bears the mark, and what was derived from that.
Marked(h, x, mark) ==
    LET tops == {y \in Below(h, x) : mark \in h[y].marks} IN
    {y \in Held(h) : y \in tops \/ Above(h, y) \cap tops # {}}

\* x is closed: its place is free; what was derived from it hangs from its parent, and stays marked.
Without(h, x) ==
    [y \in DOMAIN h |-> IF y = x THEN Free
                        ELSE IF y \in Held(h) /\ h[y].parent = x
                             THEN [h[y] EXCEPT !.parent = h[x].parent, !.marks = @ \cup h[x].marks]
                             ELSE h[y]]

\* All of S are revoked: they keep their places.
Revoked(h, S) ==
    [y \in DOMAIN h |-> IF y \in S THEN [h[y] EXCEPT !.state = "revoked"] ELSE h[y]]
============================================================================
