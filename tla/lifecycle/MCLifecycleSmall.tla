---- MODULE MCLifecycleSmall ----
\* Made by tla/generate.ts; a test says whether it is current.
EXTENDS Lifecycle, LifecyclePolicy, TLC

cFirst == {"a", "b", "c"}
cClassOf == [a |-> "A", b |-> "B", c |-> "C"]
cShare == [a |-> <<"a1", "a2">>, c |-> <<"c1", "c2">>]
cKinds == [a |-> {<<"x", "K">>, <<"y", "K">>, <<"z", "R">>}, c |-> {<<"y", "R">>}]
cSteady == {"b", "c"}
cKnown == {<<"b", "a">>, <<"c", "a">>}
cAsks == {<<"c", "a">>}
cFile == [b |-> "A"]
cImages == {<<"K", 1>>, <<"R", 1>>}
cLinks == {<<"a1", "a2">>, <<"a1", "a1">>}
cPlaces == [a |-> 2, b |-> 1, c |-> 2]
cLines == 1
cStatuses == {1}
cCodes == {2}
cBarred == {"R"}
cInitial == [a |-> "clear", b |-> "clear", c |-> "clear", a1 |-> "none", a2 |-> "none", c1 |-> "none", c2 |-> "none"]

Create_Denied__a_x_K == Create_Denied("a", "x", "K") /\ TRUE
Create_Denied__a_y_K == Create_Denied("a", "y", "K") /\ TRUE
Create_Denied__a_z_R == Create_Denied("a", "z", "R") /\ TRUE
Create_NameTaken__a_x_K == Create_NameTaken("a", "x", "K") /\ TRUE
Create_NameTaken__a_y_K == Create_NameTaken("a", "y", "K") /\ TRUE
Create_NameTaken__a_z_R == Create_NameTaken("a", "z", "R") /\ TRUE
Create_ProcessesFull__a_x_K == Create_ProcessesFull("a", "x", "K") /\ TRUE
Create_ProcessesFull__a_y_K == Create_ProcessesFull("a", "y", "K") /\ TRUE
Create_ProcessesFull__a_z_R == Create_ProcessesFull("a", "z", "R") /\ TRUE
Create_TableFull__a_x_K == Create_TableFull("a", "x", "K") /\ TRUE
Create_TableFull__a_y_K == Create_TableFull("a", "y", "K") /\ TRUE
Create_TableFull__a_z_R == Create_TableFull("a", "z", "R") /\ TRUE
Create_Withheld__a_x_K == Create_Withheld("a", "x", "K") /\ TRUE
Create_Withheld__a_y_K == Create_Withheld("a", "y", "K") /\ TRUE
Create_Withheld__a_z_R == Create_Withheld("a", "z", "R") /\ TRUE
Create__a_x_K_a1 == Create("a", "x", "K", "a1") /\ TRUE
Create__a_x_K_a2 == Create("a", "x", "K", "a2") /\ TRUE
Create__a_y_K_a1 == Create("a", "y", "K", "a1") /\ TRUE
Create__a_y_K_a2 == Create("a", "y", "K", "a2") /\ TRUE
Create__a_z_R_a1 == Create("a", "z", "R", "a1") /\ TRUE
Create__a_z_R_a2 == Create("a", "z", "R", "a2") /\ TRUE
Connect_WrongState__a_a1_a2 == Connect_WrongState("a", "a1", "a2") /\ TRUE
Connect_WrongState__a_a1_a1 == Connect_WrongState("a", "a1", "a1") /\ TRUE
Connect_NameTaken__a_a1_a2 == Connect_NameTaken("a", "a1", "a2") /\ TRUE
Connect_NameTaken__a_a1_a1 == Connect_NameTaken("a", "a1", "a1") /\ TRUE
Connect__a_a1_a2 == Connect("a", "a1", "a2") /\ TRUE
Connect__a_a1_a1 == Connect("a", "a1", "a1") /\ TRUE
Create_Denied__c_y_R == Create_Denied("c", "y", "R") /\ TRUE
Create_NameTaken__c_y_R == Create_NameTaken("c", "y", "R") /\ TRUE
Create_ProcessesFull__c_y_R == Create_ProcessesFull("c", "y", "R") /\ TRUE
Create_TableFull__c_y_R == Create_TableFull("c", "y", "R") /\ TRUE
Create_Withheld__c_y_R == Create_Withheld("c", "y", "R") /\ TRUE
Create__c_y_R_c1 == Create("c", "y", "R", "c1") /\ TRUE
Create__c_y_R_c2 == Create("c", "y", "R", "c2") /\ TRUE
Load_WrongState__a_a1 == Load_WrongState("a", "a1") /\ TRUE
Load_WrongState__a_a2 == Load_WrongState("a", "a2") /\ TRUE
Load_WrongType__a_a1 == Load_WrongType("a", "a1") /\ TRUE
Load_WrongType__a_a2 == Load_WrongType("a", "a2") /\ TRUE
Load_ImageMismatch__a_a1 == Load_ImageMismatch("a", "a1") /\ TRUE
Load_ImageMismatch__a_a2 == Load_ImageMismatch("a", "a2") /\ TRUE
Load__a_a1 == Load("a", "a1") /\ TRUE
Load__a_a2 == Load("a", "a2") /\ TRUE
Start_WrongState__a_a1 == Start_WrongState("a", "a1") /\ TRUE
Start_WrongState__a_a2 == Start_WrongState("a", "a2") /\ TRUE
Start_ResourcesFull__a_a1 == Start_ResourcesFull("a", "a1") /\ TRUE
Start_ResourcesFull__a_a2 == Start_ResourcesFull("a", "a2") /\ TRUE
Start_Denied__a_a1 == Start_Denied("a", "a1") /\ TRUE
Start_Denied__a_a2 == Start_Denied("a", "a2") /\ TRUE
Start__a_a1 == Start("a", "a1") /\ TRUE
Start__a_a2 == Start("a", "a2") /\ TRUE
Terminate_WrongState__a_a1 == Terminate_WrongState("a", "a1") /\ TRUE
Terminate_WrongState__a_a2 == Terminate_WrongState("a", "a2") /\ TRUE
Freeze_WrongState__a_a1 == Freeze_WrongState("a", "a1") /\ TRUE
Freeze_WrongState__a_a2 == Freeze_WrongState("a", "a2") /\ TRUE
Terminate__a_a1_nobody == Terminate("a", "a1", {}) /\ TRUE
Terminate__a_a1_a1 == Terminate("a", "a1", {"a1"}) /\ TRUE
Terminate__a_a2_nobody == Terminate("a", "a2", {}) /\ TRUE
Terminate__a_a2_a1 == Terminate("a", "a2", {"a1"}) /\ TRUE
Freeze__a_a1_nobody == Freeze("a", "a1", {}) /\ TRUE
Freeze__a_a1_a1 == Freeze("a", "a1", {"a1"}) /\ TRUE
Freeze__a_a2_nobody == Freeze("a", "a2", {}) /\ TRUE
Freeze__a_a2_a1 == Freeze("a", "a2", {"a1"}) /\ TRUE
Status__a_a1_not == Status("a", "a1", None) /\ TRUE
Status__a_a1_terminated_0 == Status("a", "a1", <<"terminated", 0>>) /\ TRUE
Status__a_a1_exited_1 == Status("a", "a1", <<"exited", 1>>) /\ TRUE
Status__a_a1_trapped_2 == Status("a", "a1", <<"trapped", 2>>) /\ TRUE
Status__a_a2_not == Status("a", "a2", None) /\ TRUE
Status__a_a2_terminated_0 == Status("a", "a2", <<"terminated", 0>>) /\ TRUE
Status__a_a2_exited_1 == Status("a", "a2", <<"exited", 1>>) /\ TRUE
Status__a_a2_trapped_2 == Status("a", "a2", <<"trapped", 2>>) /\ TRUE
Load_WrongState__b_a == Load_WrongState("b", "a") /\ TRUE
Load_WrongType__b_a == Load_WrongType("b", "a") /\ TRUE
Load_ImageMismatch__b_a == Load_ImageMismatch("b", "a") /\ TRUE
Load__b_a == Load("b", "a") /\ TRUE
Start_WrongState__b_a == Start_WrongState("b", "a") /\ TRUE
Start_ResourcesFull__b_a == Start_ResourcesFull("b", "a") /\ TRUE
Start_Denied__b_a == Start_Denied("b", "a") /\ TRUE
Start__b_a == Start("b", "a") /\ TRUE
Terminate_WrongState__b_a == Terminate_WrongState("b", "a") /\ TRUE
Freeze_WrongState__b_a == Freeze_WrongState("b", "a") /\ TRUE
Terminate__b_a_nobody == Terminate("b", "a", {}) /\ TRUE
Freeze__b_a_nobody == Freeze("b", "a", {}) /\ TRUE
Status__b_a_not == Status("b", "a", None) /\ TRUE
Status__b_a_terminated_0 == Status("b", "a", <<"terminated", 0>>) /\ TRUE
Status__b_a_exited_1 == Status("b", "a", <<"exited", 1>>) /\ TRUE
Status__b_a_trapped_2 == Status("b", "a", <<"trapped", 2>>) /\ TRUE
Load_RightsMissing__c_a == Load_RightsMissing("c", "a") /\ TRUE
Start_RightsMissing__c_a == Start_RightsMissing("c", "a") /\ TRUE
Terminate_RightsMissing__c_a == Terminate_RightsMissing("c", "a") /\ TRUE
Freeze_RightsMissing__c_a == Freeze_RightsMissing("c", "a") /\ TRUE
Load_WrongState__c_c1 == Load_WrongState("c", "c1") /\ TRUE
Load_WrongState__c_c2 == Load_WrongState("c", "c2") /\ TRUE
Load_WrongType__c_c1 == Load_WrongType("c", "c1") /\ TRUE
Load_WrongType__c_c2 == Load_WrongType("c", "c2") /\ TRUE
Load_ImageMismatch__c_c1 == Load_ImageMismatch("c", "c1") /\ TRUE
Load_ImageMismatch__c_c2 == Load_ImageMismatch("c", "c2") /\ TRUE
Load__c_c1 == Load("c", "c1") /\ TRUE
Load__c_c2 == Load("c", "c2") /\ TRUE
Start_WrongState__c_c1 == Start_WrongState("c", "c1") /\ TRUE
Start_WrongState__c_c2 == Start_WrongState("c", "c2") /\ TRUE
Start_ResourcesFull__c_c1 == Start_ResourcesFull("c", "c1") /\ TRUE
Start_ResourcesFull__c_c2 == Start_ResourcesFull("c", "c2") /\ TRUE
Start_Denied__c_c1 == Start_Denied("c", "c1") /\ TRUE
Start_Denied__c_c2 == Start_Denied("c", "c2") /\ TRUE
Start__c_c1 == Start("c", "c1") /\ TRUE
Start__c_c2 == Start("c", "c2") /\ TRUE
Terminate_WrongState__c_c1 == Terminate_WrongState("c", "c1") /\ TRUE
Terminate_WrongState__c_c2 == Terminate_WrongState("c", "c2") /\ TRUE
Freeze_WrongState__c_c1 == Freeze_WrongState("c", "c1") /\ TRUE
Freeze_WrongState__c_c2 == Freeze_WrongState("c", "c2") /\ TRUE
Terminate__c_c1_nobody == Terminate("c", "c1", {}) /\ TRUE
Terminate__c_c2_nobody == Terminate("c", "c2", {}) /\ TRUE
Freeze__c_c1_nobody == Freeze("c", "c1", {}) /\ TRUE
Freeze__c_c2_nobody == Freeze("c", "c2", {}) /\ TRUE
Status__c_a_not == Status("c", "a", None) /\ TRUE
Status__c_a_terminated_0 == Status("c", "a", <<"terminated", 0>>) /\ TRUE
Status__c_a_exited_1 == Status("c", "a", <<"exited", 1>>) /\ TRUE
Status__c_a_trapped_2 == Status("c", "a", <<"trapped", 2>>) /\ TRUE
Status__c_c1_not == Status("c", "c1", None) /\ TRUE
Status__c_c1_terminated_0 == Status("c", "c1", <<"terminated", 0>>) /\ TRUE
Status__c_c1_exited_1 == Status("c", "c1", <<"exited", 1>>) /\ TRUE
Status__c_c1_trapped_2 == Status("c", "c1", <<"trapped", 2>>) /\ TRUE
Status__c_c2_not == Status("c", "c2", None) /\ TRUE
Status__c_c2_terminated_0 == Status("c", "c2", <<"terminated", 0>>) /\ TRUE
Status__c_c2_exited_1 == Status("c", "c2", <<"exited", 1>>) /\ TRUE
Status__c_c2_trapped_2 == Status("c", "c2", <<"trapped", 2>>) /\ TRUE
Create_ClassUnknown__a == Create_ClassUnknown("a") /\ TRUE
Load_BadHandle__a == Load_BadHandle("a") /\ TRUE
Start_BadHandle__a == Start_BadHandle("a") /\ TRUE
Terminate_BadHandle__a == Terminate_BadHandle("a") /\ TRUE
Freeze_BadHandle__a == Freeze_BadHandle("a") /\ TRUE
Status_BadHandle__a == Status_BadHandle("a") /\ TRUE
Open_NameUnknown__a_x == Open_NameUnknown("a", "x") /\ TRUE
Open_NameUnknown__a_y == Open_NameUnknown("a", "y") /\ TRUE
Open_NameUnknown__a_z == Open_NameUnknown("a", "z") /\ TRUE
Open_TableFull__a_x == Open_TableFull("a", "x") /\ TRUE
Open_TableFull__a_y == Open_TableFull("a", "y") /\ TRUE
Open_TableFull__a_z == Open_TableFull("a", "z") /\ TRUE
Open__a_x_a1 == Open("a", "x", "a1") /\ TRUE
Open__a_x_a2 == Open("a", "x", "a2") /\ TRUE
Open__a_y_a1 == Open("a", "y", "a1") /\ TRUE
Open__a_y_a2 == Open("a", "y", "a2") /\ TRUE
Open__a_z_a1 == Open("a", "z", "a1") /\ TRUE
Open__a_z_a2 == Open("a", "z", "a2") /\ TRUE
Install_ClassUnknown__a == Install_ClassUnknown("a") /\ TRUE
Install_ResourcesFull__a == Install_ResourcesFull("a") /\ TRUE
Install_TableFull__a == Install_TableFull("a") /\ TRUE
Remove__a == Remove("a") /\ TRUE
Install__a_K_1 == Install("a", "K", 1) /\ TRUE
Install__a_R_1 == Install("a", "R", 1) /\ TRUE
Update__a_K_1 == Update("a", "K", 1) /\ TRUE
Update__a_R_1 == Update("a", "R", 1) /\ TRUE
Update_ClassMismatch__a_K == Update_ClassMismatch("a", "K") /\ TRUE
Update_ClassMismatch__a_R == Update_ClassMismatch("a", "R") /\ TRUE
Close__a_a1 == Close("a", "a1") /\ TRUE
Close__a_a2 == Close("a", "a2") /\ TRUE
Exit_Denied__a == Exit_Denied("a") /\ TRUE
Exit__a_1_nobody == Exit("a", 1, {}) /\ TRUE
Trap__a_2_nobody == Trap("a", 2, {}) /\ TRUE
Exit_Denied__a1 == Exit_Denied("a1") /\ TRUE
Exit__a1_1_nobody == Exit("a1", 1, {}) /\ TRUE
Exit__a1_1_a1 == Exit("a1", 1, {"a1"}) /\ TRUE
Trap__a1_2_nobody == Trap("a1", 2, {}) /\ TRUE
Trap__a1_2_a1 == Trap("a1", 2, {"a1"}) /\ TRUE
Exit_Denied__a2 == Exit_Denied("a2") /\ TRUE
Exit__a2_1_nobody == Exit("a2", 1, {}) /\ TRUE
Exit__a2_1_a1 == Exit("a2", 1, {"a1"}) /\ TRUE
Trap__a2_2_nobody == Trap("a2", 2, {}) /\ TRUE
Trap__a2_2_a1 == Trap("a2", 2, {"a1"}) /\ TRUE
Exit_Denied__c1 == Exit_Denied("c1") /\ TRUE
Exit__c1_1_nobody == Exit("c1", 1, {}) /\ TRUE
Trap__c1_2_nobody == Trap("c1", 2, {}) /\ TRUE
Exit_Denied__c2 == Exit_Denied("c2") /\ TRUE
Exit__c2_1_nobody == Exit("c2", 1, {}) /\ TRUE
Trap__c2_2_nobody == Trap("c2", 2, {}) /\ TRUE
Call_NotConnected__a1 == Call_NotConnected("a1") /\ TRUE
Call_Denied__a1_a2 == Call_Denied("a1", "a2") /\ TRUE
Call_Denied__a1_a1 == Call_Denied("a1", "a1") /\ TRUE
Call__a1_a2 == Call("a1", "a2") /\ TRUE
Call__a1_a1 == Call("a1", "a1") /\ TRUE
Take__a2_a1 == Take("a2", "a1") /\ TRUE
Take__a1_a1 == Take("a1", "a1") /\ TRUE
Reply__a2_a1 == Reply("a2", "a1") /\ TRUE
Reply__a1_a1 == Reply("a1", "a1") /\ TRUE
Reply_Abandoned__a2 == Reply_Abandoned("a2") /\ TRUE
Reply_Abandoned__a1 == Reply_Abandoned("a1") /\ TRUE

