---- MODULE MCMemorySmall ----
\* Made by tla/generate.ts; a test says whether it is current.
EXTENDS Memory, TLC

cP == {"a", "b"}
cChannel == {<<"a", "b">>}
cCores == 2
cShare == 1
cPages == 1
cObjects == 1
cHome == [a |-> 1, b |-> 2]
cMakers == {"a"}
cSharers == {"a"}
cAsks == {"r", "rw", "rx"}
cMasks == {"all"}
cTraps == {"a"}

Allocate_WriteExecute__a == Allocate_WriteExecute("a") /\ TRUE
Allocate_PagesFull__a == Allocate_PagesFull("a") /\ TRUE
Allocate_FramesFull__a == Allocate_FramesFull("a") /\ TRUE
Allocate_Occupied__a_1 == Allocate_Occupied("a", 1) /\ TRUE
Allocate_Reserved__a_1 == Allocate_Reserved("a", 1) /\ TRUE
Allocate__a_1_r == Allocate("a", 1, "r") /\ TRUE
Allocate__a_1_rw == Allocate("a", 1, "rw") /\ TRUE
Allocate__a_1_rx == Allocate("a", 1, "rx") /\ TRUE
Commit_NotMapped__a_1 == Commit_NotMapped("a", 1) /\ TRUE
Commit_WrongType__a_1 == Commit_WrongType("a", 1) /\ TRUE
Commit_Occupied__a_1 == Commit_Occupied("a", 1) /\ TRUE
Commit_FramesFull__a_1 == Commit_FramesFull("a", 1) /\ TRUE
Commit__a_1_r == Commit("a", 1, "r") /\ TRUE
Commit__a_1_rw == Commit("a", 1, "rw") /\ TRUE
Commit__a_1_rx == Commit("a", 1, "rx") /\ TRUE
Decommit_NotMapped__a_1 == Decommit_NotMapped("a", 1) /\ TRUE
Decommit_WrongType__a_1 == Decommit_WrongType("a", 1) /\ TRUE
Decommit__a_1 == Decommit("a", 1) /\ TRUE
Free_NotMapped__a_1 == Free_NotMapped("a", 1) /\ TRUE
Free_NotMapped__b_1 == Free_NotMapped("b", 1) /\ TRUE
Free__a_1 == Free("a", 1) /\ TRUE
Free__b_1 == Free("b", 1) /\ TRUE
Protect_NotMapped__a_1 == Protect_NotMapped("a", 1) /\ TRUE
Protect_NotMapped__b_1 == Protect_NotMapped("b", 1) /\ TRUE
Protect_RightsMissing__a_1_r == Protect_RightsMissing("a", 1, "r") /\ TRUE
Protect_RightsMissing__a_1_rw == Protect_RightsMissing("a", 1, "rw") /\ TRUE
Protect_RightsMissing__a_1_rx == Protect_RightsMissing("a", 1, "rx") /\ TRUE
Protect_RightsMissing__b_1_r == Protect_RightsMissing("b", 1, "r") /\ TRUE
Protect_RightsMissing__b_1_rw == Protect_RightsMissing("b", 1, "rw") /\ TRUE
Protect_RightsMissing__b_1_rx == Protect_RightsMissing("b", 1, "rx") /\ TRUE
Protect_WriteExecute__a_1_r == Protect_WriteExecute("a", 1, "r") /\ TRUE
Protect_WriteExecute__a_1_rw == Protect_WriteExecute("a", 1, "rw") /\ TRUE
Protect_WriteExecute__a_1_rx == Protect_WriteExecute("a", 1, "rx") /\ TRUE
Protect_WriteExecute__b_1_r == Protect_WriteExecute("b", 1, "r") /\ TRUE
Protect_WriteExecute__b_1_rw == Protect_WriteExecute("b", 1, "rw") /\ TRUE
Protect_WriteExecute__b_1_rx == Protect_WriteExecute("b", 1, "rx") /\ TRUE
Protect__a_1_r == Protect("a", 1, "r") /\ TRUE
Protect__a_1_rw == Protect("a", 1, "rw") /\ TRUE
Protect__a_1_rx == Protect("a", 1, "rx") /\ TRUE
Protect__b_1_r == Protect("b", 1, "r") /\ TRUE
Protect__b_1_rw == Protect("b", 1, "rw") /\ TRUE
Protect__b_1_rx == Protect("b", 1, "rx") /\ TRUE
MdlCreate_WriteExecute__a == MdlCreate_WriteExecute("a") /\ TRUE
MdlCreate_FramesFull__a == MdlCreate_FramesFull("a") /\ TRUE
MdlCreate__a == MdlCreate("a") /\ TRUE
MdlCreateFromVm_WrongType__a_1 == MdlCreateFromVm_WrongType("a", 1) /\ TRUE
MdlCreateFromVm_NotMapped__a_1 == MdlCreateFromVm_NotMapped("a", 1) /\ TRUE
MdlCreateFromVm_WriteExecute__a_1_data == MdlCreateFromVm_WriteExecute("a", 1, "data") /\ TRUE
MdlCreateFromVm_WriteExecute__a_1_code == MdlCreateFromVm_WriteExecute("a", 1, "code") /\ TRUE
MdlCreateFromVm_ResourcesFull__a_1_data == MdlCreateFromVm_ResourcesFull("a", 1, "data") /\ TRUE
MdlCreateFromVm_ResourcesFull__a_1_code == MdlCreateFromVm_ResourcesFull("a", 1, "code") /\ TRUE
MdlCreateFromVm__a_1_data == MdlCreateFromVm("a", 1, "data") /\ TRUE
MdlCreateFromVm__a_1_code == MdlCreateFromVm("a", 1, "code") /\ TRUE
MdlMap_HandleRevoked__a_a1 == MdlMap_HandleRevoked("a", <<"a", 1>>) /\ TRUE
MdlMap_HandleRevoked__b_a1 == MdlMap_HandleRevoked("b", <<"a", 1>>) /\ TRUE
MdlMap_PagesFull__a_a1 == MdlMap_PagesFull("a", <<"a", 1>>) /\ TRUE
MdlMap_PagesFull__b_a1 == MdlMap_PagesFull("b", <<"a", 1>>) /\ TRUE
MdlMap_RightsMissing__a_a1_r == MdlMap_RightsMissing("a", <<"a", 1>>, "r") /\ TRUE
MdlMap_RightsMissing__a_a1_rw == MdlMap_RightsMissing("a", <<"a", 1>>, "rw") /\ TRUE
MdlMap_RightsMissing__a_a1_rx == MdlMap_RightsMissing("a", <<"a", 1>>, "rx") /\ TRUE
MdlMap_RightsMissing__b_a1_r == MdlMap_RightsMissing("b", <<"a", 1>>, "r") /\ TRUE
MdlMap_RightsMissing__b_a1_rw == MdlMap_RightsMissing("b", <<"a", 1>>, "rw") /\ TRUE
MdlMap_RightsMissing__b_a1_rx == MdlMap_RightsMissing("b", <<"a", 1>>, "rx") /\ TRUE
MdlMap_Occupied__a_a1_1 == MdlMap_Occupied("a", <<"a", 1>>, 1) /\ TRUE
MdlMap_Occupied__b_a1_1 == MdlMap_Occupied("b", <<"a", 1>>, 1) /\ TRUE
MdlMap__a_a1_1_r == MdlMap("a", <<"a", 1>>, 1, "r") /\ TRUE
MdlMap__a_a1_1_rw == MdlMap("a", <<"a", 1>>, 1, "rw") /\ TRUE
MdlMap__a_a1_1_rx == MdlMap("a", <<"a", 1>>, 1, "rx") /\ TRUE
MdlMap__b_a1_1_r == MdlMap("b", <<"a", 1>>, 1, "r") /\ TRUE
MdlMap__b_a1_1_rw == MdlMap("b", <<"a", 1>>, 1, "rw") /\ TRUE
MdlMap__b_a1_1_rx == MdlMap("b", <<"a", 1>>, 1, "rx") /\ TRUE
Close__a_a1 == Close("a", <<"a", 1>>) /\ TRUE
Close__b_a1 == Close("b", <<"a", 1>>) /\ TRUE
Revoke_HandleRevoked__a_a1 == Revoke_HandleRevoked("a", <<"a", 1>>) /\ TRUE
Revoke_HandleRevoked__b_a1 == Revoke_HandleRevoked("b", <<"a", 1>>) /\ TRUE
Revoke__a_a1 == Revoke("a", <<"a", 1>>) /\ TRUE
Revoke__b_a1 == Revoke("b", <<"a", 1>>) /\ TRUE
Call__a_b_a1_all == Call("a", "b", <<"a", 1>>, "all") /\ TRUE
Recv__b_a == Recv("b", "a") /\ TRUE
Reply__b_a == Reply("b", "a") /\ TRUE
Load__a_1_zero == Load("a", 1, "zero") /\ TRUE
Load__a_1_a == Load("a", 1, "a") /\ TRUE
Load__a_1_b == Load("a", 1, "b") /\ TRUE
Load__b_1_zero == Load("b", 1, "zero") /\ TRUE
Load__b_1_a == Load("b", 1, "a") /\ TRUE
Load__b_1_b == Load("b", 1, "b") /\ TRUE
Fetch__a_1_zero == Fetch("a", 1, "zero") /\ TRUE
Fetch__a_1_a == Fetch("a", 1, "a") /\ TRUE
Fetch__a_1_b == Fetch("a", 1, "b") /\ TRUE
Fetch__b_1_zero == Fetch("b", 1, "zero") /\ TRUE
Fetch__b_1_a == Fetch("b", 1, "a") /\ TRUE
Fetch__b_1_b == Fetch("b", 1, "b") /\ TRUE
Load_Stale__a_1_1_a1_r_zero == Load_Stale("a", 1, 1, <<"a", 1>>, "r", "zero") /\ TRUE
Load_Stale__a_1_1_a1_r_a == Load_Stale("a", 1, 1, <<"a", 1>>, "r", "a") /\ TRUE
Load_Stale__a_1_1_a1_r_b == Load_Stale("a", 1, 1, <<"a", 1>>, "r", "b") /\ TRUE
Load_Stale__a_1_1_a1_rw_zero == Load_Stale("a", 1, 1, <<"a", 1>>, "rw", "zero") /\ TRUE
Load_Stale__a_1_1_a1_rw_a == Load_Stale("a", 1, 1, <<"a", 1>>, "rw", "a") /\ TRUE
Load_Stale__a_1_1_a1_rw_b == Load_Stale("a", 1, 1, <<"a", 1>>, "rw", "b") /\ TRUE
Load_Stale__a_1_1_a1_rx_zero == Load_Stale("a", 1, 1, <<"a", 1>>, "rx", "zero") /\ TRUE
Load_Stale__a_1_1_a1_rx_a == Load_Stale("a", 1, 1, <<"a", 1>>, "rx", "a") /\ TRUE
Load_Stale__a_1_1_a1_rx_b == Load_Stale("a", 1, 1, <<"a", 1>>, "rx", "b") /\ TRUE
Load_Stale__a_1_1_b1_r_zero == Load_Stale("a", 1, 1, <<"b", 1>>, "r", "zero") /\ TRUE
Load_Stale__a_1_1_b1_r_a == Load_Stale("a", 1, 1, <<"b", 1>>, "r", "a") /\ TRUE
Load_Stale__a_1_1_b1_r_b == Load_Stale("a", 1, 1, <<"b", 1>>, "r", "b") /\ TRUE
Load_Stale__a_1_1_b1_rw_zero == Load_Stale("a", 1, 1, <<"b", 1>>, "rw", "zero") /\ TRUE
Load_Stale__a_1_1_b1_rw_a == Load_Stale("a", 1, 1, <<"b", 1>>, "rw", "a") /\ TRUE
Load_Stale__a_1_1_b1_rw_b == Load_Stale("a", 1, 1, <<"b", 1>>, "rw", "b") /\ TRUE
Load_Stale__a_1_1_b1_rx_zero == Load_Stale("a", 1, 1, <<"b", 1>>, "rx", "zero") /\ TRUE
Load_Stale__a_1_1_b1_rx_a == Load_Stale("a", 1, 1, <<"b", 1>>, "rx", "a") /\ TRUE
Load_Stale__a_1_1_b1_rx_b == Load_Stale("a", 1, 1, <<"b", 1>>, "rx", "b") /\ TRUE
Load_Stale__a_2_1_a1_r_zero == Load_Stale("a", 2, 1, <<"a", 1>>, "r", "zero") /\ TRUE
Load_Stale__a_2_1_a1_r_a == Load_Stale("a", 2, 1, <<"a", 1>>, "r", "a") /\ TRUE
Load_Stale__a_2_1_a1_r_b == Load_Stale("a", 2, 1, <<"a", 1>>, "r", "b") /\ TRUE
Load_Stale__a_2_1_a1_rw_zero == Load_Stale("a", 2, 1, <<"a", 1>>, "rw", "zero") /\ TRUE
Load_Stale__a_2_1_a1_rw_a == Load_Stale("a", 2, 1, <<"a", 1>>, "rw", "a") /\ TRUE
Load_Stale__a_2_1_a1_rw_b == Load_Stale("a", 2, 1, <<"a", 1>>, "rw", "b") /\ TRUE
Load_Stale__a_2_1_a1_rx_zero == Load_Stale("a", 2, 1, <<"a", 1>>, "rx", "zero") /\ TRUE
Load_Stale__a_2_1_a1_rx_a == Load_Stale("a", 2, 1, <<"a", 1>>, "rx", "a") /\ TRUE
Load_Stale__a_2_1_a1_rx_b == Load_Stale("a", 2, 1, <<"a", 1>>, "rx", "b") /\ TRUE
Load_Stale__a_2_1_b1_r_zero == Load_Stale("a", 2, 1, <<"b", 1>>, "r", "zero") /\ TRUE
Load_Stale__a_2_1_b1_r_a == Load_Stale("a", 2, 1, <<"b", 1>>, "r", "a") /\ TRUE
Load_Stale__a_2_1_b1_r_b == Load_Stale("a", 2, 1, <<"b", 1>>, "r", "b") /\ TRUE
Load_Stale__a_2_1_b1_rw_zero == Load_Stale("a", 2, 1, <<"b", 1>>, "rw", "zero") /\ TRUE
Load_Stale__a_2_1_b1_rw_a == Load_Stale("a", 2, 1, <<"b", 1>>, "rw", "a") /\ TRUE
Load_Stale__a_2_1_b1_rw_b == Load_Stale("a", 2, 1, <<"b", 1>>, "rw", "b") /\ TRUE
Load_Stale__a_2_1_b1_rx_zero == Load_Stale("a", 2, 1, <<"b", 1>>, "rx", "zero") /\ TRUE
Load_Stale__a_2_1_b1_rx_a == Load_Stale("a", 2, 1, <<"b", 1>>, "rx", "a") /\ TRUE
Load_Stale__a_2_1_b1_rx_b == Load_Stale("a", 2, 1, <<"b", 1>>, "rx", "b") /\ TRUE
Load_Stale__b_1_1_a1_r_zero == Load_Stale("b", 1, 1, <<"a", 1>>, "r", "zero") /\ TRUE
Load_Stale__b_1_1_a1_r_a == Load_Stale("b", 1, 1, <<"a", 1>>, "r", "a") /\ TRUE
Load_Stale__b_1_1_a1_r_b == Load_Stale("b", 1, 1, <<"a", 1>>, "r", "b") /\ TRUE
Load_Stale__b_1_1_a1_rw_zero == Load_Stale("b", 1, 1, <<"a", 1>>, "rw", "zero") /\ TRUE
Load_Stale__b_1_1_a1_rw_a == Load_Stale("b", 1, 1, <<"a", 1>>, "rw", "a") /\ TRUE
Load_Stale__b_1_1_a1_rw_b == Load_Stale("b", 1, 1, <<"a", 1>>, "rw", "b") /\ TRUE
Load_Stale__b_1_1_a1_rx_zero == Load_Stale("b", 1, 1, <<"a", 1>>, "rx", "zero") /\ TRUE
Load_Stale__b_1_1_a1_rx_a == Load_Stale("b", 1, 1, <<"a", 1>>, "rx", "a") /\ TRUE
Load_Stale__b_1_1_a1_rx_b == Load_Stale("b", 1, 1, <<"a", 1>>, "rx", "b") /\ TRUE
Load_Stale__b_1_1_b1_r_zero == Load_Stale("b", 1, 1, <<"b", 1>>, "r", "zero") /\ TRUE
Load_Stale__b_1_1_b1_r_a == Load_Stale("b", 1, 1, <<"b", 1>>, "r", "a") /\ TRUE
Load_Stale__b_1_1_b1_r_b == Load_Stale("b", 1, 1, <<"b", 1>>, "r", "b") /\ TRUE
Load_Stale__b_1_1_b1_rw_zero == Load_Stale("b", 1, 1, <<"b", 1>>, "rw", "zero") /\ TRUE
Load_Stale__b_1_1_b1_rw_a == Load_Stale("b", 1, 1, <<"b", 1>>, "rw", "a") /\ TRUE
Load_Stale__b_1_1_b1_rw_b == Load_Stale("b", 1, 1, <<"b", 1>>, "rw", "b") /\ TRUE
Load_Stale__b_1_1_b1_rx_zero == Load_Stale("b", 1, 1, <<"b", 1>>, "rx", "zero") /\ TRUE
Load_Stale__b_1_1_b1_rx_a == Load_Stale("b", 1, 1, <<"b", 1>>, "rx", "a") /\ TRUE
Load_Stale__b_1_1_b1_rx_b == Load_Stale("b", 1, 1, <<"b", 1>>, "rx", "b") /\ TRUE
Load_Stale__b_2_1_a1_r_zero == Load_Stale("b", 2, 1, <<"a", 1>>, "r", "zero") /\ TRUE
Load_Stale__b_2_1_a1_r_a == Load_Stale("b", 2, 1, <<"a", 1>>, "r", "a") /\ TRUE
Load_Stale__b_2_1_a1_r_b == Load_Stale("b", 2, 1, <<"a", 1>>, "r", "b") /\ TRUE
Load_Stale__b_2_1_a1_rw_zero == Load_Stale("b", 2, 1, <<"a", 1>>, "rw", "zero") /\ TRUE
Load_Stale__b_2_1_a1_rw_a == Load_Stale("b", 2, 1, <<"a", 1>>, "rw", "a") /\ TRUE
Load_Stale__b_2_1_a1_rw_b == Load_Stale("b", 2, 1, <<"a", 1>>, "rw", "b") /\ TRUE
Load_Stale__b_2_1_a1_rx_zero == Load_Stale("b", 2, 1, <<"a", 1>>, "rx", "zero") /\ TRUE
Load_Stale__b_2_1_a1_rx_a == Load_Stale("b", 2, 1, <<"a", 1>>, "rx", "a") /\ TRUE
Load_Stale__b_2_1_a1_rx_b == Load_Stale("b", 2, 1, <<"a", 1>>, "rx", "b") /\ TRUE
Load_Stale__b_2_1_b1_r_zero == Load_Stale("b", 2, 1, <<"b", 1>>, "r", "zero") /\ TRUE
Load_Stale__b_2_1_b1_r_a == Load_Stale("b", 2, 1, <<"b", 1>>, "r", "a") /\ TRUE
Load_Stale__b_2_1_b1_r_b == Load_Stale("b", 2, 1, <<"b", 1>>, "r", "b") /\ TRUE
Load_Stale__b_2_1_b1_rw_zero == Load_Stale("b", 2, 1, <<"b", 1>>, "rw", "zero") /\ TRUE
Load_Stale__b_2_1_b1_rw_a == Load_Stale("b", 2, 1, <<"b", 1>>, "rw", "a") /\ TRUE
Load_Stale__b_2_1_b1_rw_b == Load_Stale("b", 2, 1, <<"b", 1>>, "rw", "b") /\ TRUE
Load_Stale__b_2_1_b1_rx_zero == Load_Stale("b", 2, 1, <<"b", 1>>, "rx", "zero") /\ TRUE
Load_Stale__b_2_1_b1_rx_a == Load_Stale("b", 2, 1, <<"b", 1>>, "rx", "a") /\ TRUE
Load_Stale__b_2_1_b1_rx_b == Load_Stale("b", 2, 1, <<"b", 1>>, "rx", "b") /\ TRUE
Fetch_Stale__a_1_1_a1_r_zero == Fetch_Stale("a", 1, 1, <<"a", 1>>, "r", "zero") /\ TRUE
Fetch_Stale__a_1_1_a1_r_a == Fetch_Stale("a", 1, 1, <<"a", 1>>, "r", "a") /\ TRUE
Fetch_Stale__a_1_1_a1_r_b == Fetch_Stale("a", 1, 1, <<"a", 1>>, "r", "b") /\ TRUE
Fetch_Stale__a_1_1_a1_rw_zero == Fetch_Stale("a", 1, 1, <<"a", 1>>, "rw", "zero") /\ TRUE
Fetch_Stale__a_1_1_a1_rw_a == Fetch_Stale("a", 1, 1, <<"a", 1>>, "rw", "a") /\ TRUE
Fetch_Stale__a_1_1_a1_rw_b == Fetch_Stale("a", 1, 1, <<"a", 1>>, "rw", "b") /\ TRUE
Fetch_Stale__a_1_1_a1_rx_zero == Fetch_Stale("a", 1, 1, <<"a", 1>>, "rx", "zero") /\ TRUE
Fetch_Stale__a_1_1_a1_rx_a == Fetch_Stale("a", 1, 1, <<"a", 1>>, "rx", "a") /\ TRUE
Fetch_Stale__a_1_1_a1_rx_b == Fetch_Stale("a", 1, 1, <<"a", 1>>, "rx", "b") /\ TRUE
Fetch_Stale__a_1_1_b1_r_zero == Fetch_Stale("a", 1, 1, <<"b", 1>>, "r", "zero") /\ TRUE
Fetch_Stale__a_1_1_b1_r_a == Fetch_Stale("a", 1, 1, <<"b", 1>>, "r", "a") /\ TRUE
Fetch_Stale__a_1_1_b1_r_b == Fetch_Stale("a", 1, 1, <<"b", 1>>, "r", "b") /\ TRUE
Fetch_Stale__a_1_1_b1_rw_zero == Fetch_Stale("a", 1, 1, <<"b", 1>>, "rw", "zero") /\ TRUE
Fetch_Stale__a_1_1_b1_rw_a == Fetch_Stale("a", 1, 1, <<"b", 1>>, "rw", "a") /\ TRUE
Fetch_Stale__a_1_1_b1_rw_b == Fetch_Stale("a", 1, 1, <<"b", 1>>, "rw", "b") /\ TRUE
Fetch_Stale__a_1_1_b1_rx_zero == Fetch_Stale("a", 1, 1, <<"b", 1>>, "rx", "zero") /\ TRUE
Fetch_Stale__a_1_1_b1_rx_a == Fetch_Stale("a", 1, 1, <<"b", 1>>, "rx", "a") /\ TRUE
Fetch_Stale__a_1_1_b1_rx_b == Fetch_Stale("a", 1, 1, <<"b", 1>>, "rx", "b") /\ TRUE
Fetch_Stale__a_2_1_a1_r_zero == Fetch_Stale("a", 2, 1, <<"a", 1>>, "r", "zero") /\ TRUE
Fetch_Stale__a_2_1_a1_r_a == Fetch_Stale("a", 2, 1, <<"a", 1>>, "r", "a") /\ TRUE
Fetch_Stale__a_2_1_a1_r_b == Fetch_Stale("a", 2, 1, <<"a", 1>>, "r", "b") /\ TRUE
Fetch_Stale__a_2_1_a1_rw_zero == Fetch_Stale("a", 2, 1, <<"a", 1>>, "rw", "zero") /\ TRUE
Fetch_Stale__a_2_1_a1_rw_a == Fetch_Stale("a", 2, 1, <<"a", 1>>, "rw", "a") /\ TRUE
Fetch_Stale__a_2_1_a1_rw_b == Fetch_Stale("a", 2, 1, <<"a", 1>>, "rw", "b") /\ TRUE
Fetch_Stale__a_2_1_a1_rx_zero == Fetch_Stale("a", 2, 1, <<"a", 1>>, "rx", "zero") /\ TRUE
Fetch_Stale__a_2_1_a1_rx_a == Fetch_Stale("a", 2, 1, <<"a", 1>>, "rx", "a") /\ TRUE
Fetch_Stale__a_2_1_a1_rx_b == Fetch_Stale("a", 2, 1, <<"a", 1>>, "rx", "b") /\ TRUE
Fetch_Stale__a_2_1_b1_r_zero == Fetch_Stale("a", 2, 1, <<"b", 1>>, "r", "zero") /\ TRUE
Fetch_Stale__a_2_1_b1_r_a == Fetch_Stale("a", 2, 1, <<"b", 1>>, "r", "a") /\ TRUE
Fetch_Stale__a_2_1_b1_r_b == Fetch_Stale("a", 2, 1, <<"b", 1>>, "r", "b") /\ TRUE
Fetch_Stale__a_2_1_b1_rw_zero == Fetch_Stale("a", 2, 1, <<"b", 1>>, "rw", "zero") /\ TRUE
Fetch_Stale__a_2_1_b1_rw_a == Fetch_Stale("a", 2, 1, <<"b", 1>>, "rw", "a") /\ TRUE
Fetch_Stale__a_2_1_b1_rw_b == Fetch_Stale("a", 2, 1, <<"b", 1>>, "rw", "b") /\ TRUE
Fetch_Stale__a_2_1_b1_rx_zero == Fetch_Stale("a", 2, 1, <<"b", 1>>, "rx", "zero") /\ TRUE
Fetch_Stale__a_2_1_b1_rx_a == Fetch_Stale("a", 2, 1, <<"b", 1>>, "rx", "a") /\ TRUE
Fetch_Stale__a_2_1_b1_rx_b == Fetch_Stale("a", 2, 1, <<"b", 1>>, "rx", "b") /\ TRUE
Fetch_Stale__b_1_1_a1_r_zero == Fetch_Stale("b", 1, 1, <<"a", 1>>, "r", "zero") /\ TRUE
Fetch_Stale__b_1_1_a1_r_a == Fetch_Stale("b", 1, 1, <<"a", 1>>, "r", "a") /\ TRUE
Fetch_Stale__b_1_1_a1_r_b == Fetch_Stale("b", 1, 1, <<"a", 1>>, "r", "b") /\ TRUE
Fetch_Stale__b_1_1_a1_rw_zero == Fetch_Stale("b", 1, 1, <<"a", 1>>, "rw", "zero") /\ TRUE
Fetch_Stale__b_1_1_a1_rw_a == Fetch_Stale("b", 1, 1, <<"a", 1>>, "rw", "a") /\ TRUE
Fetch_Stale__b_1_1_a1_rw_b == Fetch_Stale("b", 1, 1, <<"a", 1>>, "rw", "b") /\ TRUE
Fetch_Stale__b_1_1_a1_rx_zero == Fetch_Stale("b", 1, 1, <<"a", 1>>, "rx", "zero") /\ TRUE
Fetch_Stale__b_1_1_a1_rx_a == Fetch_Stale("b", 1, 1, <<"a", 1>>, "rx", "a") /\ TRUE
Fetch_Stale__b_1_1_a1_rx_b == Fetch_Stale("b", 1, 1, <<"a", 1>>, "rx", "b") /\ TRUE
Fetch_Stale__b_1_1_b1_r_zero == Fetch_Stale("b", 1, 1, <<"b", 1>>, "r", "zero") /\ TRUE
Fetch_Stale__b_1_1_b1_r_a == Fetch_Stale("b", 1, 1, <<"b", 1>>, "r", "a") /\ TRUE
Fetch_Stale__b_1_1_b1_r_b == Fetch_Stale("b", 1, 1, <<"b", 1>>, "r", "b") /\ TRUE
Fetch_Stale__b_1_1_b1_rw_zero == Fetch_Stale("b", 1, 1, <<"b", 1>>, "rw", "zero") /\ TRUE
Fetch_Stale__b_1_1_b1_rw_a == Fetch_Stale("b", 1, 1, <<"b", 1>>, "rw", "a") /\ TRUE
Fetch_Stale__b_1_1_b1_rw_b == Fetch_Stale("b", 1, 1, <<"b", 1>>, "rw", "b") /\ TRUE
Fetch_Stale__b_1_1_b1_rx_zero == Fetch_Stale("b", 1, 1, <<"b", 1>>, "rx", "zero") /\ TRUE
Fetch_Stale__b_1_1_b1_rx_a == Fetch_Stale("b", 1, 1, <<"b", 1>>, "rx", "a") /\ TRUE
Fetch_Stale__b_1_1_b1_rx_b == Fetch_Stale("b", 1, 1, <<"b", 1>>, "rx", "b") /\ TRUE
Fetch_Stale__b_2_1_a1_r_zero == Fetch_Stale("b", 2, 1, <<"a", 1>>, "r", "zero") /\ TRUE
Fetch_Stale__b_2_1_a1_r_a == Fetch_Stale("b", 2, 1, <<"a", 1>>, "r", "a") /\ TRUE
Fetch_Stale__b_2_1_a1_r_b == Fetch_Stale("b", 2, 1, <<"a", 1>>, "r", "b") /\ TRUE
Fetch_Stale__b_2_1_a1_rw_zero == Fetch_Stale("b", 2, 1, <<"a", 1>>, "rw", "zero") /\ TRUE
Fetch_Stale__b_2_1_a1_rw_a == Fetch_Stale("b", 2, 1, <<"a", 1>>, "rw", "a") /\ TRUE
Fetch_Stale__b_2_1_a1_rw_b == Fetch_Stale("b", 2, 1, <<"a", 1>>, "rw", "b") /\ TRUE
Fetch_Stale__b_2_1_a1_rx_zero == Fetch_Stale("b", 2, 1, <<"a", 1>>, "rx", "zero") /\ TRUE
Fetch_Stale__b_2_1_a1_rx_a == Fetch_Stale("b", 2, 1, <<"a", 1>>, "rx", "a") /\ TRUE
Fetch_Stale__b_2_1_a1_rx_b == Fetch_Stale("b", 2, 1, <<"a", 1>>, "rx", "b") /\ TRUE
Fetch_Stale__b_2_1_b1_r_zero == Fetch_Stale("b", 2, 1, <<"b", 1>>, "r", "zero") /\ TRUE
Fetch_Stale__b_2_1_b1_r_a == Fetch_Stale("b", 2, 1, <<"b", 1>>, "r", "a") /\ TRUE
Fetch_Stale__b_2_1_b1_r_b == Fetch_Stale("b", 2, 1, <<"b", 1>>, "r", "b") /\ TRUE
Fetch_Stale__b_2_1_b1_rw_zero == Fetch_Stale("b", 2, 1, <<"b", 1>>, "rw", "zero") /\ TRUE
Fetch_Stale__b_2_1_b1_rw_a == Fetch_Stale("b", 2, 1, <<"b", 1>>, "rw", "a") /\ TRUE
Fetch_Stale__b_2_1_b1_rw_b == Fetch_Stale("b", 2, 1, <<"b", 1>>, "rw", "b") /\ TRUE
Fetch_Stale__b_2_1_b1_rx_zero == Fetch_Stale("b", 2, 1, <<"b", 1>>, "rx", "zero") /\ TRUE
Fetch_Stale__b_2_1_b1_rx_a == Fetch_Stale("b", 2, 1, <<"b", 1>>, "rx", "a") /\ TRUE
Fetch_Stale__b_2_1_b1_rx_b == Fetch_Stale("b", 2, 1, <<"b", 1>>, "rx", "b") /\ TRUE
Store_Stale__a_1_1_a1_r == Store_Stale("a", 1, 1, <<"a", 1>>, "r") /\ TRUE
Store_Stale__a_1_1_a1_rw == Store_Stale("a", 1, 1, <<"a", 1>>, "rw") /\ TRUE
Store_Stale__a_1_1_a1_rx == Store_Stale("a", 1, 1, <<"a", 1>>, "rx") /\ TRUE
Store_Stale__a_1_1_b1_r == Store_Stale("a", 1, 1, <<"b", 1>>, "r") /\ TRUE
Store_Stale__a_1_1_b1_rw == Store_Stale("a", 1, 1, <<"b", 1>>, "rw") /\ TRUE
Store_Stale__a_1_1_b1_rx == Store_Stale("a", 1, 1, <<"b", 1>>, "rx") /\ TRUE
Store_Stale__a_2_1_a1_r == Store_Stale("a", 2, 1, <<"a", 1>>, "r") /\ TRUE
Store_Stale__a_2_1_a1_rw == Store_Stale("a", 2, 1, <<"a", 1>>, "rw") /\ TRUE
Store_Stale__a_2_1_a1_rx == Store_Stale("a", 2, 1, <<"a", 1>>, "rx") /\ TRUE
Store_Stale__a_2_1_b1_r == Store_Stale("a", 2, 1, <<"b", 1>>, "r") /\ TRUE
Store_Stale__a_2_1_b1_rw == Store_Stale("a", 2, 1, <<"b", 1>>, "rw") /\ TRUE
Store_Stale__a_2_1_b1_rx == Store_Stale("a", 2, 1, <<"b", 1>>, "rx") /\ TRUE
Store_Stale__b_1_1_a1_r == Store_Stale("b", 1, 1, <<"a", 1>>, "r") /\ TRUE
Store_Stale__b_1_1_a1_rw == Store_Stale("b", 1, 1, <<"a", 1>>, "rw") /\ TRUE
Store_Stale__b_1_1_a1_rx == Store_Stale("b", 1, 1, <<"a", 1>>, "rx") /\ TRUE
Store_Stale__b_1_1_b1_r == Store_Stale("b", 1, 1, <<"b", 1>>, "r") /\ TRUE
Store_Stale__b_1_1_b1_rw == Store_Stale("b", 1, 1, <<"b", 1>>, "rw") /\ TRUE
Store_Stale__b_1_1_b1_rx == Store_Stale("b", 1, 1, <<"b", 1>>, "rx") /\ TRUE
Store_Stale__b_2_1_a1_r == Store_Stale("b", 2, 1, <<"a", 1>>, "r") /\ TRUE
Store_Stale__b_2_1_a1_rw == Store_Stale("b", 2, 1, <<"a", 1>>, "rw") /\ TRUE
Store_Stale__b_2_1_a1_rx == Store_Stale("b", 2, 1, <<"a", 1>>, "rx") /\ TRUE
Store_Stale__b_2_1_b1_r == Store_Stale("b", 2, 1, <<"b", 1>>, "r") /\ TRUE
Store_Stale__b_2_1_b1_rw == Store_Stale("b", 2, 1, <<"b", 1>>, "rw") /\ TRUE
Store_Stale__b_2_1_b1_rx == Store_Stale("b", 2, 1, <<"b", 1>>, "rx") /\ TRUE
Store__a_1 == Store("a", 1) /\ TRUE
Store__b_1 == Store("b", 1) /\ TRUE
Load_Faulted__a_1 == Load_Faulted("a", 1) /\ TRUE
Load_Faulted__b_1 == Load_Faulted("b", 1) /\ TRUE
Fetch_Faulted__a_1 == Fetch_Faulted("a", 1) /\ TRUE
Fetch_Faulted__b_1 == Fetch_Faulted("b", 1) /\ TRUE
Store_Faulted__a_1 == Store_Faulted("a", 1) /\ TRUE
Store_Faulted__b_1 == Store_Faulted("b", 1) /\ TRUE
Trap__a == Trap("a") /\ TRUE
CompleteInvalidation__1 == CompleteInvalidation(1) /\ TRUE
CompleteInvalidation__2 == CompleteInvalidation(2) /\ TRUE

