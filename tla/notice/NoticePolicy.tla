---------------------------- MODULE NoticePolicy ----------------------------
(***************************************************************************)
(* The policy of the twin Notice, as tla/notice/solution.ts writes it in   *)
(* PSL: one Flow object.  An alarm is told to one subscriber, the first;   *)
(* from then until a receiver is dropped nobody subscribes or sets events. *)
(***************************************************************************)

States == {"calm", "alarmed"}

PolicyGrants(state, method, events) ==
    CASE method = "GetEvent" -> "alarm" \in events => state = "calm"
      [] OTHER               -> state = "calm"

PolicyAfter(state, method, events) ==
    CASE method = "GetEvent" /\ "alarm" \in events -> "alarmed"
      [] method = "Drop"                           -> "calm"
      [] OTHER                                     -> state
=============================================================================
