---- MODULE MCIpcSmall ----
\* Made by tla/generate.ts; a test says whether it is current.
EXTENDS Ipc, IpcPolicy, TLC

cP == {"a", "b", "c", "d", "s"}
cChannel == {<<"a", "s">>, <<"b", "s">>, <<"c", "s">>, <<"d", "s">>, <<"s", "b">>}
cM == {"Open", "Close", "Look"}
cInitial == "shut"

Call_BadHandle__a == Call_BadHandle("a") /\ TRUE
Call_BadHandle__b == Call_BadHandle("b") /\ TRUE
Call_BadHandle__c == Call_BadHandle("c") /\ TRUE
Call_BadHandle__d == Call_BadHandle("d") /\ TRUE
Call_BadHandle__s == Call_BadHandle("s") /\ TRUE
Call_UnknownMethod__a_s == Call_UnknownMethod("a", "s") /\ TRUE
Call_UnknownMethod__b_s == Call_UnknownMethod("b", "s") /\ TRUE
Call_UnknownMethod__c_s == Call_UnknownMethod("c", "s") /\ TRUE
Call_UnknownMethod__d_s == Call_UnknownMethod("d", "s") /\ TRUE
Call_UnknownMethod__s_b == Call_UnknownMethod("s", "b") /\ TRUE
Call_Malformed__a_s_Open == Call_Malformed("a", "s", "Open") /\ TRUE
Call_Malformed__a_s_Close == Call_Malformed("a", "s", "Close") /\ TRUE
Call_Malformed__a_s_Look == Call_Malformed("a", "s", "Look") /\ TRUE
Call_Malformed__b_s_Open == Call_Malformed("b", "s", "Open") /\ TRUE
Call_Malformed__b_s_Close == Call_Malformed("b", "s", "Close") /\ TRUE
Call_Malformed__b_s_Look == Call_Malformed("b", "s", "Look") /\ TRUE
Call_Malformed__c_s_Open == Call_Malformed("c", "s", "Open") /\ TRUE
Call_Malformed__c_s_Close == Call_Malformed("c", "s", "Close") /\ TRUE
Call_Malformed__c_s_Look == Call_Malformed("c", "s", "Look") /\ TRUE
Call_Malformed__d_s_Open == Call_Malformed("d", "s", "Open") /\ TRUE
Call_Malformed__d_s_Close == Call_Malformed("d", "s", "Close") /\ TRUE
Call_Malformed__d_s_Look == Call_Malformed("d", "s", "Look") /\ TRUE
Call_Malformed__s_b_Open == Call_Malformed("s", "b", "Open") /\ TRUE
Call_Malformed__s_b_Close == Call_Malformed("s", "b", "Close") /\ TRUE
Call_Malformed__s_b_Look == Call_Malformed("s", "b", "Look") /\ TRUE
Call_Denied__a_s_Open == Call_Denied("a", "s", "Open") /\ TRUE
Call_Denied__a_s_Close == Call_Denied("a", "s", "Close") /\ TRUE
Call_Denied__a_s_Look == Call_Denied("a", "s", "Look") /\ TRUE
Call_Denied__b_s_Open == Call_Denied("b", "s", "Open") /\ TRUE
Call_Denied__b_s_Close == Call_Denied("b", "s", "Close") /\ TRUE
Call_Denied__b_s_Look == Call_Denied("b", "s", "Look") /\ TRUE
Call_Denied__c_s_Open == Call_Denied("c", "s", "Open") /\ TRUE
Call_Denied__c_s_Close == Call_Denied("c", "s", "Close") /\ TRUE
Call_Denied__c_s_Look == Call_Denied("c", "s", "Look") /\ TRUE
Call_Denied__d_s_Open == Call_Denied("d", "s", "Open") /\ TRUE
Call_Denied__d_s_Close == Call_Denied("d", "s", "Close") /\ TRUE
Call_Denied__d_s_Look == Call_Denied("d", "s", "Look") /\ TRUE
Call_Denied__s_b_Open == Call_Denied("s", "b", "Open") /\ TRUE
Call_Denied__s_b_Close == Call_Denied("s", "b", "Close") /\ TRUE
Call_Denied__s_b_Look == Call_Denied("s", "b", "Look") /\ TRUE
Call_Queue__a_s_Open == Call_Queue("a", "s", "Open") /\ TRUE
Call_Queue__a_s_Close == Call_Queue("a", "s", "Close") /\ TRUE
Call_Queue__a_s_Look == Call_Queue("a", "s", "Look") /\ TRUE
Call_Queue__b_s_Open == Call_Queue("b", "s", "Open") /\ TRUE
Call_Queue__b_s_Close == Call_Queue("b", "s", "Close") /\ TRUE
Call_Queue__b_s_Look == Call_Queue("b", "s", "Look") /\ TRUE
Call_Queue__c_s_Open == Call_Queue("c", "s", "Open") /\ TRUE
Call_Queue__c_s_Close == Call_Queue("c", "s", "Close") /\ TRUE
Call_Queue__c_s_Look == Call_Queue("c", "s", "Look") /\ TRUE
Call_Queue__d_s_Open == Call_Queue("d", "s", "Open") /\ TRUE
Call_Queue__d_s_Close == Call_Queue("d", "s", "Close") /\ TRUE
Call_Queue__d_s_Look == Call_Queue("d", "s", "Look") /\ TRUE
Call_Queue__s_b_Open == Call_Queue("s", "b", "Open") /\ TRUE
Call_Queue__s_b_Close == Call_Queue("s", "b", "Close") /\ TRUE
Call_Queue__s_b_Look == Call_Queue("s", "b", "Look") /\ TRUE
Call_Deliver__a_s_Open == Call_Deliver("a", "s", "Open") /\ TRUE
Call_Deliver__a_s_Close == Call_Deliver("a", "s", "Close") /\ TRUE
Call_Deliver__a_s_Look == Call_Deliver("a", "s", "Look") /\ TRUE
Call_Deliver__b_s_Open == Call_Deliver("b", "s", "Open") /\ TRUE
Call_Deliver__b_s_Close == Call_Deliver("b", "s", "Close") /\ TRUE
Call_Deliver__b_s_Look == Call_Deliver("b", "s", "Look") /\ TRUE
Call_Deliver__c_s_Open == Call_Deliver("c", "s", "Open") /\ TRUE
Call_Deliver__c_s_Close == Call_Deliver("c", "s", "Close") /\ TRUE
Call_Deliver__c_s_Look == Call_Deliver("c", "s", "Look") /\ TRUE
Call_Deliver__d_s_Open == Call_Deliver("d", "s", "Open") /\ TRUE
Call_Deliver__d_s_Close == Call_Deliver("d", "s", "Close") /\ TRUE
Call_Deliver__d_s_Look == Call_Deliver("d", "s", "Look") /\ TRUE
Call_Deliver__s_b_Open == Call_Deliver("s", "b", "Open") /\ TRUE
Call_Deliver__s_b_Close == Call_Deliver("s", "b", "Close") /\ TRUE
Call_Deliver__s_b_Look == Call_Deliver("s", "b", "Look") /\ TRUE
Recv_AlreadyServing__a == Recv_AlreadyServing("a") /\ TRUE
Recv_AlreadyServing__b == Recv_AlreadyServing("b") /\ TRUE
Recv_AlreadyServing__c == Recv_AlreadyServing("c") /\ TRUE
Recv_AlreadyServing__d == Recv_AlreadyServing("d") /\ TRUE
Recv_AlreadyServing__s == Recv_AlreadyServing("s") /\ TRUE
Recv_Wait__a == Recv_Wait("a") /\ TRUE
Recv_Wait__b == Recv_Wait("b") /\ TRUE
Recv_Wait__c == Recv_Wait("c") /\ TRUE
Recv_Wait__d == Recv_Wait("d") /\ TRUE
Recv_Wait__s == Recv_Wait("s") /\ TRUE
Reply_NotServing__a == Reply_NotServing("a") /\ TRUE
Reply_NotServing__b == Reply_NotServing("b") /\ TRUE
Reply_NotServing__c == Reply_NotServing("c") /\ TRUE
Reply_NotServing__d == Reply_NotServing("d") /\ TRUE
Reply_NotServing__s == Reply_NotServing("s") /\ TRUE
Recv_Take__s_a_Open == Recv_Take("s", "a", "Open") /\ TRUE
Recv_Take__s_a_Close == Recv_Take("s", "a", "Close") /\ TRUE
Recv_Take__s_a_Look == Recv_Take("s", "a", "Look") /\ TRUE
Recv_Take__s_b_Open == Recv_Take("s", "b", "Open") /\ TRUE
Recv_Take__s_b_Close == Recv_Take("s", "b", "Close") /\ TRUE
Recv_Take__s_b_Look == Recv_Take("s", "b", "Look") /\ TRUE
Recv_Take__s_c_Open == Recv_Take("s", "c", "Open") /\ TRUE
Recv_Take__s_c_Close == Recv_Take("s", "c", "Close") /\ TRUE
Recv_Take__s_c_Look == Recv_Take("s", "c", "Look") /\ TRUE
Recv_Take__s_d_Open == Recv_Take("s", "d", "Open") /\ TRUE
Recv_Take__s_d_Close == Recv_Take("s", "d", "Close") /\ TRUE
Recv_Take__s_d_Look == Recv_Take("s", "d", "Look") /\ TRUE
Recv_Take__b_s_Open == Recv_Take("b", "s", "Open") /\ TRUE
Recv_Take__b_s_Close == Recv_Take("b", "s", "Close") /\ TRUE
Recv_Take__b_s_Look == Recv_Take("b", "s", "Look") /\ TRUE
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
Reply_Denied__s_c_Open_response == Reply_Denied("s", "c", "Open", "response") /\ TRUE
Reply_Denied__s_c_Open_error == Reply_Denied("s", "c", "Open", "error") /\ TRUE
Reply_Denied__s_c_Close_response == Reply_Denied("s", "c", "Close", "response") /\ TRUE
Reply_Denied__s_c_Close_error == Reply_Denied("s", "c", "Close", "error") /\ TRUE
Reply_Denied__s_c_Look_response == Reply_Denied("s", "c", "Look", "response") /\ TRUE
Reply_Denied__s_c_Look_error == Reply_Denied("s", "c", "Look", "error") /\ TRUE
Reply_Denied__s_d_Open_response == Reply_Denied("s", "d", "Open", "response") /\ TRUE
Reply_Denied__s_d_Open_error == Reply_Denied("s", "d", "Open", "error") /\ TRUE
Reply_Denied__s_d_Close_response == Reply_Denied("s", "d", "Close", "response") /\ TRUE
Reply_Denied__s_d_Close_error == Reply_Denied("s", "d", "Close", "error") /\ TRUE
Reply_Denied__s_d_Look_response == Reply_Denied("s", "d", "Look", "response") /\ TRUE
Reply_Denied__s_d_Look_error == Reply_Denied("s", "d", "Look", "error") /\ TRUE
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
Reply_Granted__s_c_Open_response == Reply_Granted("s", "c", "Open", "response") /\ TRUE
Reply_Granted__s_c_Open_error == Reply_Granted("s", "c", "Open", "error") /\ TRUE
Reply_Granted__s_c_Close_response == Reply_Granted("s", "c", "Close", "response") /\ TRUE
Reply_Granted__s_c_Close_error == Reply_Granted("s", "c", "Close", "error") /\ TRUE
Reply_Granted__s_c_Look_response == Reply_Granted("s", "c", "Look", "response") /\ TRUE
Reply_Granted__s_c_Look_error == Reply_Granted("s", "c", "Look", "error") /\ TRUE
Reply_Granted__s_d_Open_response == Reply_Granted("s", "d", "Open", "response") /\ TRUE
Reply_Granted__s_d_Open_error == Reply_Granted("s", "d", "Open", "error") /\ TRUE
Reply_Granted__s_d_Close_response == Reply_Granted("s", "d", "Close", "response") /\ TRUE
Reply_Granted__s_d_Close_error == Reply_Granted("s", "d", "Close", "error") /\ TRUE
Reply_Granted__s_d_Look_response == Reply_Granted("s", "d", "Look", "response") /\ TRUE
Reply_Granted__s_d_Look_error == Reply_Granted("s", "d", "Look", "error") /\ TRUE
Reply_Granted__b_s_Open_response == Reply_Granted("b", "s", "Open", "response") /\ TRUE
Reply_Granted__b_s_Open_error == Reply_Granted("b", "s", "Open", "error") /\ TRUE
Reply_Granted__b_s_Close_response == Reply_Granted("b", "s", "Close", "response") /\ TRUE
Reply_Granted__b_s_Close_error == Reply_Granted("b", "s", "Close", "error") /\ TRUE
Reply_Granted__b_s_Look_response == Reply_Granted("b", "s", "Look", "response") /\ TRUE
Reply_Granted__b_s_Look_error == Reply_Granted("b", "s", "Look", "error") /\ TRUE

