----------------------------- MODULE IpcPolicy -----------------------------
(***************************************************************************)
(* The policy of the twin Ipc, as tla/ipc/solution.ts writes it in PSL:   *)
(* one Flow object over the server "s"; rules by method, event and state.  *)
(***************************************************************************)
LOCAL INSTANCE Naturals

States == {"shut", "ajar", "open", "none"}

\* A request to the server moves its machine; to anyone else only a look is granted.
Moves(state, m) ==
    CASE m = "Open"  /\ state = "shut" -> "ajar"
      [] m = "Open"  /\ state = "ajar" -> "open"
      [] m = "Close" /\ state = "open" -> "shut"
      [] OTHER -> "none"

\* The server may end itself where its machine is shut, the others at any time.
PolicyGrants(state, event) ==
    LET kind == event[1]  p == event[2]  q == event[3]  m == event[4] IN
    CASE q = "kernel"       -> p # "s" \/ state = "shut"
      [] kind = "request"  -> IF q = "s" /\ m # "Look" THEN Moves(state, m) # "none" ELSE m = "Look"
      [] kind = "response" -> IF m = "Close" THEN FALSE ELSE p # "s" \/ state # "open" \/ m = "Look"
      [] kind = "error"    -> p = "s"
      [] OTHER -> FALSE

PolicyAfter(state, event) ==
    LET kind == event[1]  q == event[3]  m == event[4] IN
    IF kind = "request" /\ q = "s" /\ m # "Look" THEN Moves(state, m) ELSE state

\* The machine goes with the server.
PolicyForget(state, p) == IF p = "s" THEN "none" ELSE state
============================================================================
