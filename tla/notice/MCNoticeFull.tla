---- MODULE MCNoticeFull ----
\* Made by tla/generate.ts; a test says whether it is current.
EXTENDS Notice, NoticePolicy, TLC

cProcesses == <<"a", "b">>
cThreads == <<"a1", "b1", "b2">>
cOwner == [a1 |-> "a", b1 |-> "b", b2 |-> "b"]
cNumbers == [a |-> 3, b |-> 3]
cShare == 2
cDoes == [a1 |-> {"SetEvent", "Revoke", "Trap"}, b1 |-> {"Create", "Subscribe", "GetEvent"}, b2 |-> {"GetEvent", "SetEvent", "Unsubscribe", "Drop", "Close", "Revoke", "Trap"}]
cFirstHandle == <<"a", 1>> :> Entry(<<"a", 1>>, {"getEvent", "setEvent"}, None) @@ <<"a", 2>> :> Entry(<<"a", 2>>, {"getEvent", "setEvent"}, None) @@ <<"a", 3>> :> Free @@ <<"b", 1>> :> Entry(<<"a", 2>>, {"getEvent"}, <<"a", 1>>) @@ <<"b", 2>> :> Entry(<<"a", 1>>, {"getEvent"}, None) @@ <<"b", 3>> :> Free
cFirstMade == <<"a", 1>> :> [kind |-> "badge"] @@ <<"a", 2>> :> [kind |-> "object"] @@ <<"b", 1>> :> Gone @@ <<"b", 2>> :> Gone
cSubscriptions == 2
cTicks == 2
cAsks == {<<"b", "object", 1, {"alarm", "gone"}>>, <<"b", "badge", 2, {"gone", "subtree"}>>}
cMasks == {{"news"}, {"alarm"}}
cLasts == [a1 |-> {}, b1 |-> {Ticks}, b2 |-> {Forever}]
cInitial == "calm"

