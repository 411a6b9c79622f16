---- MODULE MCHandlesSmall ----
\* Made by tla/generate.ts; a test says whether it is current.
EXTENDS Handles, HandlesPolicy, TLC

cP == {"a", "b"}
cChannel == {<<"a", "b">>}
cMakers == {"a"}
cBadged == {"a"}
cPlaces == [a |-> 1, b |-> 2]
cObjects == [a |-> 1, b |-> 0]
cTransfers == 2
cCopyMasks == {{"transfer"}}
cSendMasks == {{"copy", "transfer"}, {"copy"}, {}}
cBorn == "new"

CreateUserObject_ResourcesFull__a == CreateUserObject_ResourcesFull("a") /\ TRUE
CreateUserObject_TableFull__a == CreateUserObject_TableFull("a") /\ TRUE
CreateUserObject__a_1 == CreateUserObject("a", 1) /\ TRUE
Copy_BadHandle__a_1 == Copy_BadHandle("a", 1) /\ TRUE
Copy_BadHandle__b_1 == Copy_BadHandle("b", 1) /\ TRUE
Copy_BadHandle__b_2 == Copy_BadHandle("b", 2) /\ TRUE
Copy_HandleRevoked__a_1 == Copy_HandleRevoked("a", 1) /\ TRUE
Copy_HandleRevoked__b_1 == Copy_HandleRevoked("b", 1) /\ TRUE
Copy_HandleRevoked__b_2 == Copy_HandleRevoked("b", 2) /\ TRUE
Copy_RightsMissing__a_1 == Copy_RightsMissing("a", 1) /\ TRUE
Copy_RightsMissing__b_1 == Copy_RightsMissing("b", 1) /\ TRUE
Copy_RightsMissing__b_2 == Copy_RightsMissing("b", 2) /\ TRUE
Copy_WrongType__a_1 == Copy_WrongType("a", 1) /\ TRUE
Copy_WrongType__b_1 == Copy_WrongType("b", 1) /\ TRUE
Copy_WrongType__b_2 == Copy_WrongType("b", 2) /\ TRUE
Copy_TableFull__a_1 == Copy_TableFull("a", 1) /\ TRUE
Copy_TableFull__b_1 == Copy_TableFull("b", 1) /\ TRUE
Copy_TableFull__b_2 == Copy_TableFull("b", 2) /\ TRUE
Close_BadHandle__a_1 == Close_BadHandle("a", 1) /\ TRUE
Close_BadHandle__b_1 == Close_BadHandle("b", 1) /\ TRUE
Close_BadHandle__b_2 == Close_BadHandle("b", 2) /\ TRUE
Close__a_1 == Close("a", 1) /\ TRUE
Close__b_1 == Close("b", 1) /\ TRUE
Close__b_2 == Close("b", 2) /\ TRUE
Revoke_BadHandle__a_1 == Revoke_BadHandle("a", 1) /\ TRUE
Revoke_BadHandle__b_1 == Revoke_BadHandle("b", 1) /\ TRUE
Revoke_BadHandle__b_2 == Revoke_BadHandle("b", 2) /\ TRUE
Revoke_HandleRevoked__a_1 == Revoke_HandleRevoked("a", 1) /\ TRUE
Revoke_HandleRevoked__b_1 == Revoke_HandleRevoked("b", 1) /\ TRUE
Revoke_HandleRevoked__b_2 == Revoke_HandleRevoked("b", 2) /\ TRUE
Revoke__a_1 == Revoke("a", 1) /\ TRUE
Revoke__b_1 == Revoke("b", 1) /\ TRUE
Revoke__b_2 == Revoke("b", 2) /\ TRUE
RevokeSubtree_BadHandle__a_1 == RevokeSubtree_BadHandle("a", 1) /\ TRUE
RevokeSubtree_BadHandle__b_1 == RevokeSubtree_BadHandle("b", 1) /\ TRUE
RevokeSubtree_BadHandle__b_2 == RevokeSubtree_BadHandle("b", 2) /\ TRUE
RevokeSubtree_Denied__a_1 == RevokeSubtree_Denied("a", 1) /\ TRUE
RevokeSubtree_Denied__b_1 == RevokeSubtree_Denied("b", 1) /\ TRUE
RevokeSubtree_Denied__b_2 == RevokeSubtree_Denied("b", 2) /\ TRUE
RevokeSubtree_HandleRevoked__a_1 == RevokeSubtree_HandleRevoked("a", 1) /\ TRUE
RevokeSubtree_HandleRevoked__b_1 == RevokeSubtree_HandleRevoked("b", 1) /\ TRUE
RevokeSubtree_HandleRevoked__b_2 == RevokeSubtree_HandleRevoked("b", 2) /\ TRUE
RevokeSubtree_Badgeless__a_1 == RevokeSubtree_Badgeless("a", 1) /\ TRUE
RevokeSubtree_Badgeless__b_1 == RevokeSubtree_Badgeless("b", 1) /\ TRUE
RevokeSubtree_Badgeless__b_2 == RevokeSubtree_Badgeless("b", 2) /\ TRUE
RevokeSubtree_WrongType__a_1 == RevokeSubtree_WrongType("a", 1) /\ TRUE
RevokeSubtree_WrongType__b_1 == RevokeSubtree_WrongType("b", 1) /\ TRUE
RevokeSubtree_WrongType__b_2 == RevokeSubtree_WrongType("b", 2) /\ TRUE
RevokeSubtree__a_1 == RevokeSubtree("a", 1) /\ TRUE
Copy__a_1_transfer_nobody_1 == Copy("a", 1, {"transfer"}, {}, 1) /\ TRUE
Copy__a_1_transfer_a_1 == Copy("a", 1, {"transfer"}, {"a"}, 1) /\ TRUE
Copy__b_1_transfer_nobody_1 == Copy("b", 1, {"transfer"}, {}, 1) /\ TRUE
Copy__b_1_transfer_nobody_2 == Copy("b", 1, {"transfer"}, {}, 2) /\ TRUE
Copy__b_2_transfer_nobody_1 == Copy("b", 2, {"transfer"}, {}, 1) /\ TRUE
Copy__b_2_transfer_nobody_2 == Copy("b", 2, {"transfer"}, {}, 2) /\ TRUE
Send_Nothing__request_a_b == Send_Nothing("request", "a", "b") /\ TRUE
Send_BadHandle__request_a_b_1 == Send_BadHandle("request", "a", "b", 1) /\ TRUE
Send_HandleRevoked__request_a_b_1 == Send_HandleRevoked("request", "a", "b", 1) /\ TRUE
Send_RightsMissing__request_a_b_1 == Send_RightsMissing("request", "a", "b", 1) /\ TRUE
Send_WrongType__request_a_b_1 == Send_WrongType("request", "a", "b", 1) /\ TRUE
Send_TransfersFull__request_a_b_1 == Send_TransfersFull("request", "a", "b", 1) /\ TRUE
Send_TableFull__request_a_b_1 == Send_TableFull("request", "a", "b", 1) /\ TRUE
Send_Denied__request_a_b_1_copy_transfer == Send_Denied("request", "a", "b", 1, {"copy", "transfer"}) /\ TRUE
Send_Denied__request_a_b_1_copy == Send_Denied("request", "a", "b", 1, {"copy"}) /\ TRUE
Send_Denied__request_a_b_1_nothing == Send_Denied("request", "a", "b", 1, {}) /\ TRUE
Send_Lent__request_a_b_1_copy_transfer_nobody_none == Send_Lent("request", "a", "b", 1, {"copy", "transfer"}, {}, None) /\ TRUE
Send_Lent__request_a_b_1_copy_transfer_a_none == Send_Lent("request", "a", "b", 1, {"copy", "transfer"}, {"a"}, None) /\ TRUE
Send_Lent__request_a_b_1_copy_nobody_none == Send_Lent("request", "a", "b", 1, {"copy"}, {}, None) /\ TRUE
Send_Lent__request_a_b_1_copy_a_none == Send_Lent("request", "a", "b", 1, {"copy"}, {"a"}, None) /\ TRUE
Send_Lent__request_a_b_1_nothing_nobody_none == Send_Lent("request", "a", "b", 1, {}, {}, None) /\ TRUE
Send_Lent__request_a_b_1_nothing_a_none == Send_Lent("request", "a", "b", 1, {}, {"a"}, None) /\ TRUE
Send_Returned__request_a_b_1_copy_transfer_none == Send_Returned("request", "a", "b", 1, {"copy", "transfer"}, None) /\ TRUE
Send_Returned__request_a_b_1_copy_none == Send_Returned("request", "a", "b", 1, {"copy"}, None) /\ TRUE
Send_Returned__request_a_b_1_nothing_none == Send_Returned("request", "a", "b", 1, {}, None) /\ TRUE
Send_Nothing__response_b_a == Send_Nothing("response", "b", "a") /\ TRUE
Send_BadHandle__response_b_a_1 == Send_BadHandle("response", "b", "a", 1) /\ TRUE
Send_BadHandle__response_b_a_2 == Send_BadHandle("response", "b", "a", 2) /\ TRUE
Send_HandleRevoked__response_b_a_1 == Send_HandleRevoked("response", "b", "a", 1) /\ TRUE
Send_HandleRevoked__response_b_a_2 == Send_HandleRevoked("response", "b", "a", 2) /\ TRUE
Send_RightsMissing__response_b_a_1 == Send_RightsMissing("response", "b", "a", 1) /\ TRUE
Send_RightsMissing__response_b_a_2 == Send_RightsMissing("response", "b", "a", 2) /\ TRUE
Send_WrongType__response_b_a_1 == Send_WrongType("response", "b", "a", 1) /\ TRUE
Send_WrongType__response_b_a_2 == Send_WrongType("response", "b", "a", 2) /\ TRUE
Send_TransfersFull__response_b_a_1 == Send_TransfersFull("response", "b", "a", 1) /\ TRUE
Send_TransfersFull__response_b_a_2 == Send_TransfersFull("response", "b", "a", 2) /\ TRUE
Send_TableFull__response_b_a_1 == Send_TableFull("response", "b", "a", 1) /\ TRUE
Send_TableFull__response_b_a_2 == Send_TableFull("response", "b", "a", 2) /\ TRUE
Send_Denied__response_b_a_1_copy_transfer == Send_Denied("response", "b", "a", 1, {"copy", "transfer"}) /\ TRUE
Send_Denied__response_b_a_1_copy == Send_Denied("response", "b", "a", 1, {"copy"}) /\ TRUE
Send_Denied__response_b_a_1_nothing == Send_Denied("response", "b", "a", 1, {}) /\ TRUE
Send_Denied__response_b_a_2_copy_transfer == Send_Denied("response", "b", "a", 2, {"copy", "transfer"}) /\ TRUE
Send_Denied__response_b_a_2_copy == Send_Denied("response", "b", "a", 2, {"copy"}) /\ TRUE
Send_Denied__response_b_a_2_nothing == Send_Denied("response", "b", "a", 2, {}) /\ TRUE
Send_Lent__response_b_a_1_copy_transfer_nobody_lent_1_nothing == Send_Lent("response", "b", "a", 1, {"copy", "transfer"}, {}, <<"lent", 1, {}>>) /\ TRUE
Send_Lent__response_b_a_1_copy_transfer_nobody_lent_1_copy == Send_Lent("response", "b", "a", 1, {"copy", "transfer"}, {}, <<"lent", 1, {"copy"}>>) /\ TRUE
Send_Lent__response_b_a_1_copy_transfer_nobody_lent_1_transfer == Send_Lent("response", "b", "a", 1, {"copy", "transfer"}, {}, <<"lent", 1, {"transfer"}>>) /\ TRUE
Send_Lent__response_b_a_1_copy_transfer_nobody_lent_1_copy_transfer == Send_Lent("response", "b", "a", 1, {"copy", "transfer"}, {}, <<"lent", 1, {"copy", "transfer"}>>) /\ TRUE
Send_Lent__response_b_a_1_copy_nobody_lent_1_nothing == Send_Lent("response", "b", "a", 1, {"copy"}, {}, <<"lent", 1, {}>>) /\ TRUE
Send_Lent__response_b_a_1_copy_nobody_lent_1_copy == Send_Lent("response", "b", "a", 1, {"copy"}, {}, <<"lent", 1, {"copy"}>>) /\ TRUE
Send_Lent__response_b_a_1_nothing_nobody_lent_1_nothing == Send_Lent("response", "b", "a", 1, {}, {}, <<"lent", 1, {}>>) /\ TRUE
Send_Lent__response_b_a_2_copy_transfer_nobody_lent_1_nothing == Send_Lent("response", "b", "a", 2, {"copy", "transfer"}, {}, <<"lent", 1, {}>>) /\ TRUE
Send_Lent__response_b_a_2_copy_transfer_nobody_lent_1_copy == Send_Lent("response", "b", "a", 2, {"copy", "transfer"}, {}, <<"lent", 1, {"copy"}>>) /\ TRUE
Send_Lent__response_b_a_2_copy_transfer_nobody_lent_1_transfer == Send_Lent("response", "b", "a", 2, {"copy", "transfer"}, {}, <<"lent", 1, {"transfer"}>>) /\ TRUE
Send_Lent__response_b_a_2_copy_transfer_nobody_lent_1_copy_transfer == Send_Lent("response", "b", "a", 2, {"copy", "transfer"}, {}, <<"lent", 1, {"copy", "transfer"}>>) /\ TRUE
Send_Lent__response_b_a_2_copy_nobody_lent_1_nothing == Send_Lent("response", "b", "a", 2, {"copy"}, {}, <<"lent", 1, {}>>) /\ TRUE
Send_Lent__response_b_a_2_copy_nobody_lent_1_copy == Send_Lent("response", "b", "a", 2, {"copy"}, {}, <<"lent", 1, {"copy"}>>) /\ TRUE
Send_Lent__response_b_a_2_nothing_nobody_lent_1_nothing == Send_Lent("response", "b", "a", 2, {}, {}, <<"lent", 1, {}>>) /\ TRUE
Send_Returned__response_b_a_1_copy_transfer_own_1_nothing == Send_Returned("response", "b", "a", 1, {"copy", "transfer"}, <<"own", 1, {}>>) /\ TRUE
Send_Returned__response_b_a_1_copy_transfer_own_1_copy == Send_Returned("response", "b", "a", 1, {"copy", "transfer"}, <<"own", 1, {"copy"}>>) /\ TRUE
Send_Returned__response_b_a_1_copy_transfer_own_1_transfer == Send_Returned("response", "b", "a", 1, {"copy", "transfer"}, <<"own", 1, {"transfer"}>>) /\ TRUE
Send_Returned__response_b_a_1_copy_transfer_own_1_copy_transfer == Send_Returned("response", "b", "a", 1, {"copy", "transfer"}, <<"own", 1, {"copy", "transfer"}>>) /\ TRUE
Send_Returned__response_b_a_1_copy_own_1_nothing == Send_Returned("response", "b", "a", 1, {"copy"}, <<"own", 1, {}>>) /\ TRUE
Send_Returned__response_b_a_1_copy_own_1_copy == Send_Returned("response", "b", "a", 1, {"copy"}, <<"own", 1, {"copy"}>>) /\ TRUE
Send_Returned__response_b_a_1_nothing_own_1_nothing == Send_Returned("response", "b", "a", 1, {}, <<"own", 1, {}>>) /\ TRUE
Send_Returned__response_b_a_2_copy_transfer_own_1_nothing == Send_Returned("response", "b", "a", 2, {"copy", "transfer"}, <<"own", 1, {}>>) /\ TRUE
Send_Returned__response_b_a_2_copy_transfer_own_1_copy == Send_Returned("response", "b", "a", 2, {"copy", "transfer"}, <<"own", 1, {"copy"}>>) /\ TRUE
Send_Returned__response_b_a_2_copy_transfer_own_1_transfer == Send_Returned("response", "b", "a", 2, {"copy", "transfer"}, <<"own", 1, {"transfer"}>>) /\ TRUE
Send_Returned__response_b_a_2_copy_transfer_own_1_copy_transfer == Send_Returned("response", "b", "a", 2, {"copy", "transfer"}, <<"own", 1, {"copy", "transfer"}>>) /\ TRUE
Send_Returned__response_b_a_2_copy_own_1_nothing == Send_Returned("response", "b", "a", 2, {"copy"}, <<"own", 1, {}>>) /\ TRUE
Send_Returned__response_b_a_2_copy_own_1_copy == Send_Returned("response", "b", "a", 2, {"copy"}, <<"own", 1, {"copy"}>>) /\ TRUE
Send_Returned__response_b_a_2_nothing_own_1_nothing == Send_Returned("response", "b", "a", 2, {}, <<"own", 1, {}>>) /\ TRUE
Take__b_a_none == Take("b", "a", None) /\ TRUE
Take__b_a_lent_1_nothing == Take("b", "a", <<"lent", 1, {}>>) /\ TRUE
Take__b_a_lent_1_copy == Take("b", "a", <<"lent", 1, {"copy"}>>) /\ TRUE
Take__b_a_lent_1_transfer == Take("b", "a", <<"lent", 1, {"transfer"}>>) /\ TRUE
Take__b_a_lent_1_copy_transfer == Take("b", "a", <<"lent", 1, {"copy", "transfer"}>>) /\ TRUE
Take__b_a_lent_2_nothing == Take("b", "a", <<"lent", 2, {}>>) /\ TRUE
Take__b_a_lent_2_copy == Take("b", "a", <<"lent", 2, {"copy"}>>) /\ TRUE
Take__b_a_lent_2_transfer == Take("b", "a", <<"lent", 2, {"transfer"}>>) /\ TRUE
Take__b_a_lent_2_copy_transfer == Take("b", "a", <<"lent", 2, {"copy", "transfer"}>>) /\ TRUE
Take__b_a_own_1_nothing == Take("b", "a", <<"own", 1, {}>>) /\ TRUE
Take__b_a_own_1_copy == Take("b", "a", <<"own", 1, {"copy"}>>) /\ TRUE
Take__b_a_own_1_transfer == Take("b", "a", <<"own", 1, {"transfer"}>>) /\ TRUE
Take__b_a_own_1_copy_transfer == Take("b", "a", <<"own", 1, {"copy", "transfer"}>>) /\ TRUE
Take__b_a_own_2_nothing == Take("b", "a", <<"own", 2, {}>>) /\ TRUE
Take__b_a_own_2_copy == Take("b", "a", <<"own", 2, {"copy"}>>) /\ TRUE
Take__b_a_own_2_transfer == Take("b", "a", <<"own", 2, {"transfer"}>>) /\ TRUE
Take__b_a_own_2_copy_transfer == Take("b", "a", <<"own", 2, {"copy", "transfer"}>>) /\ TRUE

