-------------------------- MODULE LifecyclePolicy --------------------------
(***************************************************************************)
(* The policy of the twin Lifecycle, as tla/lifecycle/solution.ts writes   *)
(* it in PSL: one Flow object, which remembers of each process, from its   *)
(* start to its end, whether it owes something.                            *)
(***************************************************************************)
LOCAL INSTANCE Naturals

States == {"clear", "owing"}

\* Nothing of class R is started, and "c" creates none.  Who owes starts nothing, is not told of what
\* it has created, does not exit, and does not call.
PolicyGrants(context, event) ==
    LET kind == event[1]  p == event[2]  class == event[4] IN
    CASE kind = "create"  -> p # "c" \/ class # "R"
      [] kind = "execute" -> class # "R" /\ context[p] = "clear"
      [] kind \in {"created", "exit", "call"} -> context[p] = "clear"
      [] OTHER -> TRUE

\* "a" owes once it has started another, until it has asked how one fares; who calls, until it is answered.
PolicyAfter(context, event) ==
    LET kind == event[1]  p == event[2]  q == event[3] IN
    CASE kind = "execute" -> [context EXCEPT ![p] = IF p = "a" THEN "owing" ELSE @, ![q] = "clear"]
      [] kind = "call"    -> [context EXCEPT ![p] = "owing"]
      [] kind = "answer"  -> [context EXCEPT ![q] = "clear"]
      [] kind = "asked"   -> [context EXCEPT ![p] = "clear"]
============================================================================
