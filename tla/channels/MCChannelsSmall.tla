---- MODULE MCChannelsSmall ----
\* Made by tla/generate.ts; a test says whether it is current.
EXTENDS Channels, ChannelsPolicy, TLC

cP == {"a", "b", "s"}
cChannel == {<<"a", "s">>}
cOrder == <<"a", "b", "s">>
cObject == {<<"a", "s">>}
cAsks == {<<"a", "s">>, <<"b", "s">>, <<"b", "a">>}
cPlaces == 1
cService == {"x", "y"}
cFilter == ("" :> {"x", "y"} @@ "y" :> {"y"} @@ "z" :> {})
cIds == {1, 2}
cTraps == {"a", "b", "s"}

Connect_NameUnknown__a == Connect_NameUnknown("a") /\ TRUE
Connect_NameUnknown__b == Connect_NameUnknown("b") /\ TRUE
Connect_InvalidArgument__a == Connect_InvalidArgument("a") /\ TRUE
Connect_InvalidArgument__b == Connect_InvalidArgument("b") /\ TRUE
Connect_NotConnected__a_s == Connect_NotConnected("a", "s") /\ TRUE
Connect_NotConnected__b_s == Connect_NotConnected("b", "s") /\ TRUE
Connect_NotConnected__b_a == Connect_NotConnected("b", "a") /\ TRUE
Connect_ResourcesFull__a_s == Connect_ResourcesFull("a", "s") /\ TRUE
Connect_ResourcesFull__b_s == Connect_ResourcesFull("b", "s") /\ TRUE
Connect_ResourcesFull__b_a == Connect_ResourcesFull("b", "a") /\ TRUE
Connect_TimedOut__a_s == Connect_TimedOut("a", "s") /\ TRUE
Connect_TimedOut__b_s == Connect_TimedOut("b", "s") /\ TRUE
Connect_TimedOut__b_a == Connect_TimedOut("b", "a") /\ TRUE
Connect_Wait__a_s_x == Connect_Wait("a", "s", "x") /\ TRUE
Connect_Wait__a_s_y == Connect_Wait("a", "s", "y") /\ TRUE
Connect_Wait__b_s_x == Connect_Wait("b", "s", "x") /\ TRUE
Connect_Wait__b_s_y == Connect_Wait("b", "s", "y") /\ TRUE
Connect_Wait__b_a_x == Connect_Wait("b", "a", "x") /\ TRUE
Connect_Wait__b_a_y == Connect_Wait("b", "a", "y") /\ TRUE
Connect_Told__a_s_x == Connect_Told("a", "s", "x") /\ TRUE
Connect_Told__a_s_y == Connect_Told("a", "s", "y") /\ TRUE
Connect_Told__b_s_x == Connect_Told("b", "s", "x") /\ TRUE
Connect_Told__b_s_y == Connect_Told("b", "s", "y") /\ TRUE
Connect_Told__b_a_x == Connect_Told("b", "a", "x") /\ TRUE
Connect_Told__b_a_y == Connect_Told("b", "a", "y") /\ TRUE
Listen_TimedOut__s_all == Listen_TimedOut("s", "") /\ TRUE
Listen_TimedOut__s_y == Listen_TimedOut("s", "y") /\ TRUE
Listen_TimedOut__s_z == Listen_TimedOut("s", "z") /\ TRUE
Listen_TimedOut__a_all == Listen_TimedOut("a", "") /\ TRUE
Listen_TimedOut__a_y == Listen_TimedOut("a", "y") /\ TRUE
Listen_TimedOut__a_z == Listen_TimedOut("a", "z") /\ TRUE
Listen_Wait__s_all == Listen_Wait("s", "") /\ TRUE
Listen_Wait__s_y == Listen_Wait("s", "y") /\ TRUE
Listen_Wait__s_z == Listen_Wait("s", "z") /\ TRUE
Listen_Wait__a_all == Listen_Wait("a", "") /\ TRUE
Listen_Wait__a_y == Listen_Wait("a", "y") /\ TRUE
Listen_Wait__a_z == Listen_Wait("a", "z") /\ TRUE
Listen_Told__s_all_a_x == Listen_Told("s", "", "a", "x") /\ TRUE
Listen_Told__s_all_a_y == Listen_Told("s", "", "a", "y") /\ TRUE
Listen_Told__s_y_a_y == Listen_Told("s", "y", "a", "y") /\ TRUE
Listen_Told__s_all_b_x == Listen_Told("s", "", "b", "x") /\ TRUE
Listen_Told__s_all_b_y == Listen_Told("s", "", "b", "y") /\ TRUE
Listen_Told__s_y_b_y == Listen_Told("s", "y", "b", "y") /\ TRUE
Listen_Told__a_all_b_x == Listen_Told("a", "", "b", "x") /\ TRUE
Listen_Told__a_all_b_y == Listen_Told("a", "", "b", "y") /\ TRUE
Listen_Told__a_y_b_y == Listen_Told("a", "y", "b", "y") /\ TRUE
Accept_BadHandle__s == Accept_BadHandle("s") /\ TRUE
Accept_BadHandle__a == Accept_BadHandle("a") /\ TRUE
Drop_NameUnknown__s_a_x == Drop_NameUnknown("s", "a", "x") /\ TRUE
Drop_NameUnknown__s_a_y == Drop_NameUnknown("s", "a", "y") /\ TRUE
Drop_NameUnknown__s_b_x == Drop_NameUnknown("s", "b", "x") /\ TRUE
Drop_NameUnknown__s_b_y == Drop_NameUnknown("s", "b", "y") /\ TRUE
Drop_NameUnknown__a_b_x == Drop_NameUnknown("a", "b", "x") /\ TRUE
Drop_NameUnknown__a_b_y == Drop_NameUnknown("a", "b", "y") /\ TRUE
Accept_NameUnknown__s_a_x == Accept_NameUnknown("s", "a", "x") /\ TRUE
Accept_NameUnknown__s_a_y == Accept_NameUnknown("s", "a", "y") /\ TRUE
Accept_NameUnknown__s_b_x == Accept_NameUnknown("s", "b", "x") /\ TRUE
Accept_NameUnknown__s_b_y == Accept_NameUnknown("s", "b", "y") /\ TRUE
Accept_NameUnknown__a_b_x == Accept_NameUnknown("a", "b", "x") /\ TRUE
Accept_NameUnknown__a_b_y == Accept_NameUnknown("a", "b", "y") /\ TRUE
Accept_WrongType__s_a_x == Accept_WrongType("s", "a", "x") /\ TRUE
Accept_WrongType__s_a_y == Accept_WrongType("s", "a", "y") /\ TRUE
Accept_WrongType__s_b_x == Accept_WrongType("s", "b", "x") /\ TRUE
Accept_WrongType__s_b_y == Accept_WrongType("s", "b", "y") /\ TRUE
Accept_WrongType__a_b_x == Accept_WrongType("a", "b", "x") /\ TRUE
Accept_WrongType__a_b_y == Accept_WrongType("a", "b", "y") /\ TRUE
Drop__s_a_x_dropped == Drop("s", "a", "x", "dropped") /\ TRUE
Drop__s_a_y_dropped == Drop("s", "a", "y", "dropped") /\ TRUE
Drop__s_b_x_dropped == Drop("s", "b", "x", "dropped") /\ TRUE
Drop__s_b_y_dropped == Drop("s", "b", "y", "dropped") /\ TRUE
Drop__a_b_x_dropped == Drop("a", "b", "x", "dropped") /\ TRUE
Drop__a_b_y_dropped == Drop("a", "b", "y", "dropped") /\ TRUE
Accept__s_a_x_1_answered == Accept("s", "a", "x", 1, "answered") /\ TRUE
Accept__s_a_x_2_denied == Accept("s", "a", "x", 2, "denied") /\ TRUE
Accept__s_a_y_1_answered == Accept("s", "a", "y", 1, "answered") /\ TRUE
Accept__s_a_y_2_denied == Accept("s", "a", "y", 2, "denied") /\ TRUE
Accept__s_b_x_1_answered == Accept("s", "b", "x", 1, "answered") /\ TRUE
Accept__s_b_x_2_denied == Accept("s", "b", "x", 2, "denied") /\ TRUE
Accept__s_b_y_1_answered == Accept("s", "b", "y", 1, "answered") /\ TRUE
Accept__s_b_y_2_denied == Accept("s", "b", "y", 2, "denied") /\ TRUE
Accept__a_b_x_1_answered == Accept("a", "b", "x", 1, "answered") /\ TRUE
Accept__a_b_x_2_denied == Accept("a", "b", "x", 2, "denied") /\ TRUE
Accept__a_b_y_1_answered == Accept("a", "b", "y", 1, "answered") /\ TRUE
Accept__a_b_y_2_denied == Accept("a", "b", "y", 2, "denied") /\ TRUE
Call_HandleRevoked__s_made_a_1 == Call_HandleRevoked("s", <<"made", <<"a", 1>>>>) /\ TRUE
Call_HandleRevoked__s_made_b_1 == Call_HandleRevoked("s", <<"made", <<"b", 1>>>>) /\ TRUE
Call_HandleRevoked__a_made_b_1 == Call_HandleRevoked("a", <<"made", <<"b", 1>>>>) /\ TRUE
Call_HandleRevoked__a_object_a_s == Call_HandleRevoked("a", <<"object", <<"a", "s">>>>) /\ TRUE
Recv_HandleRevoked__s_made_a_1 == Recv_HandleRevoked("s", <<"made", <<"a", 1>>>>) /\ TRUE
Recv_HandleRevoked__s_made_b_1 == Recv_HandleRevoked("s", <<"made", <<"b", 1>>>>) /\ TRUE
Recv_HandleRevoked__a_made_b_1 == Recv_HandleRevoked("a", <<"made", <<"b", 1>>>>) /\ TRUE
Recv_HandleRevoked__a_object_a_s == Recv_HandleRevoked("a", <<"object", <<"a", "s">>>>) /\ TRUE
Call_RightsMissing__s_made_a_1 == Call_RightsMissing("s", <<"made", <<"a", 1>>>>) /\ TRUE
Call_RightsMissing__s_made_b_1 == Call_RightsMissing("s", <<"made", <<"b", 1>>>>) /\ TRUE
Call_RightsMissing__a_made_b_1 == Call_RightsMissing("a", <<"made", <<"b", 1>>>>) /\ TRUE
Call_NotConnected__a_static_a_s == Call_NotConnected("a", <<"static", <<"a", "s">>>>) /\ TRUE
Call_NotConnected__a_made_a_1 == Call_NotConnected("a", <<"made", <<"a", 1>>>>) /\ TRUE
Call_NotConnected__b_made_b_1 == Call_NotConnected("b", <<"made", <<"b", 1>>>>) /\ TRUE
Call_NotConnected__a_object_a_s == Call_NotConnected("a", <<"object", <<"a", "s">>>>) /\ TRUE
Call_UnknownMethod__a_static_a_s == Call_UnknownMethod("a", <<"static", <<"a", "s">>>>) /\ TRUE
Call_UnknownMethod__a_made_a_1 == Call_UnknownMethod("a", <<"made", <<"a", 1>>>>) /\ TRUE
Call_UnknownMethod__b_made_b_1 == Call_UnknownMethod("b", <<"made", <<"b", 1>>>>) /\ TRUE
Call_UnknownMethod__a_object_a_s == Call_UnknownMethod("a", <<"object", <<"a", "s">>>>) /\ TRUE
Call_Queue__a_static_a_s == Call_Queue("a", <<"static", <<"a", "s">>>>) /\ TRUE
Call_Queue__a_made_a_1 == Call_Queue("a", <<"made", <<"a", 1>>>>) /\ TRUE
Call_Queue__b_made_b_1 == Call_Queue("b", <<"made", <<"b", 1>>>>) /\ TRUE
Call_Queue__a_object_a_s == Call_Queue("a", <<"object", <<"a", "s">>>>) /\ TRUE
Call_Deliver__a_static_a_s == Call_Deliver("a", <<"static", <<"a", "s">>>>) /\ TRUE
Call_Deliver__a_made_a_1 == Call_Deliver("a", <<"made", <<"a", 1>>>>) /\ TRUE
Call_Deliver__b_made_b_1 == Call_Deliver("b", <<"made", <<"b", 1>>>>) /\ TRUE
Call_Deliver__a_object_a_s == Call_Deliver("a", <<"object", <<"a", "s">>>>) /\ TRUE
Recv_RightsMissing__a_made_a_1 == Recv_RightsMissing("a", <<"made", <<"a", 1>>>>) /\ TRUE
Recv_RightsMissing__b_made_b_1 == Recv_RightsMissing("b", <<"made", <<"b", 1>>>>) /\ TRUE
Close__a_made_a_1_nobody == Close("a", <<"made", <<"a", 1>>>>, {}) /\ TRUE
Close__b_made_b_1_nobody == Close("b", <<"made", <<"b", 1>>>>, {}) /\ TRUE
Close__a_object_a_s_nobody == Close("a", <<"object", <<"a", "s">>>>, {}) /\ TRUE
Close__s_made_a_1_nobody == Close("s", <<"made", <<"a", 1>>>>, {}) /\ TRUE
Close__s_made_a_1_a_notConnected == Close("s", <<"made", <<"a", 1>>>>, {<<"a", "notConnected">>}) /\ TRUE
Close__s_made_b_1_nobody == Close("s", <<"made", <<"b", 1>>>>, {}) /\ TRUE
Close__s_made_b_1_b_notConnected == Close("s", <<"made", <<"b", 1>>>>, {<<"b", "notConnected">>}) /\ TRUE
Close__a_made_b_1_nobody == Close("a", <<"made", <<"b", 1>>>>, {}) /\ TRUE
Close__a_made_b_1_b_notConnected == Close("a", <<"made", <<"b", 1>>>>, {<<"b", "notConnected">>}) /\ TRUE
Call_BadHandle__a == Call_BadHandle("a") /\ TRUE
Call_BadHandle__b == Call_BadHandle("b") /\ TRUE
Call_BadHandle__s == Call_BadHandle("s") /\ TRUE
Recv_AlreadyServing__a == Recv_AlreadyServing("a") /\ TRUE
Recv_AlreadyServing__b == Recv_AlreadyServing("b") /\ TRUE
Recv_AlreadyServing__s == Recv_AlreadyServing("s") /\ TRUE
Recv_BadHandle__a == Recv_BadHandle("a") /\ TRUE
Recv_BadHandle__b == Recv_BadHandle("b") /\ TRUE
Recv_BadHandle__s == Recv_BadHandle("s") /\ TRUE
Recv_WrongType__a == Recv_WrongType("a") /\ TRUE
Recv_WrongType__b == Recv_WrongType("b") /\ TRUE
Recv_WrongType__s == Recv_WrongType("s") /\ TRUE
Call_WrongType__s == Call_WrongType("s") /\ TRUE
Reply_NotServing__a == Reply_NotServing("a") /\ TRUE
Reply_NotServing__b == Reply_NotServing("b") /\ TRUE
Reply_NotServing__s == Reply_NotServing("s") /\ TRUE
Close_BadHandle__a == Close_BadHandle("a") /\ TRUE
Close_BadHandle__b == Close_BadHandle("b") /\ TRUE
Close_BadHandle__s == Close_BadHandle("s") /\ TRUE
Recv_Wait__a_any == Recv_Wait("a", <<"any">>) /\ TRUE
Recv_Wait__a_made_b_1 == Recv_Wait("a", <<"made", <<"b", 1>>>>) /\ TRUE
Recv_Wait__b_any == Recv_Wait("b", <<"any">>) /\ TRUE
Recv_Wait__s_any == Recv_Wait("s", <<"any">>) /\ TRUE
Recv_Wait__s_listener == Recv_Wait("s", <<"listener">>) /\ TRUE
Recv_Wait__s_made_a_1 == Recv_Wait("s", <<"made", <<"a", 1>>>>) /\ TRUE
Recv_Wait__s_made_b_1 == Recv_Wait("s", <<"made", <<"b", 1>>>>) /\ TRUE
Recv_Take__a_any_b_made_b_1 == Recv_Take("a", <<"any">>, "b", <<"made", <<"b", 1>>>>) /\ TRUE
Recv_Take__a_made_b_1_b_made_b_1 == Recv_Take("a", <<"made", <<"b", 1>>>>, "b", <<"made", <<"b", 1>>>>) /\ TRUE
Recv_Take__s_any_a_static_a_s == Recv_Take("s", <<"any">>, "a", <<"static", <<"a", "s">>>>) /\ TRUE
Recv_Take__s_any_a_made_a_1 == Recv_Take("s", <<"any">>, "a", <<"made", <<"a", 1>>>>) /\ TRUE
Recv_Take__s_any_b_made_b_1 == Recv_Take("s", <<"any">>, "b", <<"made", <<"b", 1>>>>) /\ TRUE
Recv_Take__s_any_a_object_a_s == Recv_Take("s", <<"any">>, "a", <<"object", <<"a", "s">>>>) /\ TRUE
Recv_Take__s_listener_a_static_a_s == Recv_Take("s", <<"listener">>, "a", <<"static", <<"a", "s">>>>) /\ TRUE
Recv_Take__s_listener_a_made_a_1 == Recv_Take("s", <<"listener">>, "a", <<"made", <<"a", 1>>>>) /\ TRUE
Recv_Take__s_listener_b_made_b_1 == Recv_Take("s", <<"listener">>, "b", <<"made", <<"b", 1>>>>) /\ TRUE
Recv_Take__s_listener_a_object_a_s == Recv_Take("s", <<"listener">>, "a", <<"object", <<"a", "s">>>>) /\ TRUE
Recv_Take__s_made_a_1_a_made_a_1 == Recv_Take("s", <<"made", <<"a", 1>>>>, "a", <<"made", <<"a", 1>>>>) /\ TRUE
Recv_Take__s_made_b_1_b_made_b_1 == Recv_Take("s", <<"made", <<"b", 1>>>>, "b", <<"made", <<"b", 1>>>>) /\ TRUE
Reply__a_b == Reply("a", "b") /\ TRUE
Reply__s_a == Reply("s", "a") /\ TRUE
Reply__s_b == Reply("s", "b") /\ TRUE
Trap__a_nobody == Trap("a", {}) /\ TRUE
Trap__a_s_serverDied == Trap("a", {<<"s", "serverDied">>}) /\ TRUE
Trap__a_s_notConnected == Trap("a", {<<"s", "notConnected">>}) /\ TRUE
Trap__a_b_serverDied == Trap("a", {<<"b", "serverDied">>}) /\ TRUE
Trap__a_b_serverDied_s_serverDied == Trap("a", {<<"b", "serverDied">>, <<"s", "serverDied">>}) /\ TRUE
Trap__a_b_serverDied_s_notConnected == Trap("a", {<<"b", "serverDied">>, <<"s", "notConnected">>}) /\ TRUE
Trap__a_b_notConnected == Trap("a", {<<"b", "notConnected">>}) /\ TRUE
Trap__a_b_notConnected_s_serverDied == Trap("a", {<<"b", "notConnected">>, <<"s", "serverDied">>}) /\ TRUE
Trap__a_b_notConnected_s_notConnected == Trap("a", {<<"b", "notConnected">>, <<"s", "notConnected">>}) /\ TRUE
Trap__b_nobody == Trap("b", {}) /\ TRUE
Trap__b_s_serverDied == Trap("b", {<<"s", "serverDied">>}) /\ TRUE
Trap__b_s_notConnected == Trap("b", {<<"s", "notConnected">>}) /\ TRUE
Trap__b_a_serverDied == Trap("b", {<<"a", "serverDied">>}) /\ TRUE
Trap__b_a_serverDied_s_serverDied == Trap("b", {<<"a", "serverDied">>, <<"s", "serverDied">>}) /\ TRUE
Trap__b_a_serverDied_s_notConnected == Trap("b", {<<"a", "serverDied">>, <<"s", "notConnected">>}) /\ TRUE
Trap__b_a_notConnected == Trap("b", {<<"a", "notConnected">>}) /\ TRUE
Trap__b_a_notConnected_s_serverDied == Trap("b", {<<"a", "notConnected">>, <<"s", "serverDied">>}) /\ TRUE
Trap__b_a_notConnected_s_notConnected == Trap("b", {<<"a", "notConnected">>, <<"s", "notConnected">>}) /\ TRUE
Trap__s_nobody == Trap("s", {}) /\ TRUE
Trap__s_b_serverDied == Trap("s", {<<"b", "serverDied">>}) /\ TRUE
Trap__s_b_notConnected == Trap("s", {<<"b", "notConnected">>}) /\ TRUE
Trap__s_a_serverDied == Trap("s", {<<"a", "serverDied">>}) /\ TRUE
Trap__s_a_serverDied_b_serverDied == Trap("s", {<<"a", "serverDied">>, <<"b", "serverDied">>}) /\ TRUE
Trap__s_a_serverDied_b_notConnected == Trap("s", {<<"a", "serverDied">>, <<"b", "notConnected">>}) /\ TRUE
Trap__s_a_notConnected == Trap("s", {<<"a", "notConnected">>}) /\ TRUE
Trap__s_a_notConnected_b_serverDied == Trap("s", {<<"a", "notConnected">>, <<"b", "serverDied">>}) /\ TRUE
Trap__s_a_notConnected_b_notConnected == Trap("s", {<<"a", "notConnected">>, <<"b", "notConnected">>}) /\ TRUE