SetEvent_BadHandle__a1_1 == SetEvent_BadHandle("a1", 1) /\ TRUE
SetEvent_BadHandle__a1_2 == SetEvent_BadHandle("a1", 2) /\ TRUE
SetEvent_BadHandle__a1_3 == SetEvent_BadHandle("a1", 3) /\ TRUE
SetEvent_HandleRevoked__a1_1 == SetEvent_HandleRevoked("a1", 1) /\ TRUE
SetEvent_HandleRevoked__a1_2 == SetEvent_HandleRevoked("a1", 2) /\ TRUE
SetEvent_HandleRevoked__a1_3 == SetEvent_HandleRevoked("a1", 3) /\ TRUE
SetEvent_WrongType__a1_1 == SetEvent_WrongType("a1", 1) /\ TRUE
SetEvent_WrongType__a1_2 == SetEvent_WrongType("a1", 2) /\ TRUE
SetEvent_WrongType__a1_3 == SetEvent_WrongType("a1", 3) /\ TRUE
SetEvent_Denied__a1_1 == SetEvent_Denied("a1", 1) /\ TRUE
SetEvent_Denied__a1_2 == SetEvent_Denied("a1", 2) /\ TRUE
SetEvent_Denied__a1_3 == SetEvent_Denied("a1", 3) /\ TRUE
SetEvent_RightsMissing__a1_1 == SetEvent_RightsMissing("a1", 1) /\ TRUE
SetEvent_RightsMissing__a1_2 == SetEvent_RightsMissing("a1", 2) /\ TRUE
SetEvent_RightsMissing__a1_3 == SetEvent_RightsMissing("a1", 3) /\ TRUE
SetEvent_InvalidArgument__a1_1 == SetEvent_InvalidArgument("a1", 1) /\ TRUE
SetEvent_InvalidArgument__a1_2 == SetEvent_InvalidArgument("a1", 2) /\ TRUE
SetEvent_InvalidArgument__a1_3 == SetEvent_InvalidArgument("a1", 3) /\ TRUE
SetEvent__a1_1_news_nobody == SetEvent("a1", 1, {"news"}, <<>>) /\ TRUE
SetEvent__a1_1_alarm_nobody == SetEvent("a1", 1, {"alarm"}, <<>>) /\ TRUE
SetEvent__a1_1_alarm_b1_1_alarm == SetEvent("a1", 1, {"alarm"}, <<<<"b1", <<"event", 1, {"alarm"}>>>>>>) /\ TRUE
SetEvent__a1_1_alarm_b1_1_alarm_b2_1_alarm == SetEvent("a1", 1, {"alarm"}, <<<<"b1", <<"event", 1, {"alarm"}>>>>, <<"b2", <<"event", 1, {"alarm"}>>>>>>) /\ TRUE
SetEvent__a1_1_alarm_b1_1_alarm_b2_denied == SetEvent("a1", 1, {"alarm"}, <<<<"b1", <<"event", 1, {"alarm"}>>>>, <<"b2", <<"denied">>>>>>) /\ TRUE
SetEvent__a1_1_alarm_b1_denied == SetEvent("a1", 1, {"alarm"}, <<<<"b1", <<"denied">>>>>>) /\ TRUE
SetEvent__a1_1_alarm_b1_denied_b2_1_alarm == SetEvent("a1", 1, {"alarm"}, <<<<"b1", <<"denied">>>>, <<"b2", <<"event", 1, {"alarm"}>>>>>>) /\ TRUE
SetEvent__a1_1_alarm_b1_denied_b2_denied == SetEvent("a1", 1, {"alarm"}, <<<<"b1", <<"denied">>>>, <<"b2", <<"denied">>>>>>) /\ TRUE
SetEvent__a1_1_alarm_b2_1_alarm == SetEvent("a1", 1, {"alarm"}, <<<<"b2", <<"event", 1, {"alarm"}>>>>>>) /\ TRUE
SetEvent__a1_1_alarm_b2_1_alarm_b1_1_alarm == SetEvent("a1", 1, {"alarm"}, <<<<"b2", <<"event", 1, {"alarm"}>>>>, <<"b1", <<"event", 1, {"alarm"}>>>>>>) /\ TRUE
SetEvent__a1_1_alarm_b2_1_alarm_b1_denied == SetEvent("a1", 1, {"alarm"}, <<<<"b2", <<"event", 1, {"alarm"}>>>>, <<"b1", <<"denied">>>>>>) /\ TRUE
SetEvent__a1_1_alarm_b2_denied == SetEvent("a1", 1, {"alarm"}, <<<<"b2", <<"denied">>>>>>) /\ TRUE
SetEvent__a1_1_alarm_b2_denied_b1_1_alarm == SetEvent("a1", 1, {"alarm"}, <<<<"b2", <<"denied">>>>, <<"b1", <<"event", 1, {"alarm"}>>>>>>) /\ TRUE
SetEvent__a1_1_alarm_b2_denied_b1_denied == SetEvent("a1", 1, {"alarm"}, <<<<"b2", <<"denied">>>>, <<"b1", <<"denied">>>>>>) /\ TRUE
SetEvent__a1_2_news_nobody == SetEvent("a1", 2, {"news"}, <<>>) /\ TRUE
SetEvent__a1_2_alarm_nobody == SetEvent("a1", 2, {"alarm"}, <<>>) /\ TRUE
SetEvent__a1_2_alarm_b1_1_alarm == SetEvent("a1", 2, {"alarm"}, <<<<"b1", <<"event", 1, {"alarm"}>>>>>>) /\ TRUE
SetEvent__a1_2_alarm_b1_1_alarm_b2_1_alarm == SetEvent("a1", 2, {"alarm"}, <<<<"b1", <<"event", 1, {"alarm"}>>>>, <<"b2", <<"event", 1, {"alarm"}>>>>>>) /\ TRUE
SetEvent__a1_2_alarm_b1_1_alarm_b2_denied == SetEvent("a1", 2, {"alarm"}, <<<<"b1", <<"event", 1, {"alarm"}>>>>, <<"b2", <<"denied">>>>>>) /\ TRUE
SetEvent__a1_2_alarm_b1_denied == SetEvent("a1", 2, {"alarm"}, <<<<"b1", <<"denied">>>>>>) /\ TRUE
SetEvent__a1_2_alarm_b1_denied_b2_1_alarm == SetEvent("a1", 2, {"alarm"}, <<<<"b1", <<"denied">>>>, <<"b2", <<"event", 1, {"alarm"}>>>>>>) /\ TRUE
SetEvent__a1_2_alarm_b1_denied_b2_denied == SetEvent("a1", 2, {"alarm"}, <<<<"b1", <<"denied">>>>, <<"b2", <<"denied">>>>>>) /\ TRUE
SetEvent__a1_2_alarm_b2_1_alarm == SetEvent("a1", 2, {"alarm"}, <<<<"b2", <<"event", 1, {"alarm"}>>>>>>) /\ TRUE
SetEvent__a1_2_alarm_b2_1_alarm_b1_1_alarm == SetEvent("a1", 2, {"alarm"}, <<<<"b2", <<"event", 1, {"alarm"}>>>>, <<"b1", <<"event", 1, {"alarm"}>>>>>>) /\ TRUE
SetEvent__a1_2_alarm_b2_1_alarm_b1_denied == SetEvent("a1", 2, {"alarm"}, <<<<"b2", <<"event", 1, {"alarm"}>>>>, <<"b1", <<"denied">>>>>>) /\ TRUE
SetEvent__a1_2_alarm_b2_denied == SetEvent("a1", 2, {"alarm"}, <<<<"b2", <<"denied">>>>>>) /\ TRUE
SetEvent__a1_2_alarm_b2_denied_b1_1_alarm == SetEvent("a1", 2, {"alarm"}, <<<<"b2", <<"denied">>>>, <<"b1", <<"event", 1, {"alarm"}>>>>>>) /\ TRUE
SetEvent__a1_2_alarm_b2_denied_b1_denied == SetEvent("a1", 2, {"alarm"}, <<<<"b2", <<"denied">>>>, <<"b1", <<"denied">>>>>>) /\ TRUE
SetEvent__a1_3_news_nobody == SetEvent("a1", 3, {"news"}, <<>>) /\ TRUE
SetEvent__a1_3_alarm_nobody == SetEvent("a1", 3, {"alarm"}, <<>>) /\ TRUE
SetEvent__a1_3_alarm_b1_1_alarm == SetEvent("a1", 3, {"alarm"}, <<<<"b1", <<"event", 1, {"alarm"}>>>>>>) /\ TRUE
SetEvent__a1_3_alarm_b1_1_alarm_b2_1_alarm == SetEvent("a1", 3, {"alarm"}, <<<<"b1", <<"event", 1, {"alarm"}>>>>, <<"b2", <<"event", 1, {"alarm"}>>>>>>) /\ TRUE
SetEvent__a1_3_alarm_b1_1_alarm_b2_denied == SetEvent("a1", 3, {"alarm"}, <<<<"b1", <<"event", 1, {"alarm"}>>>>, <<"b2", <<"denied">>>>>>) /\ TRUE
SetEvent__a1_3_alarm_b1_denied == SetEvent("a1", 3, {"alarm"}, <<<<"b1", <<"denied">>>>>>) /\ TRUE
SetEvent__a1_3_alarm_b1_denied_b2_1_alarm == SetEvent("a1", 3, {"alarm"}, <<<<"b1", <<"denied">>>>, <<"b2", <<"event", 1, {"alarm"}>>>>>>) /\ TRUE
SetEvent__a1_3_alarm_b1_denied_b2_denied == SetEvent("a1", 3, {"alarm"}, <<<<"b1", <<"denied">>>>, <<"b2", <<"denied">>>>>>) /\ TRUE
SetEvent__a1_3_alarm_b2_1_alarm == SetEvent("a1", 3, {"alarm"}, <<<<"b2", <<"event", 1, {"alarm"}>>>>>>) /\ TRUE
SetEvent__a1_3_alarm_b2_1_alarm_b1_1_alarm == SetEvent("a1", 3, {"alarm"}, <<<<"b2", <<"event", 1, {"alarm"}>>>>, <<"b1", <<"event", 1, {"alarm"}>>>>>>) /\ TRUE
SetEvent__a1_3_alarm_b2_1_alarm_b1_denied == SetEvent("a1", 3, {"alarm"}, <<<<"b2", <<"event", 1, {"alarm"}>>>>, <<"b1", <<"denied">>>>>>) /\ TRUE
SetEvent__a1_3_alarm_b2_denied == SetEvent("a1", 3, {"alarm"}, <<<<"b2", <<"denied">>>>>>) /\ TRUE
SetEvent__a1_3_alarm_b2_denied_b1_1_alarm == SetEvent("a1", 3, {"alarm"}, <<<<"b2", <<"denied">>>>, <<"b1", <<"event", 1, {"alarm"}>>>>>>) /\ TRUE
SetEvent__a1_3_alarm_b2_denied_b1_denied == SetEvent("a1", 3, {"alarm"}, <<<<"b2", <<"denied">>>>, <<"b1", <<"denied">>>>>>) /\ TRUE
Revoke__a1_1_nobody == Revoke("a1", 1, <<>>) /\ TRUE
Revoke__a1_1_b1_1_gone == Revoke("a1", 1, <<<<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_1_b1_1_gone_b2_1_gone == Revoke("a1", 1, <<<<"b1", <<"event", 1, {"gone"}>>>>, <<"b2", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_1_b1_1_gone_b2_2_gone == Revoke("a1", 1, <<<<"b1", <<"event", 1, {"gone"}>>>>, <<"b2", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_1_b1_1_gone_b2_2_subtree == Revoke("a1", 1, <<<<"b1", <<"event", 1, {"gone"}>>>>, <<"b2", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_1_b1_2_gone == Revoke("a1", 1, <<<<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_1_b1_2_gone_b2_1_gone == Revoke("a1", 1, <<<<"b1", <<"event", 2, {"gone"}>>>>, <<"b2", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_1_b1_2_gone_b2_2_gone == Revoke("a1", 1, <<<<"b1", <<"event", 2, {"gone"}>>>>, <<"b2", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_1_b1_2_gone_b2_2_subtree == Revoke("a1", 1, <<<<"b1", <<"event", 2, {"gone"}>>>>, <<"b2", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_1_b1_2_subtree == Revoke("a1", 1, <<<<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_1_b1_2_subtree_b2_1_gone == Revoke("a1", 1, <<<<"b1", <<"event", 2, {"subtree"}>>>>, <<"b2", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_1_b1_2_subtree_b2_2_gone == Revoke("a1", 1, <<<<"b1", <<"event", 2, {"subtree"}>>>>, <<"b2", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_1_b1_2_subtree_b2_2_subtree == Revoke("a1", 1, <<<<"b1", <<"event", 2, {"subtree"}>>>>, <<"b2", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_1_b2_1_gone == Revoke("a1", 1, <<<<"b2", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_1_b2_1_gone_b1_1_gone == Revoke("a1", 1, <<<<"b2", <<"event", 1, {"gone"}>>>>, <<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_1_b2_1_gone_b1_2_gone == Revoke("a1", 1, <<<<"b2", <<"event", 1, {"gone"}>>>>, <<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_1_b2_1_gone_b1_2_subtree == Revoke("a1", 1, <<<<"b2", <<"event", 1, {"gone"}>>>>, <<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_1_b2_2_gone == Revoke("a1", 1, <<<<"b2", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_1_b2_2_gone_b1_1_gone == Revoke("a1", 1, <<<<"b2", <<"event", 2, {"gone"}>>>>, <<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_1_b2_2_gone_b1_2_gone == Revoke("a1", 1, <<<<"b2", <<"event", 2, {"gone"}>>>>, <<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_1_b2_2_gone_b1_2_subtree == Revoke("a1", 1, <<<<"b2", <<"event", 2, {"gone"}>>>>, <<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_1_b2_2_subtree == Revoke("a1", 1, <<<<"b2", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_1_b2_2_subtree_b1_1_gone == Revoke("a1", 1, <<<<"b2", <<"event", 2, {"subtree"}>>>>, <<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_1_b2_2_subtree_b1_2_gone == Revoke("a1", 1, <<<<"b2", <<"event", 2, {"subtree"}>>>>, <<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_1_b2_2_subtree_b1_2_subtree == Revoke("a1", 1, <<<<"b2", <<"event", 2, {"subtree"}>>>>, <<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_2_nobody == Revoke("a1", 2, <<>>) /\ TRUE
Revoke__a1_2_b1_1_gone == Revoke("a1", 2, <<<<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_2_b1_1_gone_b2_1_gone == Revoke("a1", 2, <<<<"b1", <<"event", 1, {"gone"}>>>>, <<"b2", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_2_b1_1_gone_b2_2_gone == Revoke("a1", 2, <<<<"b1", <<"event", 1, {"gone"}>>>>, <<"b2", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_2_b1_1_gone_b2_2_subtree == Revoke("a1", 2, <<<<"b1", <<"event", 1, {"gone"}>>>>, <<"b2", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_2_b1_2_gone == Revoke("a1", 2, <<<<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_2_b1_2_gone_b2_1_gone == Revoke("a1", 2, <<<<"b1", <<"event", 2, {"gone"}>>>>, <<"b2", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_2_b1_2_gone_b2_2_gone == Revoke("a1", 2, <<<<"b1", <<"event", 2, {"gone"}>>>>, <<"b2", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_2_b1_2_gone_b2_2_subtree == Revoke("a1", 2, <<<<"b1", <<"event", 2, {"gone"}>>>>, <<"b2", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_2_b1_2_subtree == Revoke("a1", 2, <<<<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_2_b1_2_subtree_b2_1_gone == Revoke("a1", 2, <<<<"b1", <<"event", 2, {"subtree"}>>>>, <<"b2", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_2_b1_2_subtree_b2_2_gone == Revoke("a1", 2, <<<<"b1", <<"event", 2, {"subtree"}>>>>, <<"b2", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_2_b1_2_subtree_b2_2_subtree == Revoke("a1", 2, <<<<"b1", <<"event", 2, {"subtree"}>>>>, <<"b2", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_2_b2_1_gone == Revoke("a1", 2, <<<<"b2", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_2_b2_1_gone_b1_1_gone == Revoke("a1", 2, <<<<"b2", <<"event", 1, {"gone"}>>>>, <<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_2_b2_1_gone_b1_2_gone == Revoke("a1", 2, <<<<"b2", <<"event", 1, {"gone"}>>>>, <<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_2_b2_1_gone_b1_2_subtree == Revoke("a1", 2, <<<<"b2", <<"event", 1, {"gone"}>>>>, <<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_2_b2_2_gone == Revoke("a1", 2, <<<<"b2", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_2_b2_2_gone_b1_1_gone == Revoke("a1", 2, <<<<"b2", <<"event", 2, {"gone"}>>>>, <<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_2_b2_2_gone_b1_2_gone == Revoke("a1", 2, <<<<"b2", <<"event", 2, {"gone"}>>>>, <<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_2_b2_2_gone_b1_2_subtree == Revoke("a1", 2, <<<<"b2", <<"event", 2, {"gone"}>>>>, <<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_2_b2_2_subtree == Revoke("a1", 2, <<<<"b2", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_2_b2_2_subtree_b1_1_gone == Revoke("a1", 2, <<<<"b2", <<"event", 2, {"subtree"}>>>>, <<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_2_b2_2_subtree_b1_2_gone == Revoke("a1", 2, <<<<"b2", <<"event", 2, {"subtree"}>>>>, <<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_2_b2_2_subtree_b1_2_subtree == Revoke("a1", 2, <<<<"b2", <<"event", 2, {"subtree"}>>>>, <<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_3_nobody == Revoke("a1", 3, <<>>) /\ TRUE
Revoke__a1_3_b1_1_gone == Revoke("a1", 3, <<<<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_3_b1_1_gone_b2_1_gone == Revoke("a1", 3, <<<<"b1", <<"event", 1, {"gone"}>>>>, <<"b2", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_3_b1_1_gone_b2_2_gone == Revoke("a1", 3, <<<<"b1", <<"event", 1, {"gone"}>>>>, <<"b2", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_3_b1_1_gone_b2_2_subtree == Revoke("a1", 3, <<<<"b1", <<"event", 1, {"gone"}>>>>, <<"b2", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_3_b1_2_gone == Revoke("a1", 3, <<<<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_3_b1_2_gone_b2_1_gone == Revoke("a1", 3, <<<<"b1", <<"event", 2, {"gone"}>>>>, <<"b2", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_3_b1_2_gone_b2_2_gone == Revoke("a1", 3, <<<<"b1", <<"event", 2, {"gone"}>>>>, <<"b2", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_3_b1_2_gone_b2_2_subtree == Revoke("a1", 3, <<<<"b1", <<"event", 2, {"gone"}>>>>, <<"b2", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_3_b1_2_subtree == Revoke("a1", 3, <<<<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_3_b1_2_subtree_b2_1_gone == Revoke("a1", 3, <<<<"b1", <<"event", 2, {"subtree"}>>>>, <<"b2", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_3_b1_2_subtree_b2_2_gone == Revoke("a1", 3, <<<<"b1", <<"event", 2, {"subtree"}>>>>, <<"b2", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_3_b1_2_subtree_b2_2_subtree == Revoke("a1", 3, <<<<"b1", <<"event", 2, {"subtree"}>>>>, <<"b2", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_3_b2_1_gone == Revoke("a1", 3, <<<<"b2", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_3_b2_1_gone_b1_1_gone == Revoke("a1", 3, <<<<"b2", <<"event", 1, {"gone"}>>>>, <<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_3_b2_1_gone_b1_2_gone == Revoke("a1", 3, <<<<"b2", <<"event", 1, {"gone"}>>>>, <<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_3_b2_1_gone_b1_2_subtree == Revoke("a1", 3, <<<<"b2", <<"event", 1, {"gone"}>>>>, <<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_3_b2_2_gone == Revoke("a1", 3, <<<<"b2", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_3_b2_2_gone_b1_1_gone == Revoke("a1", 3, <<<<"b2", <<"event", 2, {"gone"}>>>>, <<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_3_b2_2_gone_b1_2_gone == Revoke("a1", 3, <<<<"b2", <<"event", 2, {"gone"}>>>>, <<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_3_b2_2_gone_b1_2_subtree == Revoke("a1", 3, <<<<"b2", <<"event", 2, {"gone"}>>>>, <<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_3_b2_2_subtree == Revoke("a1", 3, <<<<"b2", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__a1_3_b2_2_subtree_b1_1_gone == Revoke("a1", 3, <<<<"b2", <<"event", 2, {"subtree"}>>>>, <<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_3_b2_2_subtree_b1_2_gone == Revoke("a1", 3, <<<<"b2", <<"event", 2, {"subtree"}>>>>, <<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__a1_3_b2_2_subtree_b1_2_subtree == Revoke("a1", 3, <<<<"b2", <<"event", 2, {"subtree"}>>>>, <<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Trap__a1_nobody == Trap("a1", <<>>) /\ TRUE
Trap__a1_b1_1_gone == Trap("a1", <<<<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Trap__a1_b1_1_gone_b2_1_gone == Trap("a1", <<<<"b1", <<"event", 1, {"gone"}>>>>, <<"b2", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Trap__a1_b1_1_gone_b2_2_gone == Trap("a1", <<<<"b1", <<"event", 1, {"gone"}>>>>, <<"b2", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Trap__a1_b1_1_gone_b2_2_subtree == Trap("a1", <<<<"b1", <<"event", 1, {"gone"}>>>>, <<"b2", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Trap__a1_b1_2_gone == Trap("a1", <<<<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Trap__a1_b1_2_gone_b2_1_gone == Trap("a1", <<<<"b1", <<"event", 2, {"gone"}>>>>, <<"b2", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Trap__a1_b1_2_gone_b2_2_gone == Trap("a1", <<<<"b1", <<"event", 2, {"gone"}>>>>, <<"b2", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Trap__a1_b1_2_gone_b2_2_subtree == Trap("a1", <<<<"b1", <<"event", 2, {"gone"}>>>>, <<"b2", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Trap__a1_b1_2_subtree == Trap("a1", <<<<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Trap__a1_b1_2_subtree_b2_1_gone == Trap("a1", <<<<"b1", <<"event", 2, {"subtree"}>>>>, <<"b2", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Trap__a1_b1_2_subtree_b2_2_gone == Trap("a1", <<<<"b1", <<"event", 2, {"subtree"}>>>>, <<"b2", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Trap__a1_b1_2_subtree_b2_2_subtree == Trap("a1", <<<<"b1", <<"event", 2, {"subtree"}>>>>, <<"b2", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Trap__a1_b2_1_gone == Trap("a1", <<<<"b2", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Trap__a1_b2_1_gone_b1_1_gone == Trap("a1", <<<<"b2", <<"event", 1, {"gone"}>>>>, <<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Trap__a1_b2_1_gone_b1_2_gone == Trap("a1", <<<<"b2", <<"event", 1, {"gone"}>>>>, <<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Trap__a1_b2_1_gone_b1_2_subtree == Trap("a1", <<<<"b2", <<"event", 1, {"gone"}>>>>, <<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Trap__a1_b2_2_gone == Trap("a1", <<<<"b2", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Trap__a1_b2_2_gone_b1_1_gone == Trap("a1", <<<<"b2", <<"event", 2, {"gone"}>>>>, <<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Trap__a1_b2_2_gone_b1_2_gone == Trap("a1", <<<<"b2", <<"event", 2, {"gone"}>>>>, <<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Trap__a1_b2_2_gone_b1_2_subtree == Trap("a1", <<<<"b2", <<"event", 2, {"gone"}>>>>, <<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Trap__a1_b2_2_subtree == Trap("a1", <<<<"b2", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Trap__a1_b2_2_subtree_b1_1_gone == Trap("a1", <<<<"b2", <<"event", 2, {"subtree"}>>>>, <<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Trap__a1_b2_2_subtree_b1_2_gone == Trap("a1", <<<<"b2", <<"event", 2, {"subtree"}>>>>, <<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Trap__a1_b2_2_subtree_b1_2_subtree == Trap("a1", <<<<"b2", <<"event", 2, {"subtree"}>>>>, <<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Create_ResourcesFull__b1 == Create_ResourcesFull("b1") /\ TRUE
Create_TableFull__b1 == Create_TableFull("b1") /\ TRUE
Create__b1_1 == Create("b1", 1) /\ TRUE
Create__b1_2 == Create("b1", 2) /\ TRUE
Create__b1_3 == Create("b1", 3) /\ TRUE
Subscribe_BadHandle__b1_1_0 == Subscribe_BadHandle("b1", 1, 0) /\ TRUE
Subscribe_BadHandle__b1_1_1 == Subscribe_BadHandle("b1", 1, 1) /\ TRUE
Subscribe_BadHandle__b1_1_2 == Subscribe_BadHandle("b1", 1, 2) /\ TRUE
Subscribe_BadHandle__b1_1_3 == Subscribe_BadHandle("b1", 1, 3) /\ TRUE
Subscribe_BadHandle__b1_2_0 == Subscribe_BadHandle("b1", 2, 0) /\ TRUE
Subscribe_BadHandle__b1_2_1 == Subscribe_BadHandle("b1", 2, 1) /\ TRUE
Subscribe_BadHandle__b1_2_2 == Subscribe_BadHandle("b1", 2, 2) /\ TRUE
Subscribe_BadHandle__b1_2_3 == Subscribe_BadHandle("b1", 2, 3) /\ TRUE
Subscribe_BadHandle__b1_3_0 == Subscribe_BadHandle("b1", 3, 0) /\ TRUE
Subscribe_BadHandle__b1_3_1 == Subscribe_BadHandle("b1", 3, 1) /\ TRUE
Subscribe_BadHandle__b1_3_2 == Subscribe_BadHandle("b1", 3, 2) /\ TRUE
Subscribe_BadHandle__b1_3_3 == Subscribe_BadHandle("b1", 3, 3) /\ TRUE
Subscribe_HandleRevoked__b1_1_0 == Subscribe_HandleRevoked("b1", 1, 0) /\ TRUE
Subscribe_HandleRevoked__b1_1_1 == Subscribe_HandleRevoked("b1", 1, 1) /\ TRUE
Subscribe_HandleRevoked__b1_1_2 == Subscribe_HandleRevoked("b1", 1, 2) /\ TRUE
Subscribe_HandleRevoked__b1_1_3 == Subscribe_HandleRevoked("b1", 1, 3) /\ TRUE
Subscribe_HandleRevoked__b1_2_0 == Subscribe_HandleRevoked("b1", 2, 0) /\ TRUE
Subscribe_HandleRevoked__b1_2_1 == Subscribe_HandleRevoked("b1", 2, 1) /\ TRUE
Subscribe_HandleRevoked__b1_2_2 == Subscribe_HandleRevoked("b1", 2, 2) /\ TRUE
Subscribe_HandleRevoked__b1_2_3 == Subscribe_HandleRevoked("b1", 2, 3) /\ TRUE
Subscribe_HandleRevoked__b1_3_0 == Subscribe_HandleRevoked("b1", 3, 0) /\ TRUE
Subscribe_HandleRevoked__b1_3_1 == Subscribe_HandleRevoked("b1", 3, 1) /\ TRUE
Subscribe_HandleRevoked__b1_3_2 == Subscribe_HandleRevoked("b1", 3, 2) /\ TRUE
Subscribe_HandleRevoked__b1_3_3 == Subscribe_HandleRevoked("b1", 3, 3) /\ TRUE
Subscribe_WrongType__b1_1_0 == Subscribe_WrongType("b1", 1, 0) /\ TRUE
Subscribe_WrongType__b1_1_1 == Subscribe_WrongType("b1", 1, 1) /\ TRUE
Subscribe_WrongType__b1_1_2 == Subscribe_WrongType("b1", 1, 2) /\ TRUE
Subscribe_WrongType__b1_1_3 == Subscribe_WrongType("b1", 1, 3) /\ TRUE
Subscribe_WrongType__b1_2_0 == Subscribe_WrongType("b1", 2, 0) /\ TRUE
Subscribe_WrongType__b1_2_1 == Subscribe_WrongType("b1", 2, 1) /\ TRUE
Subscribe_WrongType__b1_2_2 == Subscribe_WrongType("b1", 2, 2) /\ TRUE
Subscribe_WrongType__b1_2_3 == Subscribe_WrongType("b1", 2, 3) /\ TRUE
Subscribe_WrongType__b1_3_0 == Subscribe_WrongType("b1", 3, 0) /\ TRUE
Subscribe_WrongType__b1_3_1 == Subscribe_WrongType("b1", 3, 1) /\ TRUE
Subscribe_WrongType__b1_3_2 == Subscribe_WrongType("b1", 3, 2) /\ TRUE
Subscribe_WrongType__b1_3_3 == Subscribe_WrongType("b1", 3, 3) /\ TRUE
Subscribe_Denied__b1_1_0 == Subscribe_Denied("b1", 1, 0) /\ TRUE
Subscribe_Denied__b1_1_1 == Subscribe_Denied("b1", 1, 1) /\ TRUE
Subscribe_Denied__b1_1_2 == Subscribe_Denied("b1", 1, 2) /\ TRUE
Subscribe_Denied__b1_1_3 == Subscribe_Denied("b1", 1, 3) /\ TRUE
Subscribe_Denied__b1_2_0 == Subscribe_Denied("b1", 2, 0) /\ TRUE
Subscribe_Denied__b1_2_1 == Subscribe_Denied("b1", 2, 1) /\ TRUE
Subscribe_Denied__b1_2_2 == Subscribe_Denied("b1", 2, 2) /\ TRUE
Subscribe_Denied__b1_2_3 == Subscribe_Denied("b1", 2, 3) /\ TRUE
Subscribe_Denied__b1_3_0 == Subscribe_Denied("b1", 3, 0) /\ TRUE
Subscribe_Denied__b1_3_1 == Subscribe_Denied("b1", 3, 1) /\ TRUE
Subscribe_Denied__b1_3_2 == Subscribe_Denied("b1", 3, 2) /\ TRUE
Subscribe_Denied__b1_3_3 == Subscribe_Denied("b1", 3, 3) /\ TRUE
Subscribe_RightsMissing__b1_1_0 == Subscribe_RightsMissing("b1", 1, 0) /\ TRUE
Subscribe_RightsMissing__b1_1_1 == Subscribe_RightsMissing("b1", 1, 1) /\ TRUE
Subscribe_RightsMissing__b1_1_2 == Subscribe_RightsMissing("b1", 1, 2) /\ TRUE
Subscribe_RightsMissing__b1_1_3 == Subscribe_RightsMissing("b1", 1, 3) /\ TRUE
Subscribe_RightsMissing__b1_2_0 == Subscribe_RightsMissing("b1", 2, 0) /\ TRUE
Subscribe_RightsMissing__b1_2_1 == Subscribe_RightsMissing("b1", 2, 1) /\ TRUE
Subscribe_RightsMissing__b1_2_2 == Subscribe_RightsMissing("b1", 2, 2) /\ TRUE
Subscribe_RightsMissing__b1_2_3 == Subscribe_RightsMissing("b1", 2, 3) /\ TRUE
Subscribe_RightsMissing__b1_3_0 == Subscribe_RightsMissing("b1", 3, 0) /\ TRUE
Subscribe_RightsMissing__b1_3_1 == Subscribe_RightsMissing("b1", 3, 1) /\ TRUE
Subscribe_RightsMissing__b1_3_2 == Subscribe_RightsMissing("b1", 3, 2) /\ TRUE
Subscribe_RightsMissing__b1_3_3 == Subscribe_RightsMissing("b1", 3, 3) /\ TRUE
Subscribe_InvalidArgument__b1_1_0 == Subscribe_InvalidArgument("b1", 1, 0) /\ TRUE
Subscribe_InvalidArgument__b1_1_1 == Subscribe_InvalidArgument("b1", 1, 1) /\ TRUE
Subscribe_InvalidArgument__b1_1_2 == Subscribe_InvalidArgument("b1", 1, 2) /\ TRUE
Subscribe_InvalidArgument__b1_1_3 == Subscribe_InvalidArgument("b1", 1, 3) /\ TRUE
Subscribe_InvalidArgument__b1_2_0 == Subscribe_InvalidArgument("b1", 2, 0) /\ TRUE
Subscribe_InvalidArgument__b1_2_1 == Subscribe_InvalidArgument("b1", 2, 1) /\ TRUE
Subscribe_InvalidArgument__b1_2_2 == Subscribe_InvalidArgument("b1", 2, 2) /\ TRUE
Subscribe_InvalidArgument__b1_2_3 == Subscribe_InvalidArgument("b1", 2, 3) /\ TRUE
Subscribe_InvalidArgument__b1_3_0 == Subscribe_InvalidArgument("b1", 3, 0) /\ TRUE
Subscribe_InvalidArgument__b1_3_1 == Subscribe_InvalidArgument("b1", 3, 1) /\ TRUE
Subscribe_InvalidArgument__b1_3_2 == Subscribe_InvalidArgument("b1", 3, 2) /\ TRUE
Subscribe_InvalidArgument__b1_3_3 == Subscribe_InvalidArgument("b1", 3, 3) /\ TRUE
Subscribe_SubscriptionsFull__b1_1_0 == Subscribe_SubscriptionsFull("b1", 1, 0) /\ TRUE
Subscribe_SubscriptionsFull__b1_1_1 == Subscribe_SubscriptionsFull("b1", 1, 1) /\ TRUE
Subscribe_SubscriptionsFull__b1_1_2 == Subscribe_SubscriptionsFull("b1", 1, 2) /\ TRUE
Subscribe_SubscriptionsFull__b1_1_3 == Subscribe_SubscriptionsFull("b1", 1, 3) /\ TRUE
Subscribe_SubscriptionsFull__b1_2_0 == Subscribe_SubscriptionsFull("b1", 2, 0) /\ TRUE
Subscribe_SubscriptionsFull__b1_2_1 == Subscribe_SubscriptionsFull("b1", 2, 1) /\ TRUE
Subscribe_SubscriptionsFull__b1_2_2 == Subscribe_SubscriptionsFull("b1", 2, 2) /\ TRUE
Subscribe_SubscriptionsFull__b1_2_3 == Subscribe_SubscriptionsFull("b1", 2, 3) /\ TRUE
Subscribe_SubscriptionsFull__b1_3_0 == Subscribe_SubscriptionsFull("b1", 3, 0) /\ TRUE
Subscribe_SubscriptionsFull__b1_3_1 == Subscribe_SubscriptionsFull("b1", 3, 1) /\ TRUE
Subscribe_SubscriptionsFull__b1_3_2 == Subscribe_SubscriptionsFull("b1", 3, 2) /\ TRUE
Subscribe_SubscriptionsFull__b1_3_3 == Subscribe_SubscriptionsFull("b1", 3, 3) /\ TRUE
Subscribe__b1_1_0_1_alarm_gone == Subscribe("b1", 1, 0, 1, {"alarm", "gone"}) /\ TRUE
Subscribe__b1_1_0_2_gone_subtree == Subscribe("b1", 1, 0, 2, {"gone", "subtree"}) /\ TRUE
Subscribe__b1_1_1_1_alarm_gone == Subscribe("b1", 1, 1, 1, {"alarm", "gone"}) /\ TRUE
Subscribe__b1_1_1_2_gone_subtree == Subscribe("b1", 1, 1, 2, {"gone", "subtree"}) /\ TRUE
Subscribe__b1_1_2_1_alarm_gone == Subscribe("b1", 1, 2, 1, {"alarm", "gone"}) /\ TRUE
Subscribe__b1_1_2_2_gone_subtree == Subscribe("b1", 1, 2, 2, {"gone", "subtree"}) /\ TRUE
Subscribe__b1_1_3_1_alarm_gone == Subscribe("b1", 1, 3, 1, {"alarm", "gone"}) /\ TRUE
Subscribe__b1_1_3_2_gone_subtree == Subscribe("b1", 1, 3, 2, {"gone", "subtree"}) /\ TRUE
Subscribe__b1_2_0_1_alarm_gone == Subscribe("b1", 2, 0, 1, {"alarm", "gone"}) /\ TRUE
Subscribe__b1_2_0_2_gone_subtree == Subscribe("b1", 2, 0, 2, {"gone", "subtree"}) /\ TRUE
Subscribe__b1_2_1_1_alarm_gone == Subscribe("b1", 2, 1, 1, {"alarm", "gone"}) /\ TRUE
Subscribe__b1_2_1_2_gone_subtree == Subscribe("b1", 2, 1, 2, {"gone", "subtree"}) /\ TRUE
Subscribe__b1_2_2_1_alarm_gone == Subscribe("b1", 2, 2, 1, {"alarm", "gone"}) /\ TRUE
Subscribe__b1_2_2_2_gone_subtree == Subscribe("b1", 2, 2, 2, {"gone", "subtree"}) /\ TRUE
Subscribe__b1_2_3_1_alarm_gone == Subscribe("b1", 2, 3, 1, {"alarm", "gone"}) /\ TRUE
Subscribe__b1_2_3_2_gone_subtree == Subscribe("b1", 2, 3, 2, {"gone", "subtree"}) /\ TRUE
Subscribe__b1_3_0_1_alarm_gone == Subscribe("b1", 3, 0, 1, {"alarm", "gone"}) /\ TRUE
Subscribe__b1_3_0_2_gone_subtree == Subscribe("b1", 3, 0, 2, {"gone", "subtree"}) /\ TRUE
Subscribe__b1_3_1_1_alarm_gone == Subscribe("b1", 3, 1, 1, {"alarm", "gone"}) /\ TRUE
Subscribe__b1_3_1_2_gone_subtree == Subscribe("b1", 3, 1, 2, {"gone", "subtree"}) /\ TRUE
Subscribe__b1_3_2_1_alarm_gone == Subscribe("b1", 3, 2, 1, {"alarm", "gone"}) /\ TRUE
Subscribe__b1_3_2_2_gone_subtree == Subscribe("b1", 3, 2, 2, {"gone", "subtree"}) /\ TRUE
Subscribe__b1_3_3_1_alarm_gone == Subscribe("b1", 3, 3, 1, {"alarm", "gone"}) /\ TRUE
Subscribe__b1_3_3_2_gone_subtree == Subscribe("b1", 3, 3, 2, {"gone", "subtree"}) /\ TRUE
GetEvent_BadHandle__b1_1 == GetEvent_BadHandle("b1", 1) /\ TRUE
GetEvent_BadHandle__b1_2 == GetEvent_BadHandle("b1", 2) /\ TRUE
GetEvent_BadHandle__b1_3 == GetEvent_BadHandle("b1", 3) /\ TRUE
GetEvent_HandleRevoked__b1_1 == GetEvent_HandleRevoked("b1", 1) /\ TRUE
GetEvent_HandleRevoked__b1_2 == GetEvent_HandleRevoked("b1", 2) /\ TRUE
GetEvent_HandleRevoked__b1_3 == GetEvent_HandleRevoked("b1", 3) /\ TRUE
GetEvent_WrongType__b1_1 == GetEvent_WrongType("b1", 1) /\ TRUE
GetEvent_WrongType__b1_2 == GetEvent_WrongType("b1", 2) /\ TRUE
GetEvent_WrongType__b1_3 == GetEvent_WrongType("b1", 3) /\ TRUE
GetEvent_TimedOut__b1_1 == GetEvent_TimedOut("b1", 1) /\ TRUE
GetEvent_TimedOut__b1_2 == GetEvent_TimedOut("b1", 2) /\ TRUE
GetEvent_TimedOut__b1_3 == GetEvent_TimedOut("b1", 3) /\ TRUE
GetEvent_Denied__b1_1 == GetEvent_Denied("b1", 1) /\ TRUE
GetEvent_Denied__b1_2 == GetEvent_Denied("b1", 2) /\ TRUE
GetEvent_Denied__b1_3 == GetEvent_Denied("b1", 3) /\ TRUE
GetEvent_Blocks__b1_1_longest == GetEvent_Blocks("b1", 1, Ticks) /\ TRUE
GetEvent_Blocks__b1_2_longest == GetEvent_Blocks("b1", 2, Ticks) /\ TRUE
GetEvent_Blocks__b1_3_longest == GetEvent_Blocks("b1", 3, Ticks) /\ TRUE
GetEvent__b1_1_1_alarm == GetEvent("b1", 1, 1, {"alarm"}) /\ TRUE
GetEvent__b1_1_1_gone == GetEvent("b1", 1, 1, {"gone"}) /\ TRUE
GetEvent__b1_1_1_alarm_gone == GetEvent("b1", 1, 1, {"alarm", "gone"}) /\ TRUE
GetEvent__b1_1_2_gone == GetEvent("b1", 1, 2, {"gone"}) /\ TRUE
GetEvent__b1_1_2_subtree == GetEvent("b1", 1, 2, {"subtree"}) /\ TRUE
GetEvent__b1_1_2_gone_subtree == GetEvent("b1", 1, 2, {"gone", "subtree"}) /\ TRUE
GetEvent__b1_2_1_alarm == GetEvent("b1", 2, 1, {"alarm"}) /\ TRUE
GetEvent__b1_2_1_gone == GetEvent("b1", 2, 1, {"gone"}) /\ TRUE
GetEvent__b1_2_1_alarm_gone == GetEvent("b1", 2, 1, {"alarm", "gone"}) /\ TRUE
GetEvent__b1_2_2_gone == GetEvent("b1", 2, 2, {"gone"}) /\ TRUE
GetEvent__b1_2_2_subtree == GetEvent("b1", 2, 2, {"subtree"}) /\ TRUE
GetEvent__b1_2_2_gone_subtree == GetEvent("b1", 2, 2, {"gone", "subtree"}) /\ TRUE
GetEvent__b1_3_1_alarm == GetEvent("b1", 3, 1, {"alarm"}) /\ TRUE
GetEvent__b1_3_1_gone == GetEvent("b1", 3, 1, {"gone"}) /\ TRUE
GetEvent__b1_3_1_alarm_gone == GetEvent("b1", 3, 1, {"alarm", "gone"}) /\ TRUE
GetEvent__b1_3_2_gone == GetEvent("b1", 3, 2, {"gone"}) /\ TRUE
GetEvent__b1_3_2_subtree == GetEvent("b1", 3, 2, {"subtree"}) /\ TRUE
GetEvent__b1_3_2_gone_subtree == GetEvent("b1", 3, 2, {"gone", "subtree"}) /\ TRUE
GetEvent_BadHandle__b2_1 == GetEvent_BadHandle("b2", 1) /\ TRUE
GetEvent_BadHandle__b2_2 == GetEvent_BadHandle("b2", 2) /\ TRUE
GetEvent_BadHandle__b2_3 == GetEvent_BadHandle("b2", 3) /\ TRUE
GetEvent_HandleRevoked__b2_1 == GetEvent_HandleRevoked("b2", 1) /\ TRUE
GetEvent_HandleRevoked__b2_2 == GetEvent_HandleRevoked("b2", 2) /\ TRUE
GetEvent_HandleRevoked__b2_3 == GetEvent_HandleRevoked("b2", 3) /\ TRUE
GetEvent_WrongType__b2_1 == GetEvent_WrongType("b2", 1) /\ TRUE
GetEvent_WrongType__b2_2 == GetEvent_WrongType("b2", 2) /\ TRUE
GetEvent_WrongType__b2_3 == GetEvent_WrongType("b2", 3) /\ TRUE
GetEvent_TimedOut__b2_1 == GetEvent_TimedOut("b2", 1) /\ TRUE
GetEvent_TimedOut__b2_2 == GetEvent_TimedOut("b2", 2) /\ TRUE
GetEvent_TimedOut__b2_3 == GetEvent_TimedOut("b2", 3) /\ TRUE
GetEvent_Denied__b2_1 == GetEvent_Denied("b2", 1) /\ TRUE
GetEvent_Denied__b2_2 == GetEvent_Denied("b2", 2) /\ TRUE
GetEvent_Denied__b2_3 == GetEvent_Denied("b2", 3) /\ TRUE
GetEvent_Blocks__b2_1_forever == GetEvent_Blocks("b2", 1, Forever) /\ TRUE
GetEvent_Blocks__b2_2_forever == GetEvent_Blocks("b2", 2, Forever) /\ TRUE
GetEvent_Blocks__b2_3_forever == GetEvent_Blocks("b2", 3, Forever) /\ TRUE
GetEvent__b2_1_1_alarm == GetEvent("b2", 1, 1, {"alarm"}) /\ TRUE
GetEvent__b2_1_1_gone == GetEvent("b2", 1, 1, {"gone"}) /\ TRUE
GetEvent__b2_1_1_alarm_gone == GetEvent("b2", 1, 1, {"alarm", "gone"}) /\ TRUE
GetEvent__b2_1_2_gone == GetEvent("b2", 1, 2, {"gone"}) /\ TRUE
GetEvent__b2_1_2_subtree == GetEvent("b2", 1, 2, {"subtree"}) /\ TRUE
GetEvent__b2_1_2_gone_subtree == GetEvent("b2", 1, 2, {"gone", "subtree"}) /\ TRUE
GetEvent__b2_2_1_alarm == GetEvent("b2", 2, 1, {"alarm"}) /\ TRUE
GetEvent__b2_2_1_gone == GetEvent("b2", 2, 1, {"gone"}) /\ TRUE
GetEvent__b2_2_1_alarm_gone == GetEvent("b2", 2, 1, {"alarm", "gone"}) /\ TRUE
GetEvent__b2_2_2_gone == GetEvent("b2", 2, 2, {"gone"}) /\ TRUE
GetEvent__b2_2_2_subtree == GetEvent("b2", 2, 2, {"subtree"}) /\ TRUE
GetEvent__b2_2_2_gone_subtree == GetEvent("b2", 2, 2, {"gone", "subtree"}) /\ TRUE
GetEvent__b2_3_1_alarm == GetEvent("b2", 3, 1, {"alarm"}) /\ TRUE
GetEvent__b2_3_1_gone == GetEvent("b2", 3, 1, {"gone"}) /\ TRUE
GetEvent__b2_3_1_alarm_gone == GetEvent("b2", 3, 1, {"alarm", "gone"}) /\ TRUE
GetEvent__b2_3_2_gone == GetEvent("b2", 3, 2, {"gone"}) /\ TRUE
GetEvent__b2_3_2_subtree == GetEvent("b2", 3, 2, {"subtree"}) /\ TRUE
GetEvent__b2_3_2_gone_subtree == GetEvent("b2", 3, 2, {"gone", "subtree"}) /\ TRUE
SetEvent_BadHandle__b2_1 == SetEvent_BadHandle("b2", 1) /\ TRUE
SetEvent_BadHandle__b2_2 == SetEvent_BadHandle("b2", 2) /\ TRUE
SetEvent_BadHandle__b2_3 == SetEvent_BadHandle("b2", 3) /\ TRUE
SetEvent_HandleRevoked__b2_1 == SetEvent_HandleRevoked("b2", 1) /\ TRUE
SetEvent_HandleRevoked__b2_2 == SetEvent_HandleRevoked("b2", 2) /\ TRUE
SetEvent_HandleRevoked__b2_3 == SetEvent_HandleRevoked("b2", 3) /\ TRUE
SetEvent_WrongType__b2_1 == SetEvent_WrongType("b2", 1) /\ TRUE
SetEvent_WrongType__b2_2 == SetEvent_WrongType("b2", 2) /\ TRUE
SetEvent_WrongType__b2_3 == SetEvent_WrongType("b2", 3) /\ TRUE
SetEvent_Denied__b2_1 == SetEvent_Denied("b2", 1) /\ TRUE
SetEvent_Denied__b2_2 == SetEvent_Denied("b2", 2) /\ TRUE
SetEvent_Denied__b2_3 == SetEvent_Denied("b2", 3) /\ TRUE
SetEvent_RightsMissing__b2_1 == SetEvent_RightsMissing("b2", 1) /\ TRUE
SetEvent_RightsMissing__b2_2 == SetEvent_RightsMissing("b2", 2) /\ TRUE
SetEvent_RightsMissing__b2_3 == SetEvent_RightsMissing("b2", 3) /\ TRUE
SetEvent_InvalidArgument__b2_1 == SetEvent_InvalidArgument("b2", 1) /\ TRUE
SetEvent_InvalidArgument__b2_2 == SetEvent_InvalidArgument("b2", 2) /\ TRUE
SetEvent_InvalidArgument__b2_3 == SetEvent_InvalidArgument("b2", 3) /\ TRUE
SetEvent__b2_1_news_nobody == SetEvent("b2", 1, {"news"}, <<>>) /\ TRUE
SetEvent__b2_1_alarm_nobody == SetEvent("b2", 1, {"alarm"}, <<>>) /\ TRUE
SetEvent__b2_1_alarm_b1_1_alarm == SetEvent("b2", 1, {"alarm"}, <<<<"b1", <<"event", 1, {"alarm"}>>>>>>) /\ TRUE
SetEvent__b2_1_alarm_b1_denied == SetEvent("b2", 1, {"alarm"}, <<<<"b1", <<"denied">>>>>>) /\ TRUE
SetEvent__b2_2_news_nobody == SetEvent("b2", 2, {"news"}, <<>>) /\ TRUE
SetEvent__b2_2_alarm_nobody == SetEvent("b2", 2, {"alarm"}, <<>>) /\ TRUE
SetEvent__b2_2_alarm_b1_1_alarm == SetEvent("b2", 2, {"alarm"}, <<<<"b1", <<"event", 1, {"alarm"}>>>>>>) /\ TRUE
SetEvent__b2_2_alarm_b1_denied == SetEvent("b2", 2, {"alarm"}, <<<<"b1", <<"denied">>>>>>) /\ TRUE
SetEvent__b2_3_news_nobody == SetEvent("b2", 3, {"news"}, <<>>) /\ TRUE
SetEvent__b2_3_alarm_nobody == SetEvent("b2", 3, {"alarm"}, <<>>) /\ TRUE
SetEvent__b2_3_alarm_b1_1_alarm == SetEvent("b2", 3, {"alarm"}, <<<<"b1", <<"event", 1, {"alarm"}>>>>>>) /\ TRUE
SetEvent__b2_3_alarm_b1_denied == SetEvent("b2", 3, {"alarm"}, <<<<"b1", <<"denied">>>>>>) /\ TRUE
Unsubscribe_BadHandle__b2_1 == Unsubscribe_BadHandle("b2", 1) /\ TRUE
Unsubscribe_BadHandle__b2_2 == Unsubscribe_BadHandle("b2", 2) /\ TRUE
Unsubscribe_BadHandle__b2_3 == Unsubscribe_BadHandle("b2", 3) /\ TRUE
Unsubscribe_HandleRevoked__b2_1 == Unsubscribe_HandleRevoked("b2", 1) /\ TRUE
Unsubscribe_HandleRevoked__b2_2 == Unsubscribe_HandleRevoked("b2", 2) /\ TRUE
Unsubscribe_HandleRevoked__b2_3 == Unsubscribe_HandleRevoked("b2", 3) /\ TRUE
Unsubscribe_WrongType__b2_1 == Unsubscribe_WrongType("b2", 1) /\ TRUE
Unsubscribe_WrongType__b2_2 == Unsubscribe_WrongType("b2", 2) /\ TRUE
Unsubscribe_WrongType__b2_3 == Unsubscribe_WrongType("b2", 3) /\ TRUE
Unsubscribe_NameUnknown__b2_1_1 == Unsubscribe_NameUnknown("b2", 1, 1) /\ TRUE
Unsubscribe_NameUnknown__b2_1_2 == Unsubscribe_NameUnknown("b2", 1, 2) /\ TRUE
Unsubscribe_NameUnknown__b2_2_1 == Unsubscribe_NameUnknown("b2", 2, 1) /\ TRUE
Unsubscribe_NameUnknown__b2_2_2 == Unsubscribe_NameUnknown("b2", 2, 2) /\ TRUE
Unsubscribe_NameUnknown__b2_3_1 == Unsubscribe_NameUnknown("b2", 3, 1) /\ TRUE
Unsubscribe_NameUnknown__b2_3_2 == Unsubscribe_NameUnknown("b2", 3, 2) /\ TRUE
Unsubscribe__b2_1_1 == Unsubscribe("b2", 1, 1) /\ TRUE
Unsubscribe__b2_1_2 == Unsubscribe("b2", 1, 2) /\ TRUE
Unsubscribe__b2_2_1 == Unsubscribe("b2", 2, 1) /\ TRUE
Unsubscribe__b2_2_2 == Unsubscribe("b2", 2, 2) /\ TRUE
Unsubscribe__b2_3_1 == Unsubscribe("b2", 3, 1) /\ TRUE
Unsubscribe__b2_3_2 == Unsubscribe("b2", 3, 2) /\ TRUE
Drop_BadHandle__b2_1 == Drop_BadHandle("b2", 1) /\ TRUE
Drop_BadHandle__b2_2 == Drop_BadHandle("b2", 2) /\ TRUE
Drop_BadHandle__b2_3 == Drop_BadHandle("b2", 3) /\ TRUE
Drop_HandleRevoked__b2_1 == Drop_HandleRevoked("b2", 1) /\ TRUE
Drop_HandleRevoked__b2_2 == Drop_HandleRevoked("b2", 2) /\ TRUE
Drop_HandleRevoked__b2_3 == Drop_HandleRevoked("b2", 3) /\ TRUE
Drop_WrongType__b2_1 == Drop_WrongType("b2", 1) /\ TRUE
Drop_WrongType__b2_2 == Drop_WrongType("b2", 2) /\ TRUE
Drop_WrongType__b2_3 == Drop_WrongType("b2", 3) /\ TRUE
Drop__b2_1_nobody == Drop("b2", 1, <<>>) /\ TRUE
Drop__b2_1_b1_woken == Drop("b2", 1, <<<<"b1", <<"woken">>>>>>) /\ TRUE
Drop__b2_2_nobody == Drop("b2", 2, <<>>) /\ TRUE
Drop__b2_2_b1_woken == Drop("b2", 2, <<<<"b1", <<"woken">>>>>>) /\ TRUE
Drop__b2_3_nobody == Drop("b2", 3, <<>>) /\ TRUE
Drop__b2_3_b1_woken == Drop("b2", 3, <<<<"b1", <<"woken">>>>>>) /\ TRUE
Close__b2_1_nobody == Close("b2", 1, <<>>) /\ TRUE
Close__b2_1_b1_woken == Close("b2", 1, <<<<"b1", <<"woken">>>>>>) /\ TRUE
Close__b2_1_b1_1_gone == Close("b2", 1, <<<<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Close__b2_1_b1_2_gone == Close("b2", 1, <<<<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Close__b2_1_b1_2_subtree == Close("b2", 1, <<<<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Close__b2_2_nobody == Close("b2", 2, <<>>) /\ TRUE
Close__b2_2_b1_woken == Close("b2", 2, <<<<"b1", <<"woken">>>>>>) /\ TRUE
Close__b2_2_b1_1_gone == Close("b2", 2, <<<<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Close__b2_2_b1_2_gone == Close("b2", 2, <<<<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Close__b2_2_b1_2_subtree == Close("b2", 2, <<<<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Close__b2_3_nobody == Close("b2", 3, <<>>) /\ TRUE
Close__b2_3_b1_woken == Close("b2", 3, <<<<"b1", <<"woken">>>>>>) /\ TRUE
Close__b2_3_b1_1_gone == Close("b2", 3, <<<<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Close__b2_3_b1_2_gone == Close("b2", 3, <<<<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Close__b2_3_b1_2_subtree == Close("b2", 3, <<<<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__b2_1_nobody == Revoke("b2", 1, <<>>) /\ TRUE
Revoke__b2_1_b1_woken == Revoke("b2", 1, <<<<"b1", <<"woken">>>>>>) /\ TRUE
Revoke__b2_1_b1_1_gone == Revoke("b2", 1, <<<<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__b2_1_b1_2_gone == Revoke("b2", 1, <<<<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__b2_1_b1_2_subtree == Revoke("b2", 1, <<<<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__b2_2_nobody == Revoke("b2", 2, <<>>) /\ TRUE
Revoke__b2_2_b1_woken == Revoke("b2", 2, <<<<"b1", <<"woken">>>>>>) /\ TRUE
Revoke__b2_2_b1_1_gone == Revoke("b2", 2, <<<<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__b2_2_b1_2_gone == Revoke("b2", 2, <<<<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__b2_2_b1_2_subtree == Revoke("b2", 2, <<<<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Revoke__b2_3_nobody == Revoke("b2", 3, <<>>) /\ TRUE
Revoke__b2_3_b1_woken == Revoke("b2", 3, <<<<"b1", <<"woken">>>>>>) /\ TRUE
Revoke__b2_3_b1_1_gone == Revoke("b2", 3, <<<<"b1", <<"event", 1, {"gone"}>>>>>>) /\ TRUE
Revoke__b2_3_b1_2_gone == Revoke("b2", 3, <<<<"b1", <<"event", 2, {"gone"}>>>>>>) /\ TRUE
Revoke__b2_3_b1_2_subtree == Revoke("b2", 3, <<<<"b1", <<"event", 2, {"subtree"}>>>>>>) /\ TRUE
Trap__b2_nobody == Trap("b2", <<>>) /\ TRUE
Tick__nobody == Tick(<<>>) /\ TRUE
Tick__b1_timedOut == Tick(<<<<"b1", <<"timedOut">>>>>>) /\ TRUE
Tick__b1_timedOut_b2_timedOut == Tick(<<<<"b1", <<"timedOut">>>>, <<"b2", <<"timedOut">>>>>>) /\ TRUE
Tick__b2_timedOut == Tick(<<<<"b2", <<"timedOut">>>>>>) /\ TRUE
Tick__b2_timedOut_b1_timedOut == Tick(<<<<"b2", <<"timedOut">>>>, <<"b1", <<"timedOut">>>>>>) /\ TRUE

NextMC ==
    \/ SetEvent_BadHandle__a1_1
    \/ SetEvent_BadHandle__a1_2
    \/ SetEvent_BadHandle__a1_3
    \/ SetEvent_HandleRevoked__a1_1
    \/ SetEvent_HandleRevoked__a1_2
    \/ SetEvent_HandleRevoked__a1_3
    \/ SetEvent_WrongType__a1_1
    \/ SetEvent_WrongType__a1_2
    \/ SetEvent_WrongType__a1_3
    \/ SetEvent_Denied__a1_1
    \/ SetEvent_Denied__a1_2
    \/ SetEvent_Denied__a1_3
    \/ SetEvent_RightsMissing__a1_1
    \/ SetEvent_RightsMissing__a1_2
    \/ SetEvent_RightsMissing__a1_3
    \/ SetEvent_InvalidArgument__a1_1
    \/ SetEvent_InvalidArgument__a1_2
    \/ SetEvent_InvalidArgument__a1_3
    \/ SetEvent__a1_1_news_nobody
    \/ SetEvent__a1_1_alarm_nobody
    \/ SetEvent__a1_1_alarm_b1_1_alarm
    \/ SetEvent__a1_1_alarm_b1_1_alarm_b2_1_alarm
    \/ SetEvent__a1_1_alarm_b1_1_alarm_b2_denied
    \/ SetEvent__a1_1_alarm_b1_denied
    \/ SetEvent__a1_1_alarm_b1_denied_b2_1_alarm
    \/ SetEvent__a1_1_alarm_b1_denied_b2_denied
    \/ SetEvent__a1_1_alarm_b2_1_alarm
    \/ SetEvent__a1_1_alarm_b2_1_alarm_b1_1_alarm
    \/ SetEvent__a1_1_alarm_b2_1_alarm_b1_denied
    \/ SetEvent__a1_1_alarm_b2_denied
    \/ SetEvent__a1_1_alarm_b2_denied_b1_1_alarm
    \/ SetEvent__a1_1_alarm_b2_denied_b1_denied
    \/ SetEvent__a1_2_news_nobody
    \/ SetEvent__a1_2_alarm_nobody
    \/ SetEvent__a1_2_alarm_b1_1_alarm
    \/ SetEvent__a1_2_alarm_b1_1_alarm_b2_1_alarm
    \/ SetEvent__a1_2_alarm_b1_1_alarm_b2_denied
    \/ SetEvent__a1_2_alarm_b1_denied
    \/ SetEvent__a1_2_alarm_b1_denied_b2_1_alarm
    \/ SetEvent__a1_2_alarm_b1_denied_b2_denied
    \/ SetEvent__a1_2_alarm_b2_1_alarm
    \/ SetEvent__a1_2_alarm_b2_1_alarm_b1_1_alarm
    \/ SetEvent__a1_2_alarm_b2_1_alarm_b1_denied
    \/ SetEvent__a1_2_alarm_b2_denied
    \/ SetEvent__a1_2_alarm_b2_denied_b1_1_alarm
    \/ SetEvent__a1_2_alarm_b2_denied_b1_denied
    \/ SetEvent__a1_3_news_nobody
    \/ SetEvent__a1_3_alarm_nobody
    \/ SetEvent__a1_3_alarm_b1_1_alarm
    \/ SetEvent__a1_3_alarm_b1_1_alarm_b2_1_alarm
    \/ SetEvent__a1_3_alarm_b1_1_alarm_b2_denied
    \/ SetEvent__a1_3_alarm_b1_denied
    \/ SetEvent__a1_3_alarm_b1_denied_b2_1_alarm
    \/ SetEvent__a1_3_alarm_b1_denied_b2_denied
    \/ SetEvent__a1_3_alarm_b2_1_alarm
    \/ SetEvent__a1_3_alarm_b2_1_alarm_b1_1_alarm
    \/ SetEvent__a1_3_alarm_b2_1_alarm_b1_denied
    \/ SetEvent__a1_3_alarm_b2_denied
    \/ SetEvent__a1_3_alarm_b2_denied_b1_1_alarm
    \/ SetEvent__a1_3_alarm_b2_denied_b1_denied
    \/ Revoke__a1_1_nobody
    \/ Revoke__a1_1_b1_1_gone
    \/ Revoke__a1_1_b1_1_gone_b2_1_gone
    \/ Revoke__a1_1_b1_1_gone_b2_2_gone
    \/ Revoke__a1_1_b1_1_gone_b2_2_subtree
    \/ Revoke__a1_1_b1_2_gone
    \/ Revoke__a1_1_b1_2_gone_b2_1_gone
    \/ Revoke__a1_1_b1_2_gone_b2_2_gone
    \/ Revoke__a1_1_b1_2_gone_b2_2_subtree
    \/ Revoke__a1_1_b1_2_subtree
    \/ Revoke__a1_1_b1_2_subtree_b2_1_gone
    \/ Revoke__a1_1_b1_2_subtree_b2_2_gone
    \/ Revoke__a1_1_b1_2_subtree_b2_2_subtree
    \/ Revoke__a1_1_b2_1_gone
    \/ Revoke__a1_1_b2_1_gone_b1_1_gone
    \/ Revoke__a1_1_b2_1_gone_b1_2_gone
    \/ Revoke__a1_1_b2_1_gone_b1_2_subtree
    \/ Revoke__a1_1_b2_2_gone
    \/ Revoke__a1_1_b2_2_gone_b1_1_gone
    \/ Revoke__a1_1_b2_2_gone_b1_2_gone
    \/ Revoke__a1_1_b2_2_gone_b1_2_subtree
    \/ Revoke__a1_1_b2_2_subtree
    \/ Revoke__a1_1_b2_2_subtree_b1_1_gone
    \/ Revoke__a1_1_b2_2_subtree_b1_2_gone
    \/ Revoke__a1_1_b2_2_subtree_b1_2_subtree
    \/ Revoke__a1_2_nobody
    \/ Revoke__a1_2_b1_1_gone
    \/ Revoke__a1_2_b1_1_gone_b2_1_gone
    \/ Revoke__a1_2_b1_1_gone_b2_2_gone
    \/ Revoke__a1_2_b1_1_gone_b2_2_subtree
    \/ Revoke__a1_2_b1_2_gone
    \/ Revoke__a1_2_b1_2_gone_b2_1_gone
    \/ Revoke__a1_2_b1_2_gone_b2_2_gone
    \/ Revoke__a1_2_b1_2_gone_b2_2_subtree
    \/ Revoke__a1_2_b1_2_subtree
    \/ Revoke__a1_2_b1_2_subtree_b2_1_gone
    \/ Revoke__a1_2_b1_2_subtree_b2_2_gone
    \/ Revoke__a1_2_b1_2_subtree_b2_2_subtree
    \/ Revoke__a1_2_b2_1_gone
    \/ Revoke__a1_2_b2_1_gone_b1_1_gone
    \/ Revoke__a1_2_b2_1_gone_b1_2_gone
    \/ Revoke__a1_2_b2_1_gone_b1_2_subtree
    \/ Revoke__a1_2_b2_2_gone
    \/ Revoke__a1_2_b2_2_gone_b1_1_gone
    \/ Revoke__a1_2_b2_2_gone_b1_2_gone
    \/ Revoke__a1_2_b2_2_gone_b1_2_subtree
    \/ Revoke__a1_2_b2_2_subtree
    \/ Revoke__a1_2_b2_2_subtree_b1_1_gone
    \/ Revoke__a1_2_b2_2_subtree_b1_2_gone
    \/ Revoke__a1_2_b2_2_subtree_b1_2_subtree
    \/ Revoke__a1_3_nobody
    \/ Revoke__a1_3_b1_1_gone
    \/ Revoke__a1_3_b1_1_gone_b2_1_gone
    \/ Revoke__a1_3_b1_1_gone_b2_2_gone
    \/ Revoke__a1_3_b1_1_gone_b2_2_subtree
    \/ Revoke__a1_3_b1_2_gone
    \/ Revoke__a1_3_b1_2_gone_b2_1_gone
    \/ Revoke__a1_3_b1_2_gone_b2_2_gone
    \/ Revoke__a1_3_b1_2_gone_b2_2_subtree
    \/ Revoke__a1_3_b1_2_subtree
    \/ Revoke__a1_3_b1_2_subtree_b2_1_gone
    \/ Revoke__a1_3_b1_2_subtree_b2_2_gone
    \/ Revoke__a1_3_b1_2_subtree_b2_2_subtree
    \/ Revoke__a1_3_b2_1_gone
    \/ Revoke__a1_3_b2_1_gone_b1_1_gone
    \/ Revoke__a1_3_b2_1_gone_b1_2_gone
    \/ Revoke__a1_3_b2_1_gone_b1_2_subtree
    \/ Revoke__a1_3_b2_2_gone
    \/ Revoke__a1_3_b2_2_gone_b1_1_gone
    \/ Revoke__a1_3_b2_2_gone_b1_2_gone
    \/ Revoke__a1_3_b2_2_gone_b1_2_subtree
    \/ Revoke__a1_3_b2_2_subtree
    \/ Revoke__a1_3_b2_2_subtree_b1_1_gone
    \/ Revoke__a1_3_b2_2_subtree_b1_2_gone
    \/ Revoke__a1_3_b2_2_subtree_b1_2_subtree
    \/ Trap__a1_nobody
    \/ Trap__a1_b1_1_gone
    \/ Trap__a1_b1_1_gone_b2_1_gone
    \/ Trap__a1_b1_1_gone_b2_2_gone
    \/ Trap__a1_b1_1_gone_b2_2_subtree
    \/ Trap__a1_b1_2_gone
    \/ Trap__a1_b1_2_gone_b2_1_gone
    \/ Trap__a1_b1_2_gone_b2_2_gone
    \/ Trap__a1_b1_2_gone_b2_2_subtree
    \/ Trap__a1_b1_2_subtree
    \/ Trap__a1_b1_2_subtree_b2_1_gone
    \/ Trap__a1_b1_2_subtree_b2_2_gone
    \/ Trap__a1_b1_2_subtree_b2_2_subtree
    \/ Trap__a1_b2_1_gone
    \/ Trap__a1_b2_1_gone_b1_1_gone
    \/ Trap__a1_b2_1_gone_b1_2_gone
    \/ Trap__a1_b2_1_gone_b1_2_subtree
    \/ Trap__a1_b2_2_gone
    \/ Trap__a1_b2_2_gone_b1_1_gone
    \/ Trap__a1_b2_2_gone_b1_2_gone
    \/ Trap__a1_b2_2_gone_b1_2_subtree
    \/ Trap__a1_b2_2_subtree
    \/ Trap__a1_b2_2_subtree_b1_1_gone
    \/ Trap__a1_b2_2_subtree_b1_2_gone
    \/ Trap__a1_b2_2_subtree_b1_2_subtree
    \/ Create_ResourcesFull__b1
    \/ Create_TableFull__b1
    \/ Create__b1_1
    \/ Create__b1_2
    \/ Create__b1_3
    \/ Subscribe_BadHandle__b1_1_0
    \/ Subscribe_BadHandle__b1_1_1
    \/ Subscribe_BadHandle__b1_1_2
    \/ Subscribe_BadHandle__b1_1_3
    \/ Subscribe_BadHandle__b1_2_0
    \/ Subscribe_BadHandle__b1_2_1
    \/ Subscribe_BadHandle__b1_2_2
    \/ Subscribe_BadHandle__b1_2_3
    \/ Subscribe_BadHandle__b1_3_0
    \/ Subscribe_BadHandle__b1_3_1
    \/ Subscribe_BadHandle__b1_3_2
    \/ Subscribe_BadHandle__b1_3_3
    \/ Subscribe_HandleRevoked__b1_1_0
    \/ Subscribe_HandleRevoked__b1_1_1
    \/ Subscribe_HandleRevoked__b1_1_2
    \/ Subscribe_HandleRevoked__b1_1_3
    \/ Subscribe_HandleRevoked__b1_2_0
    \/ Subscribe_HandleRevoked__b1_2_1
    \/ Subscribe_HandleRevoked__b1_2_2
    \/ Subscribe_HandleRevoked__b1_2_3
    \/ Subscribe_HandleRevoked__b1_3_0
    \/ Subscribe_HandleRevoked__b1_3_1
    \/ Subscribe_HandleRevoked__b1_3_2
    \/ Subscribe_HandleRevoked__b1_3_3
    \/ Subscribe_WrongType__b1_1_0
    \/ Subscribe_WrongType__b1_1_1
    \/ Subscribe_WrongType__b1_1_2
    \/ Subscribe_WrongType__b1_1_3
    \/ Subscribe_WrongType__b1_2_0
    \/ Subscribe_WrongType__b1_2_1
    \/ Subscribe_WrongType__b1_2_2
    \/ Subscribe_WrongType__b1_2_3
    \/ Subscribe_WrongType__b1_3_0
    \/ Subscribe_WrongType__b1_3_1
    \/ Subscribe_WrongType__b1_3_2
    \/ Subscribe_WrongType__b1_3_3
    \/ Subscribe_Denied__b1_1_0
    \/ Subscribe_Denied__b1_1_1
    \/ Subscribe_Denied__b1_1_2
    \/ Subscribe_Denied__b1_1_3
    \/ Subscribe_Denied__b1_2_0
    \/ Subscribe_Denied__b1_2_1
    \/ Subscribe_Denied__b1_2_2
    \/ Subscribe_Denied__b1_2_3
    \/ Subscribe_Denied__b1_3_0
    \/ Subscribe_Denied__b1_3_1
    \/ Subscribe_Denied__b1_3_2
    \/ Subscribe_Denied__b1_3_3
    \/ Subscribe_RightsMissing__b1_1_0
    \/ Subscribe_RightsMissing__b1_1_1
    \/ Subscribe_RightsMissing__b1_1_2
    \/ Subscribe_RightsMissing__b1_1_3
    \/ Subscribe_RightsMissing__b1_2_0
    \/ Subscribe_RightsMissing__b1_2_1
    \/ Subscribe_RightsMissing__b1_2_2
    \/ Subscribe_RightsMissing__b1_2_3
    \/ Subscribe_RightsMissing__b1_3_0
    \/ Subscribe_RightsMissing__b1_3_1
    \/ Subscribe_RightsMissing__b1_3_2
    \/ Subscribe_RightsMissing__b1_3_3
    \/ Subscribe_InvalidArgument__b1_1_0
    \/ Subscribe_InvalidArgument__b1_1_1
    \/ Subscribe_InvalidArgument__b1_1_2
    \/ Subscribe_InvalidArgument__b1_1_3
    \/ Subscribe_InvalidArgument__b1_2_0
    \/ Subscribe_InvalidArgument__b1_2_1
    \/ Subscribe_InvalidArgument__b1_2_2
    \/ Subscribe_InvalidArgument__b1_2_3
    \/ Subscribe_InvalidArgument__b1_3_0
    \/ Subscribe_InvalidArgument__b1_3_1
    \/ Subscribe_InvalidArgument__b1_3_2
    \/ Subscribe_InvalidArgument__b1_3_3
    \/ Subscribe_SubscriptionsFull__b1_1_0
    \/ Subscribe_SubscriptionsFull__b1_1_1
    \/ Subscribe_SubscriptionsFull__b1_1_2
    \/ Subscribe_SubscriptionsFull__b1_1_3
    \/ Subscribe_SubscriptionsFull__b1_2_0
    \/ Subscribe_SubscriptionsFull__b1_2_1
    \/ Subscribe_SubscriptionsFull__b1_2_2
    \/ Subscribe_SubscriptionsFull__b1_2_3
    \/ Subscribe_SubscriptionsFull__b1_3_0
    \/ Subscribe_SubscriptionsFull__b1_3_1
    \/ Subscribe_SubscriptionsFull__b1_3_2
    \/ Subscribe_SubscriptionsFull__b1_3_3
    \/ Subscribe__b1_1_0_1_alarm_gone
    \/ Subscribe__b1_1_0_2_gone_subtree
    \/ Subscribe__b1_1_1_1_alarm_gone
    \/ Subscribe__b1_1_1_2_gone_subtree
    \/ Subscribe__b1_1_2_1_alarm_gone
    \/ Subscribe__b1_1_2_2_gone_subtree
    \/ Subscribe__b1_1_3_1_alarm_gone
    \/ Subscribe__b1_1_3_2_gone_subtree
    \/ Subscribe__b1_2_0_1_alarm_gone
    \/ Subscribe__b1_2_0_2_gone_subtree
    \/ Subscribe__b1_2_1_1_alarm_gone
    \/ Subscribe__b1_2_1_2_gone_subtree
    \/ Subscribe__b1_2_2_1_alarm_gone
    \/ Subscribe__b1_2_2_2_gone_subtree
    \/ Subscribe__b1_2_3_1_alarm_gone
    \/ Subscribe__b1_2_3_2_gone_subtree
    \/ Subscribe__b1_3_0_1_alarm_gone
    \/ Subscribe__b1_3_0_2_gone_subtree
    \/ Subscribe__b1_3_1_1_alarm_gone
    \/ Subscribe__b1_3_1_2_gone_subtree
    \/ Subscribe__b1_3_2_1_alarm_gone
    \/ Subscribe__b1_3_2_2_gone_subtree
    \/ Subscribe__b1_3_3_1_alarm_gone
    \/ Subscribe__b1_3_3_2_gone_subtree
    \/ GetEvent_BadHandle__b1_1
    \/ GetEvent_BadHandle__b1_2
    \/ GetEvent_BadHandle__b1_3
    \/ GetEvent_HandleRevoked__b1_1
    \/ GetEvent_HandleRevoked__b1_2
    \/ GetEvent_HandleRevoked__b1_3
    \/ GetEvent_WrongType__b1_1
    \/ GetEvent_WrongType__b1_2
    \/ GetEvent_WrongType__b1_3
    \/ GetEvent_TimedOut__b1_1
    \/ GetEvent_TimedOut__b1_2
    \/ GetEvent_TimedOut__b1_3
    \/ GetEvent_Denied__b1_1
    \/ GetEvent_Denied__b1_2
    \/ GetEvent_Denied__b1_3
    \/ GetEvent_Blocks__b1_1_longest
    \/ GetEvent_Blocks__b1_2_longest
    \/ GetEvent_Blocks__b1_3_longest
    \/ GetEvent__b1_1_1_alarm
    \/ GetEvent__b1_1_1_gone
    \/ GetEvent__b1_1_1_alarm_gone
    \/ GetEvent__b1_1_2_gone
    \/ GetEvent__b1_1_2_subtree
    \/ GetEvent__b1_1_2_gone_subtree
    \/ GetEvent__b1_2_1_alarm
    \/ GetEvent__b1_2_1_gone
    \/ GetEvent__b1_2_1_alarm_gone
    \/ GetEvent__b1_2_2_gone
    \/ GetEvent__b1_2_2_subtree
    \/ GetEvent__b1_2_2_gone_subtree
    \/ GetEvent__b1_3_1_alarm
    \/ GetEvent__b1_3_1_gone
    \/ GetEvent__b1_3_1_alarm_gone
    \/ GetEvent__b1_3_2_gone
    \/ GetEvent__b1_3_2_subtree
    \/ GetEvent__b1_3_2_gone_subtree
    \/ GetEvent_BadHandle__b2_1
    \/ GetEvent_BadHandle__b2_2
    \/ GetEvent_BadHandle__b2_3
    \/ GetEvent_HandleRevoked__b2_1
    \/ GetEvent_HandleRevoked__b2_2
    \/ GetEvent_HandleRevoked__b2_3
    \/ GetEvent_WrongType__b2_1
    \/ GetEvent_WrongType__b2_2
    \/ GetEvent_WrongType__b2_3
    \/ GetEvent_TimedOut__b2_1
    \/ GetEvent_TimedOut__b2_2
    \/ GetEvent_TimedOut__b2_3
    \/ GetEvent_Denied__b2_1
    \/ GetEvent_Denied__b2_2
    \/ GetEvent_Denied__b2_3
    \/ GetEvent_Blocks__b2_1_forever
    \/ GetEvent_Blocks__b2_2_forever
    \/ GetEvent_Blocks__b2_3_forever
    \/ GetEvent__b2_1_1_alarm
    \/ GetEvent__b2_1_1_gone
    \/ GetEvent__b2_1_1_alarm_gone
    \/ GetEvent__b2_1_2_gone
    \/ GetEvent__b2_1_2_subtree
    \/ GetEvent__b2_1_2_gone_subtree
    \/ GetEvent__b2_2_1_alarm
    \/ GetEvent__b2_2_1_gone
    \/ GetEvent__b2_2_1_alarm_gone
    \/ GetEvent__b2_2_2_gone
    \/ GetEvent__b2_2_2_subtree
    \/ GetEvent__b2_2_2_gone_subtree
    \/ GetEvent__b2_3_1_alarm
    \/ GetEvent__b2_3_1_gone
    \/ GetEvent__b2_3_1_alarm_gone
    \/ GetEvent__b2_3_2_gone
    \/ GetEvent__b2_3_2_subtree
    \/ GetEvent__b2_3_2_gone_subtree
    \/ SetEvent_BadHandle__b2_1
    \/ SetEvent_BadHandle__b2_2
    \/ SetEvent_BadHandle__b2_3
    \/ SetEvent_HandleRevoked__b2_1
    \/ SetEvent_HandleRevoked__b2_2
    \/ SetEvent_HandleRevoked__b2_3
    \/ SetEvent_WrongType__b2_1
    \/ SetEvent_WrongType__b2_2
    \/ SetEvent_WrongType__b2_3
    \/ SetEvent_Denied__b2_1
    \/ SetEvent_Denied__b2_2
    \/ SetEvent_Denied__b2_3
    \/ SetEvent_RightsMissing__b2_1
    \/ SetEvent_RightsMissing__b2_2
    \/ SetEvent_RightsMissing__b2_3
    \/ SetEvent_InvalidArgument__b2_1
    \/ SetEvent_InvalidArgument__b2_2
    \/ SetEvent_InvalidArgument__b2_3
    \/ SetEvent__b2_1_news_nobody
    \/ SetEvent__b2_1_alarm_nobody
    \/ SetEvent__b2_1_alarm_b1_1_alarm
    \/ SetEvent__b2_1_alarm_b1_denied
    \/ SetEvent__b2_2_news_nobody
    \/ SetEvent__b2_2_alarm_nobody
    \/ SetEvent__b2_2_alarm_b1_1_alarm
    \/ SetEvent__b2_2_alarm_b1_denied
    \/ SetEvent__b2_3_news_nobody
    \/ SetEvent__b2_3_alarm_nobody
    \/ SetEvent__b2_3_alarm_b1_1_alarm
    \/ SetEvent__b2_3_alarm_b1_denied
    \/ Unsubscribe_BadHandle__b2_1
    \/ Unsubscribe_BadHandle__b2_2
    \/ Unsubscribe_BadHandle__b2_3
    \/ Unsubscribe_HandleRevoked__b2_1
    \/ Unsubscribe_HandleRevoked__b2_2
    \/ Unsubscribe_HandleRevoked__b2_3
    \/ Unsubscribe_WrongType__b2_1
    \/ Unsubscribe_WrongType__b2_2
    \/ Unsubscribe_WrongType__b2_3
    \/ Unsubscribe_NameUnknown__b2_1_1
    \/ Unsubscribe_NameUnknown__b2_1_2
    \/ Unsubscribe_NameUnknown__b2_2_1
    \/ Unsubscribe_NameUnknown__b2_2_2
    \/ Unsubscribe_NameUnknown__b2_3_1
    \/ Unsubscribe_NameUnknown__b2_3_2
    \/ Unsubscribe__b2_1_1
    \/ Unsubscribe__b2_1_2
    \/ Unsubscribe__b2_2_1
    \/ Unsubscribe__b2_2_2
    \/ Unsubscribe__b2_3_1
    \/ Unsubscribe__b2_3_2
    \/ Drop_BadHandle__b2_1
    \/ Drop_BadHandle__b2_2
    \/ Drop_BadHandle__b2_3
    \/ Drop_HandleRevoked__b2_1
    \/ Drop_HandleRevoked__b2_2
    \/ Drop_HandleRevoked__b2_3
    \/ Drop_WrongType__b2_1
    \/ Drop_WrongType__b2_2
    \/ Drop_WrongType__b2_3
    \/ Drop__b2_1_nobody
    \/ Drop__b2_1_b1_woken
    \/ Drop__b2_2_nobody
    \/ Drop__b2_2_b1_woken
    \/ Drop__b2_3_nobody
    \/ Drop__b2_3_b1_woken
    \/ Close__b2_1_nobody
    \/ Close__b2_1_b1_woken
    \/ Close__b2_1_b1_1_gone
    \/ Close__b2_1_b1_2_gone
    \/ Close__b2_1_b1_2_subtree
    \/ Close__b2_2_nobody
    \/ Close__b2_2_b1_woken
    \/ Close__b2_2_b1_1_gone
    \/ Close__b2_2_b1_2_gone
    \/ Close__b2_2_b1_2_subtree
    \/ Close__b2_3_nobody
    \/ Close__b2_3_b1_woken
    \/ Close__b2_3_b1_1_gone
    \/ Close__b2_3_b1_2_gone
    \/ Close__b2_3_b1_2_subtree
    \/ Revoke__b2_1_nobody
    \/ Revoke__b2_1_b1_woken
    \/ Revoke__b2_1_b1_1_gone
    \/ Revoke__b2_1_b1_2_gone
    \/ Revoke__b2_1_b1_2_subtree
    \/ Revoke__b2_2_nobody
    \/ Revoke__b2_2_b1_woken
    \/ Revoke__b2_2_b1_1_gone
    \/ Revoke__b2_2_b1_2_gone
    \/ Revoke__b2_2_b1_2_subtree
    \/ Revoke__b2_3_nobody
    \/ Revoke__b2_3_b1_woken
    \/ Revoke__b2_3_b1_1_gone
    \/ Revoke__b2_3_b1_2_gone
    \/ Revoke__b2_3_b1_2_subtree
    \/ Trap__b2_nobody
    \/ Tick__nobody
    \/ Tick__b1_timedOut
    \/ Tick__b1_timedOut_b2_timedOut
    \/ Tick__b2_timedOut
    \/ Tick__b2_timedOut_b1_timedOut

ASSUME
    /\ TLCSet(1, FALSE)
    /\ TLCSet(2, FALSE)
    /\ TLCSet(3, FALSE)
    /\ TLCSet(4, FALSE)
    /\ TLCSet(5, FALSE)
    /\ TLCSet(6, FALSE)

TellMC(at, text) == TLCGet(at) \/ (TLCSet(at, TRUE) /\ PrintT(text))

ReachedMC ==
    /\ ReachMerged \/ TellMC(1, "violated: ReachMerged")
    /\ ReachTold \/ TellMC(2, "violated: ReachTold")
    /\ ReachUnheld \/ TellMC(3, "violated: ReachUnheld")
    /\ ReachTwoWait \/ TellMC(4, "violated: ReachTwoWait")
    /\ ReachBorne \/ TellMC(5, "violated: ReachBorne")
    /\ ReachAlarm \/ TellMC(6, "violated: ReachAlarm")
====
