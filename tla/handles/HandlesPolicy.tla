--------------------------- MODULE HandlesPolicy ---------------------------
(***************************************************************************)
(* The policy of the twin Handles, as tla/handles/solution.ts writes it in *)
(* PSL: one Flow object, which remembers of each resource whether it was   *)
(* ever lent.                                                              *)
(***************************************************************************)

States == {"new", "lent"}

\* A handle goes to another process only with some right; what was never lent has no subtree to revoke.
PolicyGrants(state, method, rights) ==
    CASE method = "Pass"          -> rights # {}
      [] method = "RevokeSubtree" -> state = "lent"
      [] OTHER                    -> TRUE

PolicyAfter(state) == "lent"
============================================================================