NextMC ==
    \/ Connect_NameUnknown__a
    \/ Connect_NameUnknown__b
    \/ Connect_InvalidArgument__a
    \/ Connect_InvalidArgument__b
    \/ Connect_NotConnected__a_s
    \/ Connect_NotConnected__b_s
    \/ Connect_NotConnected__b_a
    \/ Connect_ResourcesFull__a_s
    \/ Connect_ResourcesFull__b_s
    \/ Connect_ResourcesFull__b_a
    \/ Connect_TimedOut__a_s
    \/ Connect_TimedOut__b_s
    \/ Connect_TimedOut__b_a
    \/ Connect_Wait__a_s_x
    \/ Connect_Wait__a_s_y
    \/ Connect_Wait__b_s_x
    \/ Connect_Wait__b_s_y
    \/ Connect_Wait__b_a_x
    \/ Connect_Wait__b_a_y
    \/ Connect_Told__a_s_x
    \/ Connect_Told__a_s_y
    \/ Connect_Told__b_s_x
    \/ Connect_Told__b_s_y
    \/ Connect_Told__b_a_x
    \/ Connect_Told__b_a_y
    \/ Listen_TimedOut__s_all
    \/ Listen_TimedOut__s_y
    \/ Listen_TimedOut__s_z
    \/ Listen_TimedOut__a_all
    \/ Listen_TimedOut__a_y
    \/ Listen_TimedOut__a_z
    \/ Listen_Wait__s_all
    \/ Listen_Wait__s_y
    \/ Listen_Wait__s_z
    \/ Listen_Wait__a_all
    \/ Listen_Wait__a_y
    \/ Listen_Wait__a_z
    \/ Listen_Told__s_all_a_x
    \/ Listen_Told__s_all_a_y
    \/ Listen_Told__s_y_a_y
    \/ Listen_Told__s_all_b_x
    \/ Listen_Told__s_all_b_y
    \/ Listen_Told__s_y_b_y
    \/ Listen_Told__a_all_b_x
    \/ Listen_Told__a_all_b_y
    \/ Listen_Told__a_y_b_y
    \/ Accept_BadHandle__s
    \/ Accept_BadHandle__a
    \/ Drop_NameUnknown__s_a_x
    \/ Drop_NameUnknown__s_a_y
    \/ Drop_NameUnknown__s_b_x
    \/ Drop_NameUnknown__s_b_y
    \/ Drop_NameUnknown__a_b_x
    \/ Drop_NameUnknown__a_b_y
    \/ Accept_NameUnknown__s_a_x
    \/ Accept_NameUnknown__s_a_y
    \/ Accept_NameUnknown__s_b_x
    \/ Accept_NameUnknown__s_b_y
    \/ Accept_NameUnknown__a_b_x
    \/ Accept_NameUnknown__a_b_y
    \/ Accept_WrongType__s_a_x
    \/ Accept_WrongType__s_a_y
    \/ Accept_WrongType__s_b_x
    \/ Accept_WrongType__s_b_y
    \/ Accept_WrongType__a_b_x
    \/ Accept_WrongType__a_b_y
    \/ Drop__s_a_x_dropped
    \/ Drop__s_a_y_dropped
    \/ Drop__s_b_x_dropped
    \/ Drop__s_b_y_dropped
    \/ Drop__a_b_x_dropped
    \/ Drop__a_b_y_dropped
    \/ Accept__s_a_x_1_answered
    \/ Accept__s_a_x_2_denied
    \/ Accept__s_a_y_1_answered
    \/ Accept__s_a_y_2_denied
    \/ Accept__s_b_x_1_answered
    \/ Accept__s_b_x_2_denied
    \/ Accept__s_b_y_1_answered
    \/ Accept__s_b_y_2_denied
    \/ Accept__a_b_x_1_answered
    \/ Accept__a_b_x_2_denied
    \/ Accept__a_b_y_1_answered
    \/ Accept__a_b_y_2_denied
    \/ Call_HandleRevoked__s_made_a_1
    \/ Call_HandleRevoked__s_made_b_1
    \/ Call_HandleRevoked__a_made_b_1
    \/ Call_HandleRevoked__a_object_a_s
    \/ Recv_HandleRevoked__s_made_a_1
    \/ Recv_HandleRevoked__s_made_b_1
    \/ Recv_HandleRevoked__a_made_b_1
    \/ Recv_HandleRevoked__a_object_a_s
    \/ Call_RightsMissing__s_made_a_1
    \/ Call_RightsMissing__s_made_b_1
    \/ Call_RightsMissing__a_made_b_1
    \/ Call_NotConnected__a_static_a_s
    \/ Call_NotConnected__a_made_a_1
    \/ Call_NotConnected__b_made_b_1
    \/ Call_NotConnected__a_object_a_s
    \/ Call_UnknownMethod__a_static_a_s
    \/ Call_UnknownMethod__a_made_a_1
    \/ Call_UnknownMethod__b_made_b_1
    \/ Call_UnknownMethod__a_object_a_s
    \/ Call_Queue__a_static_a_s
    \/ Call_Queue__a_made_a_1
    \/ Call_Queue__b_made_b_1
    \/ Call_Queue__a_object_a_s
    \/ Call_Deliver__a_static_a_s
    \/ Call_Deliver__a_made_a_1
    \/ Call_Deliver__b_made_b_1
    \/ Call_Deliver__a_object_a_s
    \/ Recv_RightsMissing__a_made_a_1
    \/ Recv_RightsMissing__b_made_b_1
    \/ Close__a_made_a_1_nobody
    \/ Close__b_made_b_1_nobody
    \/ Close__a_object_a_s_nobody
    \/ Close__s_made_a_1_nobody
    \/ Close__s_made_a_1_a_notConnected
    \/ Close__s_made_b_1_nobody
    \/ Close__s_made_b_1_b_notConnected
    \/ Close__a_made_b_1_nobody
    \/ Close__a_made_b_1_b_notConnected
    \/ Call_BadHandle__a
    \/ Call_BadHandle__b
    \/ Call_BadHandle__s
    \/ Recv_AlreadyServing__a
    \/ Recv_AlreadyServing__b
    \/ Recv_AlreadyServing__s
    \/ Recv_BadHandle__a
    \/ Recv_BadHandle__b
    \/ Recv_BadHandle__s
    \/ Recv_WrongType__a
    \/ Recv_WrongType__b
    \/ Recv_WrongType__s
    \/ Call_WrongType__s
    \/ Reply_NotServing__a
    \/ Reply_NotServing__b
    \/ Reply_NotServing__s
    \/ Close_BadHandle__a
    \/ Close_BadHandle__b
    \/ Close_BadHandle__s
    \/ Recv_Wait__a_any
    \/ Recv_Wait__a_made_b_1
    \/ Recv_Wait__b_any
    \/ Recv_Wait__s_any
    \/ Recv_Wait__s_listener
    \/ Recv_Wait__s_made_a_1
    \/ Recv_Wait__s_made_b_1
    \/ Recv_Take__a_any_b_made_b_1
    \/ Recv_Take__a_made_b_1_b_made_b_1
    \/ Recv_Take__s_any_a_static_a_s
    \/ Recv_Take__s_any_a_made_a_1
    \/ Recv_Take__s_any_b_made_b_1
    \/ Recv_Take__s_any_a_object_a_s
    \/ Recv_Take__s_listener_a_static_a_s
    \/ Recv_Take__s_listener_a_made_a_1
    \/ Recv_Take__s_listener_b_made_b_1
    \/ Recv_Take__s_listener_a_object_a_s
    \/ Recv_Take__s_made_a_1_a_made_a_1
    \/ Recv_Take__s_made_b_1_b_made_b_1
    \/ Reply__a_b
    \/ Reply__s_a
    \/ Reply__s_b
    \/ Trap__a_nobody
    \/ Trap__a_s_serverDied
    \/ Trap__a_s_notConnected
    \/ Trap__a_b_serverDied
    \/ Trap__a_b_serverDied_s_serverDied
    \/ Trap__a_b_serverDied_s_notConnected
    \/ Trap__a_b_notConnected
    \/ Trap__a_b_notConnected_s_serverDied
    \/ Trap__a_b_notConnected_s_notConnected
    \/ Trap__b_nobody
    \/ Trap__b_s_serverDied
    \/ Trap__b_s_notConnected
    \/ Trap__b_a_serverDied
    \/ Trap__b_a_serverDied_s_serverDied
    \/ Trap__b_a_serverDied_s_notConnected
    \/ Trap__b_a_notConnected
    \/ Trap__b_a_notConnected_s_serverDied
    \/ Trap__b_a_notConnected_s_notConnected
    \/ Trap__s_nobody
    \/ Trap__s_b_serverDied
    \/ Trap__s_b_notConnected
    \/ Trap__s_a_serverDied
    \/ Trap__s_a_serverDied_b_serverDied
    \/ Trap__s_a_serverDied_b_notConnected
    \/ Trap__s_a_notConnected
    \/ Trap__s_a_notConnected_b_serverDied
    \/ Trap__s_a_notConnected_b_notConnected

ASSUME
    /\ TLCSet(1, FALSE)
    /\ TLCSet(2, FALSE)
    /\ TLCSet(3, FALSE)
    /\ TLCSet(4, FALSE)
    /\ TLCSet(5, FALSE)
    /\ TLCSet(6, FALSE)
    /\ TLCSet(7, FALSE)
    /\ TLCSet(8, FALSE)

TellMC(at, text) == TLCGet(at) \/ (TLCSet(at, TRUE) /\ PrintT(text))

ReachedMC ==
    /\ ReachMade \/ TellMC(1, "violated: ReachMade")
    /\ ReachListed \/ TellMC(2, "violated: ReachListed")
    /\ ReachWithheld \/ TellMC(3, "violated: ReachWithheld")
    /\ ReachUnserved \/ TellMC(4, "violated: ReachUnserved")
    /\ ReachRevoked \/ TellMC(5, "violated: ReachRevoked")
    /\ ReachPassed \/ TellMC(6, "violated: ReachPassed")
    /\ ReachObject \/ TellMC(7, "violated: ReachObject")
    /\ ReachDeadMaker \/ TellMC(8, "violated: ReachDeadMaker")
====
