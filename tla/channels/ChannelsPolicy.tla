--------------------------- MODULE ChannelsPolicy ---------------------------
(***************************************************************************)
(* The policy of the twin Channels, as tla/channels/solution.ts writes it  *)
(* in PSL: all is granted, but that a client learns of a channel by the    *)
(* number that is withheld.                                                *)
(***************************************************************************)
PolicyGrants(id) == id # 2
============================================================================
