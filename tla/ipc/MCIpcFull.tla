---- MODULE MCIpcFull ----
\* Made by tla/generate.ts; a test says whether it is current.
EXTENDS Ipc, IpcPolicy, TLC

cP == {"a", "b", "c", "s"}
cChannel == {<<"a", "s">>, <<"b", "s">>, <<"c", "b">>, <<"s", "b">>}
cM == {"Open", "Close", "Look"}
cLimits == [a |-> {[time |-> <<>>, stop |-> FALSE], [time |-> <<15>>, stop |-> TRUE]}, b |-> {[time |-> <<>>, stop |-> FALSE]}, c |-> {[time |-> <<>>, stop |-> FALSE]}, s |-> {[time |-> <<>>, stop |-> FALSE], [time |-> <<0>>, stop |-> TRUE]}]
cTicks == 2
cLength == 10
cExits == {"a", "s"}
cTraps == {"b"}
cInitial == "shut"

Call_BadHandle__a == Call_BadHandle("a") /\ TRUE
Call_BadHandle__b == Call_BadHandle("b") /\ TRUE
Call_BadHandle__c == Call_BadHandle("c") /\ TRUE
Call_BadHandle__s == Call_BadHandle("s") /\ TRUE
Call_NotConnected__a_s == Call_NotConnected("a", "s") /\ TRUE
Call_NotConnected__b_s == Call_NotConnected("b", "s") /\ TRUE
Call_NotConnected__c_b == Call_NotConnected("c", "b") /\ TRUE
Call_NotConnected__s_b == Call_NotConnected("s", "b") /\ TRUE
Call_MessageTooLarge__a_s == Call_MessageTooLarge("a", "s") /\ TRUE
Call_MessageTooLarge__b_s == Call_MessageTooLarge("b", "s") /\ TRUE
Call_MessageTooLarge__c_b == Call_MessageTooLarge("c", "b") /\ TRUE
Call_MessageTooLarge__s_b == Call_MessageTooLarge("s", "b") /\ TRUE
Call_WrongType__a_s == Call_WrongType("a", "s") /\ TRUE
Call_WrongType__b_s == Call_WrongType("b", "s") /\ TRUE
Call_WrongType__c_b == Call_WrongType("c", "b") /\ TRUE
Call_WrongType__s_b == Call_WrongType("s", "b") /\ TRUE
Call_UnknownMethod__a_s == Call_UnknownMethod("a", "s") /\ TRUE
Call_UnknownMethod__b_s == Call_UnknownMethod("b", "s") /\ TRUE
Call_UnknownMethod__c_b == Call_UnknownMethod("c", "b") /\ TRUE
Call_UnknownMethod__s_b == Call_UnknownMethod("s", "b") /\ TRUE
Call_Interrupted__a_s == Call_Interrupted("a", "s") /\ TRUE
Call_Interrupted__s_b == Call_Interrupted("s", "b") /\ TRUE
Call_Malformed__a_s_Open == Call_Malformed("a", "s", "Open") /\ TRUE
Call_Malformed__a_s_Close == Call_Malformed("a", "s", "Close") /\ TRUE
Call_Malformed__a_s_Look == Call_Malformed("a", "s", "Look") /\ TRUE
Call_Malformed__b_s_Open == Call_Malformed("b", "s", "Open") /\ TRUE
Call_Malformed__b_s_Close == Call_Malformed("b", "s", "Close") /\ TRUE
Call_Malformed__b_s_Look == Call_Malformed("b", "s", "Look") /\ TRUE
Call_Malformed__c_b_Open == Call_Malformed("c", "b", "Open") /\ TRUE
Call_Malformed__c_b_Close == Call_Malformed("c", "b", "Close") /\ TRUE
Call_Malformed__c_b_Look == Call_Malformed("c", "b", "Look") /\ TRUE
Call_Malformed__s_b_Open == Call_Malformed("s", "b", "Open") /\ TRUE
Call_Malformed__s_b_Close == Call_Malformed("s", "b", "Close") /\ TRUE
Call_Malformed__s_b_Look == Call_Malformed("s", "b", "Look") /\ TRUE
Call_Denied__a_s_Open == Call_Denied("a", "s", "Open") /\ TRUE
Call_Denied__a_s_Close == Call_Denied("a", "s", "Close") /\ TRUE
Call_Denied__a_s_Look == Call_Denied("a", "s", "Look") /\ TRUE
Call_Denied__b_s_Open == Call_Denied("b", "s", "Open") /\ TRUE
Call_Denied__b_s_Close == Call_Denied("b", "s", "Close") /\ TRUE
Call_Denied__b_s_Look == Call_Denied("b", "s", "Look") /\ TRUE
Call_Denied__c_b_Open == Call_Denied("c", "b", "Open") /\ TRUE
Call_Denied__c_b_Close == Call_Denied("c", "b", "Close") /\ TRUE
Call_Denied__c_b_Look == Call_Denied("c", "b", "Look") /\ TRUE
Call_Denied__s_b_Open == Call_Denied("s", "b", "Open") /\ TRUE
Call_Denied__s_b_Close == Call_Denied("s", "b", "Close") /\ TRUE
Call_Denied__s_b_Look == Call_Denied("s", "b", "Look") /\ TRUE
Call_Queue__a_s_Open_ever == Call_Queue("a", "s", "Open", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Queue__a_s_Open_15ms_stop == Call_Queue("a", "s", "Open", [time |-> <<15>>, stop |-> TRUE]) /\ TRUE
Call_Queue__a_s_Close_ever == Call_Queue("a", "s", "Close", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Queue__a_s_Close_15ms_stop == Call_Queue("a", "s", "Close", [time |-> <<15>>, stop |-> TRUE]) /\ TRUE
Call_Queue__a_s_Look_ever == Call_Queue("a", "s", "Look", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Queue__a_s_Look_15ms_stop == Call_Queue("a", "s", "Look", [time |-> <<15>>, stop |-> TRUE]) /\ TRUE
Call_Queue__b_s_Open_ever == Call_Queue("b", "s", "Open", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Queue__b_s_Close_ever == Call_Queue("b", "s", "Close", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Queue__b_s_Look_ever == Call_Queue("b", "s", "Look", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Queue__c_b_Open_ever == Call_Queue("c", "b", "Open", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Queue__c_b_Close_ever == Call_Queue("c", "b", "Close", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Queue__c_b_Look_ever == Call_Queue("c", "b", "Look", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Queue__s_b_Open_ever == Call_Queue("s", "b", "Open", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Queue__s_b_Open_0ms_stop == Call_Queue("s", "b", "Open", [time |-> <<0>>, stop |-> TRUE]) /\ TRUE
Call_Queue__s_b_Close_ever == Call_Queue("s", "b", "Close", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Queue__s_b_Close_0ms_stop == Call_Queue("s", "b", "Close", [time |-> <<0>>, stop |-> TRUE]) /\ TRUE
Call_Queue__s_b_Look_ever == Call_Queue("s", "b", "Look", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Queue__s_b_Look_0ms_stop == Call_Queue("s", "b", "Look", [time |-> <<0>>, stop |-> TRUE]) /\ TRUE
Call_Deliver__a_s_Open_ever == Call_Deliver("a", "s", "Open", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Deliver__a_s_Open_15ms_stop == Call_Deliver("a", "s", "Open", [time |-> <<15>>, stop |-> TRUE]) /\ TRUE
Call_Deliver__a_s_Close_ever == Call_Deliver("a", "s", "Close", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Deliver__a_s_Close_15ms_stop == Call_Deliver("a", "s", "Close", [time |-> <<15>>, stop |-> TRUE]) /\ TRUE
Call_Deliver__a_s_Look_ever == Call_Deliver("a", "s", "Look", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Deliver__a_s_Look_15ms_stop == Call_Deliver("a", "s", "Look", [time |-> <<15>>, stop |-> TRUE]) /\ TRUE
Call_Deliver__b_s_Open_ever == Call_Deliver("b", "s", "Open", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Deliver__b_s_Close_ever == Call_Deliver("b", "s", "Close", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Deliver__b_s_Look_ever == Call_Deliver("b", "s", "Look", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Deliver__c_b_Open_ever == Call_Deliver("c", "b", "Open", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Deliver__c_b_Close_ever == Call_Deliver("c", "b", "Close", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Deliver__c_b_Look_ever == Call_Deliver("c", "b", "Look", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Deliver__s_b_Open_ever == Call_Deliver("s", "b", "Open", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Deliver__s_b_Open_0ms_stop == Call_Deliver("s", "b", "Open", [time |-> <<0>>, stop |-> TRUE]) /\ TRUE
Call_Deliver__s_b_Close_ever == Call_Deliver("s", "b", "Close", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Deliver__s_b_Close_0ms_stop == Call_Deliver("s", "b", "Close", [time |-> <<0>>, stop |-> TRUE]) /\ TRUE
Call_Deliver__s_b_Look_ever == Call_Deliver("s", "b", "Look", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Call_Deliver__s_b_Look_0ms_stop == Call_Deliver("s", "b", "Look", [time |-> <<0>>, stop |-> TRUE]) /\ TRUE
Recv_AlreadyServing__a == Recv_AlreadyServing("a") /\ TRUE
Recv_AlreadyServing__b == Recv_AlreadyServing("b") /\ TRUE
Recv_AlreadyServing__c == Recv_AlreadyServing("c") /\ TRUE
Recv_AlreadyServing__s == Recv_AlreadyServing("s") /\ TRUE
Recv_BadHandle__a == Recv_BadHandle("a") /\ TRUE
Recv_BadHandle__b == Recv_BadHandle("b") /\ TRUE
Recv_BadHandle__c == Recv_BadHandle("c") /\ TRUE
Recv_BadHandle__s == Recv_BadHandle("s") /\ TRUE
Recv_WrongType__a == Recv_WrongType("a") /\ TRUE
Recv_WrongType__b == Recv_WrongType("b") /\ TRUE
Recv_WrongType__c == Recv_WrongType("c") /\ TRUE
Recv_WrongType__s == Recv_WrongType("s") /\ TRUE
Recv_Interrupted__a == Recv_Interrupted("a") /\ TRUE
Recv_Interrupted__s == Recv_Interrupted("s") /\ TRUE
Recv_Wait__a_ever == Recv_Wait("a", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Recv_Wait__a_15ms_stop == Recv_Wait("a", [time |-> <<15>>, stop |-> TRUE]) /\ TRUE
Recv_Wait__b_ever == Recv_Wait("b", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Recv_Wait__c_ever == Recv_Wait("c", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Recv_Wait__s_ever == Recv_Wait("s", [time |-> <<>>, stop |-> FALSE]) /\ TRUE
Recv_Wait__s_0ms_stop == Recv_Wait("s", [time |-> <<0>>, stop |-> TRUE]) /\ TRUE
Recv_Take__s_a_Open == Recv_Take("s", "a", "Open") /\ TRUE
Recv_Take__s_a_Close == Recv_Take("s", "a", "Close") /\ TRUE
Recv_Take__s_a_Look == Recv_Take("s", "a", "Look") /\ TRUE
Recv_Take__s_b_Open == Recv_Take("s", "b", "Open") /\ TRUE
Recv_Take__s_b_Close == Recv_Take("s", "b", "Close") /\ TRUE
Recv_Take__s_b_Look == Recv_Take("s", "b", "Look") /\ TRUE
Recv_Take__b_c_Open == Recv_Take("b", "c", "Open") /\ TRUE
Recv_Take__b_c_Close == Recv_Take("b", "c", "Close") /\ TRUE
Recv_Take__b_c_Look == Recv_Take("b", "c", "Look") /\ TRUE
Recv_Take__b_s_Open == Recv_Take("b", "s", "Open") /\ TRUE
Recv_Take__b_s_Close == Recv_Take("b", "s", "Close") /\ TRUE
Recv_Take__b_s_Look == Recv_Take("b", "s", "Look") /\ TRUE
Reply_NotServing__a == Reply_NotServing("a") /\ TRUE
Reply_NotServing__b == Reply_NotServing("b") /\ TRUE
Reply_NotServing__c == Reply_NotServing("c") /\ TRUE
Reply_NotServing__s == Reply_NotServing("s") /\ TRUE
Reply_Abandoned__a == Reply_Abandoned("a") /\ TRUE
Reply_Abandoned__b == Reply_Abandoned("b") /\ TRUE
Reply_Abandoned__c == Reply_Abandoned("c") /\ TRUE
Reply_Abandoned__s == Reply_Abandoned("s") /\ TRUE
Reply_MessageTooLarge__a == Reply_MessageTooLarge("a") /\ TRUE
Reply_MessageTooLarge__b == Reply_MessageTooLarge("b") /\ TRUE
Reply_MessageTooLarge__c == Reply_MessageTooLarge("c") /\ TRUE
Reply_MessageTooLarge__s == Reply_MessageTooLarge("s") /\ TRUE
Reply_Denied__s_a_Open_response == Reply_Denied("s", "a", "Open", "response") /\ TRUE
Reply_Denied__s_a_Open_error == Reply_Denied("s", "a", "Open", "error") /\ TRUE
Reply_Denied__s_a_Close_response == Reply_Denied("s", "a", "Close", "response") /\ TRUE
Reply_Denied__s_a_Close_error == Reply_Denied("s", "a", "Close", "error") /\ TRUE
Reply_Denied__s_a_Look_response == Reply_Denied("s", "a", "Look", "response") /\ TRUE
Reply_Denied__s_a_Look_error == Reply_Denied("s", "a", "Look", "error") /\ TRUE
Reply_Denied__s_b_Open_response == Reply_Denied("s", "b", "Open", "response") /\ TRUE
Reply_Denied__s_b_Open_error == Reply_Denied("s", "b", "Open", "error") /\ TRUE
Reply_Denied__s_b_Close_response == Reply_Denied("s", "b", "Close", "response") /\ TRUE
Reply_Denied__s_b_Close_error == Reply_Denied("s", "b", "Close", "error") /\ TRUE
Reply_Denied__s_b_Look_response == Reply_Denied("s", "b", "Look", "response") /\ TRUE
Reply_Denied__s_b_Look_error == Reply_Denied("s", "b", "Look", "error") /\ TRUE
Reply_Denied__b_c_Open_response == Reply_Denied("b", "c", "Open", "response") /\ TRUE
Reply_Denied__b_c_Open_error == Reply_Denied("b", "c", "Open", "error") /\ TRUE
Reply_Denied__b_c_Close_response == Reply_Denied("b", "c", "Close", "response") /\ TRUE
Reply_Denied__b_c_Close_error == Reply_Denied("b", "c", "Close", "error") /\ TRUE
Reply_Denied__b_c_Look_response == Reply_Denied("b", "c", "Look", "response") /\ TRUE
Reply_Denied__b_c_Look_error == Reply_Denied("b", "c", "Look", "error") /\ TRUE
Reply_Denied__b_s_Open_response == Reply_Denied("b", "s", "Open", "response") /\ TRUE
Reply_Denied__b_s_Open_error == Reply_Denied("b", "s", "Open", "error") /\ TRUE
Reply_Denied__b_s_Close_response == Reply_Denied("b", "s", "Close", "response") /\ TRUE
Reply_Denied__b_s_Close_error == Reply_Denied("b", "s", "Close", "error") /\ TRUE
Reply_Denied__b_s_Look_response == Reply_Denied("b", "s", "Look", "response") /\ TRUE
Reply_Denied__b_s_Look_error == Reply_Denied("b", "s", "Look", "error") /\ TRUE
Reply_Granted__s_a_Open_response == Reply_Granted("s", "a", "Open", "response") /\ TRUE
Reply_Granted__s_a_Open_error == Reply_Granted("s", "a", "Open", "error") /\ TRUE
Reply_Granted__s_a_Close_response == Reply_Granted("s", "a", "Close", "response") /\ TRUE
Reply_Granted__s_a_Close_error == Reply_Granted("s", "a", "Close", "error") /\ TRUE
Reply_Granted__s_a_Look_response == Reply_Granted("s", "a", "Look", "response") /\ TRUE
Reply_Granted__s_a_Look_error == Reply_Granted("s", "a", "Look", "error") /\ TRUE
Reply_Granted__s_b_Open_response == Reply_Granted("s", "b", "Open", "response") /\ TRUE
Reply_Granted__s_b_Open_error == Reply_Granted("s", "b", "Open", "error") /\ TRUE
Reply_Granted__s_b_Close_response == Reply_Granted("s", "b", "Close", "response") /\ TRUE
Reply_Granted__s_b_Close_error == Reply_Granted("s", "b", "Close", "error") /\ TRUE
Reply_Granted__s_b_Look_response == Reply_Granted("s", "b", "Look", "response") /\ TRUE
Reply_Granted__s_b_Look_error == Reply_Granted("s", "b", "Look", "error") /\ TRUE
Reply_Granted__b_c_Open_response == Reply_Granted("b", "c", "Open", "response") /\ TRUE
Reply_Granted__b_c_Open_error == Reply_Granted("b", "c", "Open", "error") /\ TRUE
Reply_Granted__b_c_Close_response == Reply_Granted("b", "c", "Close", "response") /\ TRUE
Reply_Granted__b_c_Close_error == Reply_Granted("b", "c", "Close", "error") /\ TRUE
Reply_Granted__b_c_Look_response == Reply_Granted("b", "c", "Look", "response") /\ TRUE
Reply_Granted__b_c_Look_error == Reply_Granted("b", "c", "Look", "error") /\ TRUE
Reply_Granted__b_s_Open_response == Reply_Granted("b", "s", "Open", "response") /\ TRUE
Reply_Granted__b_s_Open_error == Reply_Granted("b", "s", "Open", "error") /\ TRUE
Reply_Granted__b_s_Close_response == Reply_Granted("b", "s", "Close", "response") /\ TRUE
Reply_Granted__b_s_Close_error == Reply_Granted("b", "s", "Close", "error") /\ TRUE
Reply_Granted__b_s_Look_response == Reply_Granted("b", "s", "Look", "response") /\ TRUE
Reply_Granted__b_s_Look_error == Reply_Granted("b", "s", "Look", "error") /\ TRUE
Tick__nobody == Tick({}) /\ TRUE
Tick__a_timedOut == Tick({<<"a", "timedOut">>}) /\ TRUE
Tick__b_timedOut == Tick({<<"b", "timedOut">>}) /\ TRUE
Tick__a_timedOut_b_timedOut == Tick({<<"a", "timedOut">>, <<"b", "timedOut">>}) /\ TRUE
Tick__c_timedOut == Tick({<<"c", "timedOut">>}) /\ TRUE
Tick__a_timedOut_c_timedOut == Tick({<<"a", "timedOut">>, <<"c", "timedOut">>}) /\ TRUE
Tick__b_timedOut_c_timedOut == Tick({<<"b", "timedOut">>, <<"c", "timedOut">>}) /\ TRUE
Tick__a_timedOut_b_timedOut_c_timedOut == Tick({<<"a", "timedOut">>, <<"b", "timedOut">>, <<"c", "timedOut">>}) /\ TRUE
Tick__s_timedOut == Tick({<<"s", "timedOut">>}) /\ TRUE
Tick__a_timedOut_s_timedOut == Tick({<<"a", "timedOut">>, <<"s", "timedOut">>}) /\ TRUE
Tick__b_timedOut_s_timedOut == Tick({<<"b", "timedOut">>, <<"s", "timedOut">>}) /\ TRUE
Tick__a_timedOut_b_timedOut_s_timedOut == Tick({<<"a", "timedOut">>, <<"b", "timedOut">>, <<"s", "timedOut">>}) /\ TRUE
Tick__c_timedOut_s_timedOut == Tick({<<"c", "timedOut">>, <<"s", "timedOut">>}) /\ TRUE
Tick__a_timedOut_c_timedOut_s_timedOut == Tick({<<"a", "timedOut">>, <<"c", "timedOut">>, <<"s", "timedOut">>}) /\ TRUE
Tick__b_timedOut_c_timedOut_s_timedOut == Tick({<<"b", "timedOut">>, <<"c", "timedOut">>, <<"s", "timedOut">>}) /\ TRUE
Tick__a_timedOut_b_timedOut_c_timedOut_s_timedOut == Tick({<<"a", "timedOut">>, <<"b", "timedOut">>, <<"c", "timedOut">>, <<"s", "timedOut">>}) /\ TRUE
SetInterrupt__a_nobody == SetInterrupt("a", {}) /\ TRUE
SetInterrupt__a_a_interrupted == SetInterrupt("a", {<<"a", "interrupted">>}) /\ TRUE
SetInterrupt__s_nobody == SetInterrupt("s", {}) /\ TRUE
SetInterrupt__s_s_interrupted == SetInterrupt("s", {<<"s", "interrupted">>}) /\ TRUE
ClearInterrupt__a == ClearInterrupt("a") /\ TRUE
ClearInterrupt__s == ClearInterrupt("s") /\ TRUE
Exit_Denied__s == Exit_Denied("s") /\ TRUE
Exit__a_nobody == Exit("a", {}) /\ TRUE
Exit__s_nobody == Exit("s", {}) /\ TRUE
Exit__s_a_serverDied == Exit("s", {<<"a", "serverDied">>}) /\ TRUE
Exit__s_b_serverDied == Exit("s", {<<"b", "serverDied">>}) /\ TRUE
Exit__s_a_serverDied_b_serverDied == Exit("s", {<<"a", "serverDied">>, <<"b", "serverDied">>}) /\ TRUE
Trap__b_nobody == Trap("b", {}) /\ TRUE
Trap__b_c_serverDied == Trap("b", {<<"c", "serverDied">>}) /\ TRUE
Trap__b_s_serverDied == Trap("b", {<<"s", "serverDied">>}) /\ TRUE
Trap__b_c_serverDied_s_serverDied == Trap("b", {<<"c", "serverDied">>, <<"s", "serverDied">>}) /\ TRUE

NextMC ==
    \/ Call_BadHandle__a
    \/ Call_BadHandle__b
    \/ Call_BadHandle__c
    \/ Call_BadHandle__s
    \/ Call_NotConnected__a_s
    \/ Call_NotConnected__b_s
    \/ Call_NotConnected__c_b
    \/ Call_NotConnected__s_b
    \/ Call_MessageTooLarge__a_s
    \/ Call_MessageTooLarge__b_s
    \/ Call_MessageTooLarge__c_b
    \/ Call_MessageTooLarge__s_b
    \/ Call_WrongType__a_s
    \/ Call_WrongType__b_s
    \/ Call_WrongType__c_b
    \/ Call_WrongType__s_b
    \/ Call_UnknownMethod__a_s
    \/ Call_UnknownMethod__b_s
    \/ Call_UnknownMethod__c_b
    \/ Call_UnknownMethod__s_b
    \/ Call_Interrupted__a_s
    \/ Call_Interrupted__s_b
    \/ Call_Malformed__a_s_Open
    \/ Call_Malformed__a_s_Close
    \/ Call_Malformed__a_s_Look
    \/ Call_Malformed__b_s_Open
    \/ Call_Malformed__b_s_Close
    \/ Call_Malformed__b_s_Look
    \/ Call_Malformed__c_b_Open
    \/ Call_Malformed__c_b_Close
    \/ Call_Malformed__c_b_Look
    \/ Call_Malformed__s_b_Open
    \/ Call_Malformed__s_b_Close
    \/ Call_Malformed__s_b_Look
    \/ Call_Denied__a_s_Open
    \/ Call_Denied__a_s_Close
    \/ Call_Denied__a_s_Look
    \/ Call_Denied__b_s_Open
    \/ Call_Denied__b_s_Close
    \/ Call_Denied__b_s_Look
    \/ Call_Denied__c_b_Open
    \/ Call_Denied__c_b_Close
    \/ Call_Denied__c_b_Look
    \/ Call_Denied__s_b_Open
    \/ Call_Denied__s_b_Close
    \/ Call_Denied__s_b_Look
    \/ Call_Queue__a_s_Open_ever
    \/ Call_Queue__a_s_Open_15ms_stop
    \/ Call_Queue__a_s_Close_ever
    \/ Call_Queue__a_s_Close_15ms_stop
    \/ Call_Queue__a_s_Look_ever
    \/ Call_Queue__a_s_Look_15ms_stop
    \/ Call_Queue__b_s_Open_ever
    \/ Call_Queue__b_s_Close_ever
    \/ Call_Queue__b_s_Look_ever
    \/ Call_Queue__c_b_Open_ever
    \/ Call_Queue__c_b_Close_ever
    \/ Call_Queue__c_b_Look_ever
    \/ Call_Queue__s_b_Open_ever
    \/ Call_Queue__s_b_Open_0ms_stop
    \/ Call_Queue__s_b_Close_ever
    \/ Call_Queue__s_b_Close_0ms_stop
    \/ Call_Queue__s_b_Look_ever
    \/ Call_Queue__s_b_Look_0ms_stop
    \/ Call_Deliver__a_s_Open_ever
    \/ Call_Deliver__a_s_Open_15ms_stop
    \/ Call_Deliver__a_s_Close_ever
    \/ Call_Deliver__a_s_Close_15ms_stop
    \/ Call_Deliver__a_s_Look_ever
    \/ Call_Deliver__a_s_Look_15ms_stop
    \/ Call_Deliver__b_s_Open_ever
    \/ Call_Deliver__b_s_Close_ever
    \/ Call_Deliver__b_s_Look_ever
    \/ Call_Deliver__c_b_Open_ever
    \/ Call_Deliver__c_b_Close_ever
    \/ Call_Deliver__c_b_Look_ever
    \/ Call_Deliver__s_b_Open_ever
    \/ Call_Deliver__s_b_Open_0ms_stop
    \/ Call_Deliver__s_b_Close_ever
    \/ Call_Deliver__s_b_Close_0ms_stop
    \/ Call_Deliver__s_b_Look_ever
    \/ Call_Deliver__s_b_Look_0ms_stop
    \/ Recv_AlreadyServing__a
    \/ Recv_AlreadyServing__b
    \/ Recv_AlreadyServing__c
    \/ Recv_AlreadyServing__s
    \/ Recv_BadHandle__a
    \/ Recv_BadHandle__b
    \/ Recv_BadHandle__c
    \/ Recv_BadHandle__s
    \/ Recv_WrongType__a
    \/ Recv_WrongType__b
    \/ Recv_WrongType__c
    \/ Recv_WrongType__s
    \/ Recv_Interrupted__a
    \/ Recv_Interrupted__s
    \/ Recv_Wait__a_ever
    \/ Recv_Wait__a_15ms_stop
    \/ Recv_Wait__b_ever
    \/ Recv_Wait__c_ever
    \/ Recv_Wait__s_ever
    \/ Recv_Wait__s_0ms_stop
    \/ Recv_Take__s_a_Open
    \/ Recv_Take__s_a_Close
    \/ Recv_Take__s_a_Look
    \/ Recv_Take__s_b_Open
    \/ Recv_Take__s_b_Close
    \/ Recv_Take__s_b_Look
    \/ Recv_Take__b_c_Open
    \/ Recv_Take__b_c_Close
    \/ Recv_Take__b_c_Look
    \/ Recv_Take__b_s_Open
    \/ Recv_Take__b_s_Close
    \/ Recv_Take__b_s_Look
    \/ Reply_NotServing__a
    \/ Reply_NotServing__b
    \/ Reply_NotServing__c
    \/ Reply_NotServing__s
    \/ Reply_Abandoned__a
    \/ Reply_Abandoned__b
    \/ Reply_Abandoned__c
    \/ Reply_Abandoned__s
    \/ Reply_MessageTooLarge__a
    \/ Reply_MessageTooLarge__b
    \/ Reply_MessageTooLarge__c
    \/ Reply_MessageTooLarge__s
    \/ Reply_Denied__s_a_Open_response
    \/ Reply_Denied__s_a_Open_error
    \/ Reply_Denied__s_a_Close_response
    \/ Reply_Denied__s_a_Close_error
    \/ Reply_Denied__s_a_Look_response
    \/ Reply_Denied__s_a_Look_error
    \/ Reply_Denied__s_b_Open_response
    \/ Reply_Denied__s_b_Open_error
    \/ Reply_Denied__s_b_Close_response
    \/ Reply_Denied__s_b_Close_error
    \/ Reply_Denied__s_b_Look_response
    \/ Reply_Denied__s_b_Look_error
    \/ Reply_Denied__b_c_Open_response
    \/ Reply_Denied__b_c_Open_error
    \/ Reply_Denied__b_c_Close_response
    \/ Reply_Denied__b_c_Close_error
    \/ Reply_Denied__b_c_Look_response
    \/ Reply_Denied__b_c_Look_error
    \/ Reply_Denied__b_s_Open_response
    \/ Reply_Denied__b_s_Open_error
    \/ Reply_Denied__b_s_Close_response
    \/ Reply_Denied__b_s_Close_error
    \/ Reply_Denied__b_s_Look_response
    \/ Reply_Denied__b_s_Look_error
    \/ Reply_Granted__s_a_Open_response
    \/ Reply_Granted__s_a_Open_error
    \/ Reply_Granted__s_a_Close_response
    \/ Reply_Granted__s_a_Close_error
    \/ Reply_Granted__s_a_Look_response
    \/ Reply_Granted__s_a_Look_error
    \/ Reply_Granted__s_b_Open_response
    \/ Reply_Granted__s_b_Open_error
    \/ Reply_Granted__s_b_Close_response
    \/ Reply_Granted__s_b_Close_error
    \/ Reply_Granted__s_b_Look_response
    \/ Reply_Granted__s_b_Look_error
    \/ Reply_Granted__b_c_Open_response
    \/ Reply_Granted__b_c_Open_error
    \/ Reply_Granted__b_c_Close_response
    \/ Reply_Granted__b_c_Close_error
    \/ Reply_Granted__b_c_Look_response
    \/ Reply_Granted__b_c_Look_error
    \/ Reply_Granted__b_s_Open_response
    \/ Reply_Granted__b_s_Open_error
    \/ Reply_Granted__b_s_Close_response
    \/ Reply_Granted__b_s_Close_error
    \/ Reply_Granted__b_s_Look_response
    \/ Reply_Granted__b_s_Look_error
    \/ Tick__nobody
    \/ Tick__a_timedOut
    \/ Tick__b_timedOut
    \/ Tick__a_timedOut_b_timedOut
    \/ Tick__c_timedOut
    \/ Tick__a_timedOut_c_timedOut
    \/ Tick__b_timedOut_c_timedOut
    \/ Tick__a_timedOut_b_timedOut_c_timedOut
    \/ Tick__s_timedOut
    \/ Tick__a_timedOut_s_timedOut
    \/ Tick__b_timedOut_s_timedOut
    \/ Tick__a_timedOut_b_timedOut_s_timedOut
    \/ Tick__c_timedOut_s_timedOut
    \/ Tick__a_timedOut_c_timedOut_s_timedOut
    \/ Tick__b_timedOut_c_timedOut_s_timedOut
    \/ Tick__a_timedOut_b_timedOut_c_timedOut_s_timedOut
    \/ SetInterrupt__a_nobody
    \/ SetInterrupt__a_a_interrupted
    \/ SetInterrupt__s_nobody
    \/ SetInterrupt__s_s_interrupted
    \/ ClearInterrupt__a
    \/ ClearInterrupt__s
    \/ Exit_Denied__s
    \/ Exit__a_nobody
    \/ Exit__s_nobody
    \/ Exit__s_a_serverDied
    \/ Exit__s_b_serverDied
    \/ Exit__s_a_serverDied_b_serverDied
    \/ Trap__b_nobody
    \/ Trap__b_c_serverDied
    \/ Trap__b_s_serverDied
    \/ Trap__b_c_serverDied_s_serverDied

ASSUME
    /\ TLCSet(1, FALSE)
    /\ TLCSet(2, FALSE)
    /\ TLCSet(3, FALSE)
    /\ TLCSet(4, FALSE)
    /\ TLCSet(5, FALSE)
    /\ TLCSet(6, FALSE)
    /\ TLCSet(7, FALSE)
    /\ TLCSet(8, FALSE)
    /\ TLCSet(9, FALSE)
    /\ TLCSet(10, FALSE)

TellMC(at, text) == TLCGet(at) \/ (TLCSet(at, TRUE) /\ PrintT(text))

ReachedMC ==
    /\ ReachQueueOfTwo \/ TellMC(1, "violated: ReachQueueOfTwo")
    /\ ReachNesting \/ TellMC(2, "violated: ReachNesting")
    /\ ReachReceiving \/ TellMC(3, "violated: ReachReceiving")
    /\ ReachMoved \/ TellMC(4, "violated: ReachMoved")
    /\ ReachTimeLeft \/ TellMC(5, "violated: ReachTimeLeft")
    /\ ReachAbandoned \/ TellMC(6, "violated: ReachAbandoned")
    /\ ReachAskedAgain \/ TellMC(7, "violated: ReachAskedAgain")
    /\ ReachDeadClient \/ TellMC(8, "violated: ReachDeadClient")
    /\ ReachDeadServer \/ TellMC(9, "violated: ReachDeadServer")
    /\ ReachStopped \/ TellMC(10, "violated: ReachStopped")
====