NextMC ==
    \/ Create_Denied__a_x_K
    \/ Create_Denied__a_y_K
    \/ Create_Denied__a_z_R
    \/ Create_NameTaken__a_x_K
    \/ Create_NameTaken__a_y_K
    \/ Create_NameTaken__a_z_R
    \/ Create_ProcessesFull__a_x_K
    \/ Create_ProcessesFull__a_y_K
    \/ Create_ProcessesFull__a_z_R
    \/ Create_TableFull__a_x_K
    \/ Create_TableFull__a_y_K
    \/ Create_TableFull__a_z_R
    \/ Create_Withheld__a_x_K
    \/ Create_Withheld__a_y_K
    \/ Create_Withheld__a_z_R
    \/ Create__a_x_K_a1
    \/ Create__a_x_K_a2
    \/ Create__a_y_K_a1
    \/ Create__a_y_K_a2
    \/ Create__a_z_R_a1
    \/ Create__a_z_R_a2
    \/ Connect_WrongState__a_a1_a2
    \/ Connect_WrongState__a_a1_a1
    \/ Connect_NameTaken__a_a1_a2
    \/ Connect_NameTaken__a_a1_a1
    \/ Connect__a_a1_a2
    \/ Connect__a_a1_a1
    \/ Create_Denied__c_y_R
    \/ Create_NameTaken__c_y_R
    \/ Create_ProcessesFull__c_y_R
    \/ Create_TableFull__c_y_R
    \/ Create_Withheld__c_y_R
    \/ Create__c_y_R_c1
    \/ Create__c_y_R_c2
    \/ Load_WrongState__a_a1
    \/ Load_WrongState__a_a2
    \/ Load_WrongType__a_a1
    \/ Load_WrongType__a_a2
    \/ Load_ImageMismatch__a_a1
    \/ Load_ImageMismatch__a_a2
    \/ Load__a_a1
    \/ Load__a_a2
    \/ Start_WrongState__a_a1
    \/ Start_WrongState__a_a2
    \/ Start_ResourcesFull__a_a1
    \/ Start_ResourcesFull__a_a2
    \/ Start_Denied__a_a1
    \/ Start_Denied__a_a2
    \/ Start__a_a1
    \/ Start__a_a2
    \/ Terminate_WrongState__a_a1
    \/ Terminate_WrongState__a_a2
    \/ Freeze_WrongState__a_a1
    \/ Freeze_WrongState__a_a2
    \/ Terminate__a_a1_nobody
    \/ Terminate__a_a1_a1
    \/ Terminate__a_a2_nobody
    \/ Terminate__a_a2_a1
    \/ Freeze__a_a1_nobody
    \/ Freeze__a_a1_a1
    \/ Freeze__a_a2_nobody
    \/ Freeze__a_a2_a1
    \/ Status__a_a1_not
    \/ Status__a_a1_terminated_0
    \/ Status__a_a1_exited_1
    \/ Status__a_a1_trapped_2
    \/ Status__a_a2_not
    \/ Status__a_a2_terminated_0
    \/ Status__a_a2_exited_1
    \/ Status__a_a2_trapped_2
    \/ Load_WrongState__b_a
    \/ Load_WrongType__b_a
    \/ Load_ImageMismatch__b_a
    \/ Load__b_a
    \/ Start_WrongState__b_a
    \/ Start_ResourcesFull__b_a
    \/ Start_Denied__b_a
    \/ Start__b_a
    \/ Terminate_WrongState__b_a
    \/ Freeze_WrongState__b_a
    \/ Terminate__b_a_nobody
    \/ Freeze__b_a_nobody
    \/ Status__b_a_not
    \/ Status__b_a_terminated_0
    \/ Status__b_a_exited_1
    \/ Status__b_a_trapped_2
    \/ Load_RightsMissing__c_a
    \/ Start_RightsMissing__c_a
    \/ Terminate_RightsMissing__c_a
    \/ Freeze_RightsMissing__c_a
    \/ Load_WrongState__c_c1
    \/ Load_WrongState__c_c2
    \/ Load_WrongType__c_c1
    \/ Load_WrongType__c_c2
    \/ Load_ImageMismatch__c_c1
    \/ Load_ImageMismatch__c_c2
    \/ Load__c_c1
    \/ Load__c_c2
    \/ Start_WrongState__c_c1
    \/ Start_WrongState__c_c2
    \/ Start_ResourcesFull__c_c1
    \/ Start_ResourcesFull__c_c2
    \/ Start_Denied__c_c1
    \/ Start_Denied__c_c2
    \/ Start__c_c1
    \/ Start__c_c2
    \/ Terminate_WrongState__c_c1
    \/ Terminate_WrongState__c_c2
    \/ Freeze_WrongState__c_c1
    \/ Freeze_WrongState__c_c2
    \/ Terminate__c_c1_nobody
    \/ Terminate__c_c2_nobody
    \/ Freeze__c_c1_nobody
    \/ Freeze__c_c2_nobody
    \/ Status__c_a_not
    \/ Status__c_a_terminated_0
    \/ Status__c_a_exited_1
    \/ Status__c_a_trapped_2
    \/ Status__c_c1_not
    \/ Status__c_c1_terminated_0
    \/ Status__c_c1_exited_1
    \/ Status__c_c1_trapped_2
    \/ Status__c_c2_not
    \/ Status__c_c2_terminated_0
    \/ Status__c_c2_exited_1
    \/ Status__c_c2_trapped_2
    \/ Create_ClassUnknown__a
    \/ Load_BadHandle__a
    \/ Start_BadHandle__a
    \/ Terminate_BadHandle__a
    \/ Freeze_BadHandle__a
    \/ Status_BadHandle__a
    \/ Open_NameUnknown__a_x
    \/ Open_NameUnknown__a_y
    \/ Open_NameUnknown__a_z
    \/ Open_TableFull__a_x
    \/ Open_TableFull__a_y
    \/ Open_TableFull__a_z
    \/ Open__a_x_a1
    \/ Open__a_x_a2
    \/ Open__a_y_a1
    \/ Open__a_y_a2
    \/ Open__a_z_a1
    \/ Open__a_z_a2
    \/ Install_ClassUnknown__a
    \/ Install_ResourcesFull__a
    \/ Install_TableFull__a
    \/ Remove__a
    \/ Install__a_K_1
    \/ Install__a_R_1
    \/ Update__a_K_1
    \/ Update__a_R_1
    \/ Update_ClassMismatch__a_K
    \/ Update_ClassMismatch__a_R
    \/ Close__a_a1
    \/ Close__a_a2
    \/ Exit_Denied__a
    \/ Exit__a_1_nobody
    \/ Trap__a_2_nobody
    \/ Exit_Denied__a1
    \/ Exit__a1_1_nobody
    \/ Exit__a1_1_a1
    \/ Trap__a1_2_nobody
    \/ Trap__a1_2_a1
    \/ Exit_Denied__a2
    \/ Exit__a2_1_nobody
    \/ Exit__a2_1_a1
    \/ Trap__a2_2_nobody
    \/ Trap__a2_2_a1
    \/ Exit_Denied__c1
    \/ Exit__c1_1_nobody
    \/ Trap__c1_2_nobody
    \/ Exit_Denied__c2
    \/ Exit__c2_1_nobody
    \/ Trap__c2_2_nobody
    \/ Call_NotConnected__a1
    \/ Call_Denied__a1_a2
    \/ Call_Denied__a1_a1
    \/ Call__a1_a2
    \/ Call__a1_a1
    \/ Take__a2_a1
    \/ Take__a1_a1
    \/ Reply__a2_a1
    \/ Reply__a1_a1
    \/ Reply_Abandoned__a2
    \/ Reply_Abandoned__a1

ASSUME
    /\ TLCSet(1, FALSE)
    /\ TLCSet(2, FALSE)
    /\ TLCSet(3, FALSE)
    /\ TLCSet(4, FALSE)
    /\ TLCSet(5, FALSE)
    /\ TLCSet(6, FALSE)
    /\ TLCSet(7, FALSE)

TellMC(at, text) == TLCGet(at) \/ (TLCSet(at, TRUE) /\ PrintT(text))

ReachedMC ==
    /\ ReachOrphan \/ TellMC(1, "violated: ReachOrphan")
    /\ ReachAnew \/ TellMC(2, "violated: ReachAnew")
    /\ ReachShareIsFull \/ TellMC(3, "violated: ReachShareIsFull")
    /\ ReachFrozenHolds \/ TellMC(4, "violated: ReachFrozenHolds")
    /\ ReachAbandoned \/ TellMC(5, "violated: ReachAbandoned")
    /\ ReachCut \/ TellMC(6, "violated: ReachCut")
    /\ ReachMoved \/ TellMC(7, "violated: ReachMoved")
====