NextMC ==
    \/ CreateUserObject_ResourcesFull__a
    \/ CreateUserObject_TableFull__a
    \/ CreateUserObject__a_1
    \/ Copy_BadHandle__a_1
    \/ Copy_BadHandle__b_1
    \/ Copy_BadHandle__b_2
    \/ Copy_HandleRevoked__a_1
    \/ Copy_HandleRevoked__b_1
    \/ Copy_HandleRevoked__b_2
    \/ Copy_RightsMissing__a_1
    \/ Copy_RightsMissing__b_1
    \/ Copy_RightsMissing__b_2
    \/ Copy_WrongType__a_1
    \/ Copy_WrongType__b_1
    \/ Copy_WrongType__b_2
    \/ Copy_TableFull__a_1
    \/ Copy_TableFull__b_1
    \/ Copy_TableFull__b_2
    \/ Close_BadHandle__a_1
    \/ Close_BadHandle__b_1
    \/ Close_BadHandle__b_2
    \/ Close__a_1
    \/ Close__b_1
    \/ Close__b_2
    \/ Revoke_BadHandle__a_1
    \/ Revoke_BadHandle__b_1
    \/ Revoke_BadHandle__b_2
    \/ Revoke_HandleRevoked__a_1
    \/ Revoke_HandleRevoked__b_1
    \/ Revoke_HandleRevoked__b_2
    \/ Revoke__a_1
    \/ Revoke__b_1
    \/ Revoke__b_2
    \/ RevokeSubtree_BadHandle__a_1
    \/ RevokeSubtree_BadHandle__b_1
    \/ RevokeSubtree_BadHandle__b_2
    \/ RevokeSubtree_Denied__a_1
    \/ RevokeSubtree_Denied__b_1
    \/ RevokeSubtree_Denied__b_2
    \/ RevokeSubtree_HandleRevoked__a_1
    \/ RevokeSubtree_HandleRevoked__b_1
    \/ RevokeSubtree_HandleRevoked__b_2
    \/ RevokeSubtree_Badgeless__a_1
    \/ RevokeSubtree_Badgeless__b_1
    \/ RevokeSubtree_Badgeless__b_2
    \/ RevokeSubtree_WrongType__a_1
    \/ RevokeSubtree_WrongType__b_1
    \/ RevokeSubtree_WrongType__b_2
    \/ RevokeSubtree__a_1
    \/ Copy__a_1_transfer_nobody_1
    \/ Copy__a_1_transfer_a_1
    \/ Copy__b_1_transfer_nobody_1
    \/ Copy__b_1_transfer_nobody_2
    \/ Copy__b_2_transfer_nobody_1
    \/ Copy__b_2_transfer_nobody_2
    \/ Send_Nothing__request_a_b
    \/ Send_BadHandle__request_a_b_1
    \/ Send_HandleRevoked__request_a_b_1
    \/ Send_RightsMissing__request_a_b_1
    \/ Send_WrongType__request_a_b_1
    \/ Send_TransfersFull__request_a_b_1
    \/ Send_TableFull__request_a_b_1
    \/ Send_Denied__request_a_b_1_copy_transfer
    \/ Send_Denied__request_a_b_1_copy
    \/ Send_Denied__request_a_b_1_nothing
    \/ Send_Lent__request_a_b_1_copy_transfer_nobody_none
    \/ Send_Lent__request_a_b_1_copy_transfer_a_none
    \/ Send_Lent__request_a_b_1_copy_nobody_none
    \/ Send_Lent__request_a_b_1_copy_a_none
    \/ Send_Lent__request_a_b_1_nothing_nobody_none
    \/ Send_Lent__request_a_b_1_nothing_a_none
    \/ Send_Returned__request_a_b_1_copy_transfer_none
    \/ Send_Returned__request_a_b_1_copy_none
    \/ Send_Returned__request_a_b_1_nothing_none
    \/ Send_Nothing__response_b_a
    \/ Send_BadHandle__response_b_a_1
    \/ Send_BadHandle__response_b_a_2
    \/ Send_HandleRevoked__response_b_a_1
    \/ Send_HandleRevoked__response_b_a_2
    \/ Send_RightsMissing__response_b_a_1
    \/ Send_RightsMissing__response_b_a_2
    \/ Send_WrongType__response_b_a_1
    \/ Send_WrongType__response_b_a_2
    \/ Send_TransfersFull__response_b_a_1
    \/ Send_TransfersFull__response_b_a_2
    \/ Send_TableFull__response_b_a_1
    \/ Send_TableFull__response_b_a_2
    \/ Send_Denied__response_b_a_1_copy_transfer
    \/ Send_Denied__response_b_a_1_copy
    \/ Send_Denied__response_b_a_1_nothing
    \/ Send_Denied__response_b_a_2_copy_transfer
    \/ Send_Denied__response_b_a_2_copy
    \/ Send_Denied__response_b_a_2_nothing
    \/ Send_Lent__response_b_a_1_copy_transfer_nobody_lent_1_nothing
    \/ Send_Lent__response_b_a_1_copy_transfer_nobody_lent_1_copy
    \/ Send_Lent__response_b_a_1_copy_transfer_nobody_lent_1_transfer
    \/ Send_Lent__response_b_a_1_copy_transfer_nobody_lent_1_copy_transfer
    \/ Send_Lent__response_b_a_1_copy_nobody_lent_1_nothing
    \/ Send_Lent__response_b_a_1_copy_nobody_lent_1_copy
    \/ Send_Lent__response_b_a_1_nothing_nobody_lent_1_nothing
    \/ Send_Lent__response_b_a_2_copy_transfer_nobody_lent_1_nothing
    \/ Send_Lent__response_b_a_2_copy_transfer_nobody_lent_1_copy
    \/ Send_Lent__response_b_a_2_copy_transfer_nobody_lent_1_transfer
    \/ Send_Lent__response_b_a_2_copy_transfer_nobody_lent_1_copy_transfer
    \/ Send_Lent__response_b_a_2_copy_nobody_lent_1_nothing
    \/ Send_Lent__response_b_a_2_copy_nobody_lent_1_copy
    \/ Send_Lent__response_b_a_2_nothing_nobody_lent_1_nothing
    \/ Send_Returned__response_b_a_1_copy_transfer_own_1_nothing
    \/ Send_Returned__response_b_a_1_copy_transfer_own_1_copy
    \/ Send_Returned__response_b_a_1_copy_transfer_own_1_transfer
    \/ Send_Returned__response_b_a_1_copy_transfer_own_1_copy_transfer
    \/ Send_Returned__response_b_a_1_copy_own_1_nothing
    \/ Send_Returned__response_b_a_1_copy_own_1_copy
    \/ Send_Returned__response_b_a_1_nothing_own_1_nothing
    \/ Send_Returned__response_b_a_2_copy_transfer_own_1_nothing
    \/ Send_Returned__response_b_a_2_copy_transfer_own_1_copy
    \/ Send_Returned__response_b_a_2_copy_transfer_own_1_transfer
    \/ Send_Returned__response_b_a_2_copy_transfer_own_1_copy_transfer
    \/ Send_Returned__response_b_a_2_copy_own_1_nothing
    \/ Send_Returned__response_b_a_2_copy_own_1_copy
    \/ Send_Returned__response_b_a_2_nothing_own_1_nothing
    \/ Take__b_a_none
    \/ Take__b_a_lent_1_nothing
    \/ Take__b_a_lent_1_copy
    \/ Take__b_a_lent_1_transfer
    \/ Take__b_a_lent_1_copy_transfer
    \/ Take__b_a_lent_2_nothing
    \/ Take__b_a_lent_2_copy
    \/ Take__b_a_lent_2_transfer
    \/ Take__b_a_lent_2_copy_transfer
    \/ Take__b_a_own_1_nothing
    \/ Take__b_a_own_1_copy
    \/ Take__b_a_own_1_transfer
    \/ Take__b_a_own_1_copy_transfer
    \/ Take__b_a_own_2_nothing
    \/ Take__b_a_own_2_copy
    \/ Take__b_a_own_2_transfer
    \/ Take__b_a_own_2_copy_transfer

ASSUME
    /\ TLCSet(1, FALSE)
    /\ TLCSet(2, FALSE)
    /\ TLCSet(3, FALSE)
    /\ TLCSet(4, FALSE)

TellMC(at, text) == TLCGet(at) \/ (TLCSet(at, TRUE) /\ PrintT(text))

ReachedMC ==
    /\ ReachRevoked \/ TellMC(1, "violated: ReachRevoked")
    /\ ReachOutlives \/ TellMC(2, "violated: ReachOutlives")
    /\ ReachGrandchild \/ TellMC(3, "violated: ReachGrandchild")
    /\ ReachMarked \/ TellMC(4, "violated: ReachMarked")
====