NextMC ==
    \/ Allocate_WriteExecute__a
    \/ Allocate_PagesFull__a
    \/ Allocate_FramesFull__a
    \/ Allocate_Occupied__a_1
    \/ Allocate_Reserved__a_1
    \/ Allocate__a_1_r
    \/ Allocate__a_1_rw
    \/ Allocate__a_1_rx
    \/ Commit_NotMapped__a_1
    \/ Commit_WrongType__a_1
    \/ Commit_Occupied__a_1
    \/ Commit_FramesFull__a_1
    \/ Commit__a_1_r
    \/ Commit__a_1_rw
    \/ Commit__a_1_rx
    \/ Decommit_NotMapped__a_1
    \/ Decommit_WrongType__a_1
    \/ Decommit__a_1
    \/ Free_NotMapped__a_1
    \/ Free_NotMapped__b_1
    \/ Free__a_1
    \/ Free__b_1
    \/ Protect_NotMapped__a_1
    \/ Protect_NotMapped__b_1
    \/ Protect_RightsMissing__a_1_r
    \/ Protect_RightsMissing__a_1_rw
    \/ Protect_RightsMissing__a_1_rx
    \/ Protect_RightsMissing__b_1_r
    \/ Protect_RightsMissing__b_1_rw
    \/ Protect_RightsMissing__b_1_rx
    \/ Protect_WriteExecute__a_1_r
    \/ Protect_WriteExecute__a_1_rw
    \/ Protect_WriteExecute__a_1_rx
    \/ Protect_WriteExecute__b_1_r
    \/ Protect_WriteExecute__b_1_rw
    \/ Protect_WriteExecute__b_1_rx
    \/ Protect__a_1_r
    \/ Protect__a_1_rw
    \/ Protect__a_1_rx
    \/ Protect__b_1_r
    \/ Protect__b_1_rw
    \/ Protect__b_1_rx
    \/ MdlCreate_WriteExecute__a
    \/ MdlCreate_FramesFull__a
    \/ MdlCreate__a
    \/ MdlCreateFromVm_WrongType__a_1
    \/ MdlCreateFromVm_NotMapped__a_1
    \/ MdlCreateFromVm_WriteExecute__a_1_data
    \/ MdlCreateFromVm_WriteExecute__a_1_code
    \/ MdlCreateFromVm_ResourcesFull__a_1_data
    \/ MdlCreateFromVm_ResourcesFull__a_1_code
    \/ MdlCreateFromVm__a_1_data
    \/ MdlCreateFromVm__a_1_code
    \/ MdlMap_HandleRevoked__a_a1
    \/ MdlMap_HandleRevoked__b_a1
    \/ MdlMap_PagesFull__a_a1
    \/ MdlMap_PagesFull__b_a1
    \/ MdlMap_RightsMissing__a_a1_r
    \/ MdlMap_RightsMissing__a_a1_rw
    \/ MdlMap_RightsMissing__a_a1_rx
    \/ MdlMap_RightsMissing__b_a1_r
    \/ MdlMap_RightsMissing__b_a1_rw
    \/ MdlMap_RightsMissing__b_a1_rx
    \/ MdlMap_Occupied__a_a1_1
    \/ MdlMap_Occupied__b_a1_1
    \/ MdlMap__a_a1_1_r
    \/ MdlMap__a_a1_1_rw
    \/ MdlMap__a_a1_1_rx
    \/ MdlMap__b_a1_1_r
    \/ MdlMap__b_a1_1_rw
    \/ MdlMap__b_a1_1_rx
    \/ Close__a_a1
    \/ Close__b_a1
    \/ Revoke_HandleRevoked__a_a1
    \/ Revoke_HandleRevoked__b_a1
    \/ Revoke__a_a1
    \/ Revoke__b_a1
    \/ Call__a_b_a1_all
    \/ Recv__b_a
    \/ Reply__b_a
    \/ Load__a_1_zero
    \/ Load__a_1_a
    \/ Load__a_1_b
    \/ Load__b_1_zero
    \/ Load__b_1_a
    \/ Load__b_1_b
    \/ Fetch__a_1_zero
    \/ Fetch__a_1_a
    \/ Fetch__a_1_b
    \/ Fetch__b_1_zero
    \/ Fetch__b_1_a
    \/ Fetch__b_1_b
    \/ Load_Stale__a_1_1_a1_r_zero
    \/ Load_Stale__a_1_1_a1_r_a
    \/ Load_Stale__a_1_1_a1_r_b
    \/ Load_Stale__a_1_1_a1_rw_zero
    \/ Load_Stale__a_1_1_a1_rw_a
    \/ Load_Stale__a_1_1_a1_rw_b
    \/ Load_Stale__a_1_1_a1_rx_zero
    \/ Load_Stale__a_1_1_a1_rx_a
    \/ Load_Stale__a_1_1_a1_rx_b
    \/ Load_Stale__a_1_1_b1_r_zero
    \/ Load_Stale__a_1_1_b1_r_a
    \/ Load_Stale__a_1_1_b1_r_b
    \/ Load_Stale__a_1_1_b1_rw_zero
    \/ Load_Stale__a_1_1_b1_rw_a
    \/ Load_Stale__a_1_1_b1_rw_b
    \/ Load_Stale__a_1_1_b1_rx_zero
    \/ Load_Stale__a_1_1_b1_rx_a
    \/ Load_Stale__a_1_1_b1_rx_b
    \/ Load_Stale__a_2_1_a1_r_zero
    \/ Load_Stale__a_2_1_a1_r_a
    \/ Load_Stale__a_2_1_a1_r_b
    \/ Load_Stale__a_2_1_a1_rw_zero
    \/ Load_Stale__a_2_1_a1_rw_a
    \/ Load_Stale__a_2_1_a1_rw_b
    \/ Load_Stale__a_2_1_a1_rx_zero
    \/ Load_Stale__a_2_1_a1_rx_a
    \/ Load_Stale__a_2_1_a1_rx_b
    \/ Load_Stale__a_2_1_b1_r_zero
    \/ Load_Stale__a_2_1_b1_r_a
    \/ Load_Stale__a_2_1_b1_r_b
    \/ Load_Stale__a_2_1_b1_rw_zero
    \/ Load_Stale__a_2_1_b1_rw_a
    \/ Load_Stale__a_2_1_b1_rw_b
    \/ Load_Stale__a_2_1_b1_rx_zero
    \/ Load_Stale__a_2_1_b1_rx_a
    \/ Load_Stale__a_2_1_b1_rx_b
    \/ Load_Stale__b_1_1_a1_r_zero
    \/ Load_Stale__b_1_1_a1_r_a
    \/ Load_Stale__b_1_1_a1_r_b
    \/ Load_Stale__b_1_1_a1_rw_zero
    \/ Load_Stale__b_1_1_a1_rw_a
    \/ Load_Stale__b_1_1_a1_rw_b
    \/ Load_Stale__b_1_1_a1_rx_zero
    \/ Load_Stale__b_1_1_a1_rx_a
    \/ Load_Stale__b_1_1_a1_rx_b
    \/ Load_Stale__b_1_1_b1_r_zero
    \/ Load_Stale__b_1_1_b1_r_a
    \/ Load_Stale__b_1_1_b1_r_b
    \/ Load_Stale__b_1_1_b1_rw_zero
    \/ Load_Stale__b_1_1_b1_rw_a
    \/ Load_Stale__b_1_1_b1_rw_b
    \/ Load_Stale__b_1_1_b1_rx_zero
    \/ Load_Stale__b_1_1_b1_rx_a
    \/ Load_Stale__b_1_1_b1_rx_b
    \/ Load_Stale__b_2_1_a1_r_zero
    \/ Load_Stale__b_2_1_a1_r_a
    \/ Load_Stale__b_2_1_a1_r_b
    \/ Load_Stale__b_2_1_a1_rw_zero
    \/ Load_Stale__b_2_1_a1_rw_a
    \/ Load_Stale__b_2_1_a1_rw_b
    \/ Load_Stale__b_2_1_a1_rx_zero
    \/ Load_Stale__b_2_1_a1_rx_a
    \/ Load_Stale__b_2_1_a1_rx_b
    \/ Load_Stale__b_2_1_b1_r_zero
    \/ Load_Stale__b_2_1_b1_r_a
    \/ Load_Stale__b_2_1_b1_r_b
    \/ Load_Stale__b_2_1_b1_rw_zero
    \/ Load_Stale__b_2_1_b1_rw_a
    \/ Load_Stale__b_2_1_b1_rw_b
    \/ Load_Stale__b_2_1_b1_rx_zero
    \/ Load_Stale__b_2_1_b1_rx_a
    \/ Load_Stale__b_2_1_b1_rx_b
    \/ Fetch_Stale__a_1_1_a1_r_zero
    \/ Fetch_Stale__a_1_1_a1_r_a
    \/ Fetch_Stale__a_1_1_a1_r_b
    \/ Fetch_Stale__a_1_1_a1_rw_zero
    \/ Fetch_Stale__a_1_1_a1_rw_a
    \/ Fetch_Stale__a_1_1_a1_rw_b
    \/ Fetch_Stale__a_1_1_a1_rx_zero
    \/ Fetch_Stale__a_1_1_a1_rx_a
    \/ Fetch_Stale__a_1_1_a1_rx_b
    \/ Fetch_Stale__a_1_1_b1_r_zero
    \/ Fetch_Stale__a_1_1_b1_r_a
    \/ Fetch_Stale__a_1_1_b1_r_b
    \/ Fetch_Stale__a_1_1_b1_rw_zero
    \/ Fetch_Stale__a_1_1_b1_rw_a
    \/ Fetch_Stale__a_1_1_b1_rw_b
    \/ Fetch_Stale__a_1_1_b1_rx_zero
    \/ Fetch_Stale__a_1_1_b1_rx_a
    \/ Fetch_Stale__a_1_1_b1_rx_b
    \/ Fetch_Stale__a_2_1_a1_r_zero
    \/ Fetch_Stale__a_2_1_a1_r_a
    \/ Fetch_Stale__a_2_1_a1_r_b
    \/ Fetch_Stale__a_2_1_a1_rw_zero
    \/ Fetch_Stale__a_2_1_a1_rw_a
    \/ Fetch_Stale__a_2_1_a1_rw_b
    \/ Fetch_Stale__a_2_1_a1_rx_zero
    \/ Fetch_Stale__a_2_1_a1_rx_a
    \/ Fetch_Stale__a_2_1_a1_rx_b
    \/ Fetch_Stale__a_2_1_b1_r_zero
    \/ Fetch_Stale__a_2_1_b1_r_a
    \/ Fetch_Stale__a_2_1_b1_r_b
    \/ Fetch_Stale__a_2_1_b1_rw_zero
    \/ Fetch_Stale__a_2_1_b1_rw_a
    \/ Fetch_Stale__a_2_1_b1_rw_b
    \/ Fetch_Stale__a_2_1_b1_rx_zero
    \/ Fetch_Stale__a_2_1_b1_rx_a
    \/ Fetch_Stale__a_2_1_b1_rx_b
    \/ Fetch_Stale__b_1_1_a1_r_zero
    \/ Fetch_Stale__b_1_1_a1_r_a
    \/ Fetch_Stale__b_1_1_a1_r_b
    \/ Fetch_Stale__b_1_1_a1_rw_zero
    \/ Fetch_Stale__b_1_1_a1_rw_a
    \/ Fetch_Stale__b_1_1_a1_rw_b
    \/ Fetch_Stale__b_1_1_a1_rx_zero
    \/ Fetch_Stale__b_1_1_a1_rx_a
    \/ Fetch_Stale__b_1_1_a1_rx_b
    \/ Fetch_Stale__b_1_1_b1_r_zero
    \/ Fetch_Stale__b_1_1_b1_r_a
    \/ Fetch_Stale__b_1_1_b1_r_b
    \/ Fetch_Stale__b_1_1_b1_rw_zero
    \/ Fetch_Stale__b_1_1_b1_rw_a
    \/ Fetch_Stale__b_1_1_b1_rw_b
    \/ Fetch_Stale__b_1_1_b1_rx_zero
    \/ Fetch_Stale__b_1_1_b1_rx_a
    \/ Fetch_Stale__b_1_1_b1_rx_b
    \/ Fetch_Stale__b_2_1_a1_r_zero
    \/ Fetch_Stale__b_2_1_a1_r_a
    \/ Fetch_Stale__b_2_1_a1_r_b
    \/ Fetch_Stale__b_2_1_a1_rw_zero
    \/ Fetch_Stale__b_2_1_a1_rw_a
    \/ Fetch_Stale__b_2_1_a1_rw_b
    \/ Fetch_Stale__b_2_1_a1_rx_zero
    \/ Fetch_Stale__b_2_1_a1_rx_a
    \/ Fetch_Stale__b_2_1_a1_rx_b
    \/ Fetch_Stale__b_2_1_b1_r_zero
    \/ Fetch_Stale__b_2_1_b1_r_a
    \/ Fetch_Stale__b_2_1_b1_r_b
    \/ Fetch_Stale__b_2_1_b1_rw_zero
    \/ Fetch_Stale__b_2_1_b1_rw_a
    \/ Fetch_Stale__b_2_1_b1_rw_b
    \/ Fetch_Stale__b_2_1_b1_rx_zero
    \/ Fetch_Stale__b_2_1_b1_rx_a
    \/ Fetch_Stale__b_2_1_b1_rx_b
    \/ Store_Stale__a_1_1_a1_r
    \/ Store_Stale__a_1_1_a1_rw
    \/ Store_Stale__a_1_1_a1_rx
    \/ Store_Stale__a_1_1_b1_r
    \/ Store_Stale__a_1_1_b1_rw
    \/ Store_Stale__a_1_1_b1_rx
    \/ Store_Stale__a_2_1_a1_r
    \/ Store_Stale__a_2_1_a1_rw
    \/ Store_Stale__a_2_1_a1_rx
    \/ Store_Stale__a_2_1_b1_r
    \/ Store_Stale__a_2_1_b1_rw
    \/ Store_Stale__a_2_1_b1_rx
    \/ Store_Stale__b_1_1_a1_r
    \/ Store_Stale__b_1_1_a1_rw
    \/ Store_Stale__b_1_1_a1_rx
    \/ Store_Stale__b_1_1_b1_r
    \/ Store_Stale__b_1_1_b1_rw
    \/ Store_Stale__b_1_1_b1_rx
    \/ Store_Stale__b_2_1_a1_r
    \/ Store_Stale__b_2_1_a1_rw
    \/ Store_Stale__b_2_1_a1_rx
    \/ Store_Stale__b_2_1_b1_r
    \/ Store_Stale__b_2_1_b1_rw
    \/ Store_Stale__b_2_1_b1_rx
    \/ Store__a_1
    \/ Store__b_1
    \/ Load_Faulted__a_1
    \/ Load_Faulted__b_1
    \/ Fetch_Faulted__a_1
    \/ Fetch_Faulted__b_1
    \/ Store_Faulted__a_1
    \/ Store_Faulted__b_1
    \/ Trap__a
    \/ CompleteInvalidation__1
    \/ CompleteInvalidation__2

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
    /\ ReachShared \/ TellMC(1, "violated: ReachShared")
    /\ ReachForeign \/ TellMC(2, "violated: ReachForeign")
    /\ ReachWritten \/ TellMC(3, "violated: ReachWritten")
    /\ ReachPartly \/ TellMC(4, "violated: ReachPartly")
    /\ ReachProtecting \/ TellMC(5, "violated: ReachProtecting")
    /\ ReachNarrow \/ TellMC(6, "violated: ReachNarrow")
    /\ ReachCode \/ TellMC(7, "violated: ReachCode")
    /\ ReachSettling \/ TellMC(8, "violated: ReachSettling")
    /\ ReachOutlived \/ TellMC(9, "violated: ReachOutlived")
    /\ ReachAfterDeath \/ TellMC(10, "violated: ReachAfterDeath")
====