NextMC ==
    \/ Call_BadHandle__a
    \/ Call_BadHandle__b
    \/ Call_BadHandle__c
    \/ Call_BadHandle__d
    \/ Call_BadHandle__s
    \/ Call_UnknownMethod__a_s
    \/ Call_UnknownMethod__b_s
    \/ Call_UnknownMethod__c_s
    \/ Call_UnknownMethod__d_s
    \/ Call_UnknownMethod__s_b
    \/ Call_Malformed__a_s_Open
    \/ Call_Malformed__a_s_Close
    \/ Call_Malformed__a_s_Look
    \/ Call_Malformed__b_s_Open
    \/ Call_Malformed__b_s_Close
    \/ Call_Malformed__b_s_Look
    \/ Call_Malformed__c_s_Open
    \/ Call_Malformed__c_s_Close
    \/ Call_Malformed__c_s_Look
    \/ Call_Malformed__d_s_Open
    \/ Call_Malformed__d_s_Close
    \/ Call_Malformed__d_s_Look
    \/ Call_Malformed__s_b_Open
    \/ Call_Malformed__s_b_Close
    \/ Call_Malformed__s_b_Look
    \/ Call_Denied__a_s_Open
    \/ Call_Denied__a_s_Close
    \/ Call_Denied__a_s_Look
    \/ Call_Denied__b_s_Open
    \/ Call_Denied__b_s_Close
    \/ Call_Denied__b_s_Look
    \/ Call_Denied__c_s_Open
    \/ Call_Denied__c_s_Close
    \/ Call_Denied__c_s_Look
    \/ Call_Denied__d_s_Open
    \/ Call_Denied__d_s_Close
    \/ Call_Denied__d_s_Look
    \/ Call_Denied__s_b_Open
    \/ Call_Denied__s_b_Close
    \/ Call_Denied__s_b_Look
    \/ Call_Queue__a_s_Open
    \/ Call_Queue__a_s_Close
    \/ Call_Queue__a_s_Look
    \/ Call_Queue__b_s_Open
    \/ Call_Queue__b_s_Close
    \/ Call_Queue__b_s_Look
    \/ Call_Queue__c_s_Open
    \/ Call_Queue__c_s_Close
    \/ Call_Queue__c_s_Look
    \/ Call_Queue__d_s_Open
    \/ Call_Queue__d_s_Close
    \/ Call_Queue__d_s_Look
    \/ Call_Queue__s_b_Open
    \/ Call_Queue__s_b_Close
    \/ Call_Queue__s_b_Look
    \/ Call_Deliver__a_s_Open
    \/ Call_Deliver__a_s_Close
    \/ Call_Deliver__a_s_Look
    \/ Call_Deliver__b_s_Open
    \/ Call_Deliver__b_s_Close
    \/ Call_Deliver__b_s_Look
    \/ Call_Deliver__c_s_Open
    \/ Call_Deliver__c_s_Close
    \/ Call_Deliver__c_s_Look
    \/ Call_Deliver__d_s_Open
    \/ Call_Deliver__d_s_Close
    \/ Call_Deliver__d_s_Look
    \/ Call_Deliver__s_b_Open
    \/ Call_Deliver__s_b_Close
    \/ Call_Deliver__s_b_Look
    \/ Recv_AlreadyServing__a
    \/ Recv_AlreadyServing__b
    \/ Recv_AlreadyServing__c
    \/ Recv_AlreadyServing__d
    \/ Recv_AlreadyServing__s
    \/ Recv_Wait__a
    \/ Recv_Wait__b
    \/ Recv_Wait__c
    \/ Recv_Wait__d
    \/ Recv_Wait__s
    \/ Reply_NotServing__a
    \/ Reply_NotServing__b
    \/ Reply_NotServing__c
    \/ Reply_NotServing__d
    \/ Reply_NotServing__s
    \/ Recv_Take__s_a_Open
    \/ Recv_Take__s_a_Close
    \/ Recv_Take__s_a_Look
    \/ Recv_Take__s_b_Open
    \/ Recv_Take__s_b_Close
    \/ Recv_Take__s_b_Look
    \/ Recv_Take__s_c_Open
    \/ Recv_Take__s_c_Close
    \/ Recv_Take__s_c_Look
    \/ Recv_Take__s_d_Open
    \/ Recv_Take__s_d_Close
    \/ Recv_Take__s_d_Look
    \/ Recv_Take__b_s_Open
    \/ Recv_Take__b_s_Close
    \/ Recv_Take__b_s_Look
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
    \/ Reply_Denied__s_c_Open_response
    \/ Reply_Denied__s_c_Open_error
    \/ Reply_Denied__s_c_Close_response
    \/ Reply_Denied__s_c_Close_error
    \/ Reply_Denied__s_c_Look_response
    \/ Reply_Denied__s_c_Look_error
    \/ Reply_Denied__s_d_Open_response
    \/ Reply_Denied__s_d_Open_error
    \/ Reply_Denied__s_d_Close_response
    \/ Reply_Denied__s_d_Close_error
    \/ Reply_Denied__s_d_Look_response
    \/ Reply_Denied__s_d_Look_error
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
    \/ Reply_Granted__s_c_Open_response
    \/ Reply_Granted__s_c_Open_error
    \/ Reply_Granted__s_c_Close_response
    \/ Reply_Granted__s_c_Close_error
    \/ Reply_Granted__s_c_Look_response
    \/ Reply_Granted__s_c_Look_error
    \/ Reply_Granted__s_d_Open_response
    \/ Reply_Granted__s_d_Open_error
    \/ Reply_Granted__s_d_Close_response
    \/ Reply_Granted__s_d_Close_error
    \/ Reply_Granted__s_d_Look_response
    \/ Reply_Granted__s_d_Look_error
    \/ Reply_Granted__b_s_Open_response
    \/ Reply_Granted__b_s_Open_error
    \/ Reply_Granted__b_s_Close_response
    \/ Reply_Granted__b_s_Close_error
    \/ Reply_Granted__b_s_Look_response
    \/ Reply_Granted__b_s_Look_error

ASSUME
    /\ TLCSet(1, FALSE)
    /\ TLCSet(2, FALSE)
    /\ TLCSet(3, FALSE)
    /\ TLCSet(4, FALSE)

TellMC(at, text) == TLCGet(at) \/ (TLCSet(at, TRUE) /\ PrintT(text))

ReachedMC ==
    /\ ReachQueueOfTwo \/ TellMC(1, "violated: ReachQueueOfTwo")
    /\ ReachNesting \/ TellMC(2, "violated: ReachNesting")
    /\ ReachReceiving \/ TellMC(3, "violated: ReachReceiving")
    /\ ReachMoved \/ TellMC(4, "violated: ReachMoved")
====
