---- MODULE MCDmaFull ----
\* Made by tla/generate.ts; a test says whether it is current.
EXTENDS Dma, TLC

cP == {"a", "b"}
cDevice == {"disk", "net"}
cDrives == {<<"a", "disk">>, <<"a", "net">>, <<"b", "disk">>}
cMakers == {"a"}
cShare == 1
cResources == 2
cTraps == {"a", "b"}

RegisterMmio_Occupied__a_disk == RegisterMmio_Occupied("a", "disk") /\ TRUE
RegisterMmio_Occupied__a_net == RegisterMmio_Occupied("a", "net") /\ TRUE
RegisterMmio_Occupied__b_disk == RegisterMmio_Occupied("b", "disk") /\ TRUE
RegisterMmio_ResourcesFull__a_disk == RegisterMmio_ResourcesFull("a", "disk") /\ TRUE
RegisterMmio_ResourcesFull__a_net == RegisterMmio_ResourcesFull("a", "net") /\ TRUE
RegisterMmio_ResourcesFull__b_disk == RegisterMmio_ResourcesFull("b", "disk") /\ TRUE
RegisterMmio__a_disk == RegisterMmio("a", "disk") /\ TRUE
RegisterMmio__a_net == RegisterMmio("a", "net") /\ TRUE
RegisterMmio__b_disk == RegisterMmio("b", "disk") /\ TRUE
RegisterDma_WriteExecute__a == RegisterDma_WriteExecute("a") /\ TRUE
RegisterDma_FramesFull__a == RegisterDma_FramesFull("a") /\ TRUE
RegisterDma_ResourcesFull__a == RegisterDma_ResourcesFull("a") /\ TRUE
RegisterDma__a == RegisterDma("a") /\ TRUE
CloseMmio__a_disk == CloseMmio("a", "disk") /\ TRUE
CloseMmio__a_net == CloseMmio("a", "net") /\ TRUE
CloseMmio__b_disk == CloseMmio("b", "disk") /\ TRUE
CloseDma__a_a1 == CloseDma("a", <<"a", 1>>) /\ TRUE
Attach_RightsMissing__a_disk == Attach_RightsMissing("a", "disk") /\ TRUE
Attach_RightsMissing__a_net == Attach_RightsMissing("a", "net") /\ TRUE
Attach_RightsMissing__b_disk == Attach_RightsMissing("b", "disk") /\ TRUE
Attach_Occupied__a_disk == Attach_Occupied("a", "disk") /\ TRUE
Attach_Occupied__a_net == Attach_Occupied("a", "net") /\ TRUE
Attach_Occupied__b_disk == Attach_Occupied("b", "disk") /\ TRUE
Attach__a_disk == Attach("a", "disk") /\ TRUE
Attach__a_net == Attach("a", "net") /\ TRUE
Attach__b_disk == Attach("b", "disk") /\ TRUE
Detach_RightsMissing__a_disk == Detach_RightsMissing("a", "disk") /\ TRUE
Detach_RightsMissing__a_net == Detach_RightsMissing("a", "net") /\ TRUE
Detach_RightsMissing__b_disk == Detach_RightsMissing("b", "disk") /\ TRUE
Detach_WrongState__a_disk == Detach_WrongState("a", "disk") /\ TRUE
Detach_WrongState__a_net == Detach_WrongState("a", "net") /\ TRUE
Detach_WrongState__b_disk == Detach_WrongState("b", "disk") /\ TRUE
Detach__a_disk == Detach("a", "disk") /\ TRUE
Detach__a_net == Detach("a", "net") /\ TRUE
Detach__b_disk == Detach("b", "disk") /\ TRUE
Trap__a == Trap("a") /\ TRUE
Trap__b == Trap("b") /\ TRUE
DmaRead__disk_a1_zero == DmaRead("disk", <<"a", 1>>, "zero") /\ TRUE
DmaRead__disk_a1_disk == DmaRead("disk", <<"a", 1>>, "disk") /\ TRUE
DmaRead__disk_a1_net == DmaRead("disk", <<"a", 1>>, "net") /\ TRUE
DmaRead__disk_b1_zero == DmaRead("disk", <<"b", 1>>, "zero") /\ TRUE
DmaRead__disk_b1_disk == DmaRead("disk", <<"b", 1>>, "disk") /\ TRUE
DmaRead__disk_b1_net == DmaRead("disk", <<"b", 1>>, "net") /\ TRUE
DmaRead__net_a1_zero == DmaRead("net", <<"a", 1>>, "zero") /\ TRUE
DmaRead__net_a1_disk == DmaRead("net", <<"a", 1>>, "disk") /\ TRUE
DmaRead__net_a1_net == DmaRead("net", <<"a", 1>>, "net") /\ TRUE
DmaRead__net_b1_zero == DmaRead("net", <<"b", 1>>, "zero") /\ TRUE
DmaRead__net_b1_disk == DmaRead("net", <<"b", 1>>, "disk") /\ TRUE
DmaRead__net_b1_net == DmaRead("net", <<"b", 1>>, "net") /\ TRUE
DmaRead_Kept__disk_a_a1_zero == DmaRead_Kept("disk", "a", <<"a", 1>>, "zero") /\ TRUE
DmaRead_Kept__disk_a_a1_disk == DmaRead_Kept("disk", "a", <<"a", 1>>, "disk") /\ TRUE
DmaRead_Kept__disk_a_a1_net == DmaRead_Kept("disk", "a", <<"a", 1>>, "net") /\ TRUE
DmaRead_Kept__disk_a_b1_zero == DmaRead_Kept("disk", "a", <<"b", 1>>, "zero") /\ TRUE
DmaRead_Kept__disk_a_b1_disk == DmaRead_Kept("disk", "a", <<"b", 1>>, "disk") /\ TRUE
DmaRead_Kept__disk_a_b1_net == DmaRead_Kept("disk", "a", <<"b", 1>>, "net") /\ TRUE
DmaRead_Kept__disk_b_a1_zero == DmaRead_Kept("disk", "b", <<"a", 1>>, "zero") /\ TRUE
DmaRead_Kept__disk_b_a1_disk == DmaRead_Kept("disk", "b", <<"a", 1>>, "disk") /\ TRUE
DmaRead_Kept__disk_b_a1_net == DmaRead_Kept("disk", "b", <<"a", 1>>, "net") /\ TRUE
DmaRead_Kept__disk_b_b1_zero == DmaRead_Kept("disk", "b", <<"b", 1>>, "zero") /\ TRUE
DmaRead_Kept__disk_b_b1_disk == DmaRead_Kept("disk", "b", <<"b", 1>>, "disk") /\ TRUE
DmaRead_Kept__disk_b_b1_net == DmaRead_Kept("disk", "b", <<"b", 1>>, "net") /\ TRUE
DmaRead_Kept__net_a_a1_zero == DmaRead_Kept("net", "a", <<"a", 1>>, "zero") /\ TRUE
DmaRead_Kept__net_a_a1_disk == DmaRead_Kept("net", "a", <<"a", 1>>, "disk") /\ TRUE
DmaRead_Kept__net_a_a1_net == DmaRead_Kept("net", "a", <<"a", 1>>, "net") /\ TRUE
DmaRead_Kept__net_a_b1_zero == DmaRead_Kept("net", "a", <<"b", 1>>, "zero") /\ TRUE
DmaRead_Kept__net_a_b1_disk == DmaRead_Kept("net", "a", <<"b", 1>>, "disk") /\ TRUE
DmaRead_Kept__net_a_b1_net == DmaRead_Kept("net", "a", <<"b", 1>>, "net") /\ TRUE
DmaRead_Kept__net_b_a1_zero == DmaRead_Kept("net", "b", <<"a", 1>>, "zero") /\ TRUE
DmaRead_Kept__net_b_a1_disk == DmaRead_Kept("net", "b", <<"a", 1>>, "disk") /\ TRUE
DmaRead_Kept__net_b_a1_net == DmaRead_Kept("net", "b", <<"a", 1>>, "net") /\ TRUE
DmaRead_Kept__net_b_b1_zero == DmaRead_Kept("net", "b", <<"b", 1>>, "zero") /\ TRUE
DmaRead_Kept__net_b_b1_disk == DmaRead_Kept("net", "b", <<"b", 1>>, "disk") /\ TRUE
DmaRead_Kept__net_b_b1_net == DmaRead_Kept("net", "b", <<"b", 1>>, "net") /\ TRUE
DmaRead_Former__disk_a_a1_zero == DmaRead_Former("disk", "a", <<"a", 1>>, "zero") /\ TRUE
DmaRead_Former__disk_a_a1_disk == DmaRead_Former("disk", "a", <<"a", 1>>, "disk") /\ TRUE
DmaRead_Former__disk_a_a1_net == DmaRead_Former("disk", "a", <<"a", 1>>, "net") /\ TRUE
DmaRead_Former__disk_a_b1_zero == DmaRead_Former("disk", "a", <<"b", 1>>, "zero") /\ TRUE
DmaRead_Former__disk_a_b1_disk == DmaRead_Former("disk", "a", <<"b", 1>>, "disk") /\ TRUE
DmaRead_Former__disk_a_b1_net == DmaRead_Former("disk", "a", <<"b", 1>>, "net") /\ TRUE
DmaRead_Former__disk_b_a1_zero == DmaRead_Former("disk", "b", <<"a", 1>>, "zero") /\ TRUE
DmaRead_Former__disk_b_a1_disk == DmaRead_Former("disk", "b", <<"a", 1>>, "disk") /\ TRUE
DmaRead_Former__disk_b_a1_net == DmaRead_Former("disk", "b", <<"a", 1>>, "net") /\ TRUE
DmaRead_Former__disk_b_b1_zero == DmaRead_Former("disk", "b", <<"b", 1>>, "zero") /\ TRUE
DmaRead_Former__disk_b_b1_disk == DmaRead_Former("disk", "b", <<"b", 1>>, "disk") /\ TRUE
DmaRead_Former__disk_b_b1_net == DmaRead_Former("disk", "b", <<"b", 1>>, "net") /\ TRUE
DmaRead_Former__net_a_a1_zero == DmaRead_Former("net", "a", <<"a", 1>>, "zero") /\ TRUE
DmaRead_Former__net_a_a1_disk == DmaRead_Former("net", "a", <<"a", 1>>, "disk") /\ TRUE
DmaRead_Former__net_a_a1_net == DmaRead_Former("net", "a", <<"a", 1>>, "net") /\ TRUE
DmaRead_Former__net_a_b1_zero == DmaRead_Former("net", "a", <<"b", 1>>, "zero") /\ TRUE
DmaRead_Former__net_a_b1_disk == DmaRead_Former("net", "a", <<"b", 1>>, "disk") /\ TRUE
DmaRead_Former__net_a_b1_net == DmaRead_Former("net", "a", <<"b", 1>>, "net") /\ TRUE
DmaRead_Former__net_b_a1_zero == DmaRead_Former("net", "b", <<"a", 1>>, "zero") /\ TRUE
DmaRead_Former__net_b_a1_disk == DmaRead_Former("net", "b", <<"a", 1>>, "disk") /\ TRUE
DmaRead_Former__net_b_a1_net == DmaRead_Former("net", "b", <<"a", 1>>, "net") /\ TRUE
DmaRead_Former__net_b_b1_zero == DmaRead_Former("net", "b", <<"b", 1>>, "zero") /\ TRUE
DmaRead_Former__net_b_b1_disk == DmaRead_Former("net", "b", <<"b", 1>>, "disk") /\ TRUE
DmaRead_Former__net_b_b1_net == DmaRead_Former("net", "b", <<"b", 1>>, "net") /\ TRUE
DmaWrite__disk_a1 == DmaWrite("disk", <<"a", 1>>) /\ TRUE
DmaWrite__disk_b1 == DmaWrite("disk", <<"b", 1>>) /\ TRUE
DmaWrite__net_a1 == DmaWrite("net", <<"a", 1>>) /\ TRUE
DmaWrite__net_b1 == DmaWrite("net", <<"b", 1>>) /\ TRUE
DmaWrite_Kept__disk_a_a1 == DmaWrite_Kept("disk", "a", <<"a", 1>>) /\ TRUE
DmaWrite_Kept__disk_a_b1 == DmaWrite_Kept("disk", "a", <<"b", 1>>) /\ TRUE
DmaWrite_Kept__disk_b_a1 == DmaWrite_Kept("disk", "b", <<"a", 1>>) /\ TRUE
DmaWrite_Kept__disk_b_b1 == DmaWrite_Kept("disk", "b", <<"b", 1>>) /\ TRUE
DmaWrite_Kept__net_a_a1 == DmaWrite_Kept("net", "a", <<"a", 1>>) /\ TRUE
DmaWrite_Kept__net_a_b1 == DmaWrite_Kept("net", "a", <<"b", 1>>) /\ TRUE
DmaWrite_Kept__net_b_a1 == DmaWrite_Kept("net", "b", <<"a", 1>>) /\ TRUE
DmaWrite_Kept__net_b_b1 == DmaWrite_Kept("net", "b", <<"b", 1>>) /\ TRUE
DmaWrite_Former__disk_a_a1 == DmaWrite_Former("disk", "a", <<"a", 1>>) /\ TRUE
DmaWrite_Former__disk_a_b1 == DmaWrite_Former("disk", "a", <<"b", 1>>) /\ TRUE
DmaWrite_Former__disk_b_a1 == DmaWrite_Former("disk", "b", <<"a", 1>>) /\ TRUE
DmaWrite_Former__disk_b_b1 == DmaWrite_Former("disk", "b", <<"b", 1>>) /\ TRUE
DmaWrite_Former__net_a_a1 == DmaWrite_Former("net", "a", <<"a", 1>>) /\ TRUE
DmaWrite_Former__net_a_b1 == DmaWrite_Former("net", "a", <<"b", 1>>) /\ TRUE
DmaWrite_Former__net_b_a1 == DmaWrite_Former("net", "b", <<"a", 1>>) /\ TRUE
DmaWrite_Former__net_b_b1 == DmaWrite_Former("net", "b", <<"b", 1>>) /\ TRUE
DmaRead_Blocked__disk_a1 == DmaRead_Blocked("disk", <<"a", 1>>) /\ TRUE
DmaRead_Blocked__disk_b1 == DmaRead_Blocked("disk", <<"b", 1>>) /\ TRUE
DmaRead_Blocked__net_a1 == DmaRead_Blocked("net", <<"a", 1>>) /\ TRUE
DmaRead_Blocked__net_b1 == DmaRead_Blocked("net", <<"b", 1>>) /\ TRUE
DmaRead_Quiet__disk_a1 == DmaRead_Quiet("disk", <<"a", 1>>) /\ TRUE
DmaRead_Quiet__disk_b1 == DmaRead_Quiet("disk", <<"b", 1>>) /\ TRUE
DmaRead_Quiet__net_a1 == DmaRead_Quiet("net", <<"a", 1>>) /\ TRUE
DmaRead_Quiet__net_b1 == DmaRead_Quiet("net", <<"b", 1>>) /\ TRUE
DmaWrite_Blocked__disk_a1 == DmaWrite_Blocked("disk", <<"a", 1>>) /\ TRUE
DmaWrite_Blocked__disk_b1 == DmaWrite_Blocked("disk", <<"b", 1>>) /\ TRUE
DmaWrite_Blocked__net_a1 == DmaWrite_Blocked("net", <<"a", 1>>) /\ TRUE
DmaWrite_Blocked__net_b1 == DmaWrite_Blocked("net", <<"b", 1>>) /\ TRUE
DmaWrite_Quiet__disk_a1 == DmaWrite_Quiet("disk", <<"a", 1>>) /\ TRUE
DmaWrite_Quiet__disk_b1 == DmaWrite_Quiet("disk", <<"b", 1>>) /\ TRUE
DmaWrite_Quiet__net_a1 == DmaWrite_Quiet("net", <<"a", 1>>) /\ TRUE
DmaWrite_Quiet__net_b1 == DmaWrite_Quiet("net", <<"b", 1>>) /\ TRUE
CompleteInvalidation__iommu == CompleteInvalidation("iommu") /\ TRUE
CompleteInvalidation__disk == CompleteInvalidation("disk") /\ TRUE
CompleteInvalidation__net == CompleteInvalidation("net") /\ TRUE

NextMC ==
    \/ RegisterMmio_Occupied__a_disk
    \/ RegisterMmio_Occupied__a_net
    \/ RegisterMmio_Occupied__b_disk
    \/ RegisterMmio_ResourcesFull__a_disk
    \/ RegisterMmio_ResourcesFull__a_net
    \/ RegisterMmio_ResourcesFull__b_disk
    \/ RegisterMmio__a_disk
    \/ RegisterMmio__a_net
    \/ RegisterMmio__b_disk
    \/ RegisterDma_WriteExecute__a
    \/ RegisterDma_FramesFull__a
    \/ RegisterDma_ResourcesFull__a
    \/ RegisterDma__a
    \/ CloseMmio__a_disk
    \/ CloseMmio__a_net
    \/ CloseMmio__b_disk
    \/ CloseDma__a_a1
    \/ Attach_RightsMissing__a_disk
    \/ Attach_RightsMissing__a_net
    \/ Attach_RightsMissing__b_disk
    \/ Attach_Occupied__a_disk
    \/ Attach_Occupied__a_net
    \/ Attach_Occupied__b_disk
    \/ Attach__a_disk
    \/ Attach__a_net
    \/ Attach__b_disk
    \/ Detach_RightsMissing__a_disk
    \/ Detach_RightsMissing__a_net
    \/ Detach_RightsMissing__b_disk
    \/ Detach_WrongState__a_disk
    \/ Detach_WrongState__a_net
    \/ Detach_WrongState__b_disk
    \/ Detach__a_disk
    \/ Detach__a_net
    \/ Detach__b_disk
    \/ Trap__a
    \/ Trap__b
    \/ DmaRead__disk_a1_zero
    \/ DmaRead__disk_a1_disk
    \/ DmaRead__disk_a1_net
    \/ DmaRead__disk_b1_zero
    \/ DmaRead__disk_b1_disk
    \/ DmaRead__disk_b1_net
    \/ DmaRead__net_a1_zero
    \/ DmaRead__net_a1_disk
    \/ DmaRead__net_a1_net
    \/ DmaRead__net_b1_zero
    \/ DmaRead__net_b1_disk
    \/ DmaRead__net_b1_net
    \/ DmaRead_Kept__disk_a_a1_zero
    \/ DmaRead_Kept__disk_a_a1_disk
    \/ DmaRead_Kept__disk_a_a1_net
    \/ DmaRead_Kept__disk_a_b1_zero
    \/ DmaRead_Kept__disk_a_b1_disk
    \/ DmaRead_Kept__disk_a_b1_net
    \/ DmaRead_Kept__disk_b_a1_zero
    \/ DmaRead_Kept__disk_b_a1_disk
    \/ DmaRead_Kept__disk_b_a1_net
    \/ DmaRead_Kept__disk_b_b1_zero
    \/ DmaRead_Kept__disk_b_b1_disk
    \/ DmaRead_Kept__disk_b_b1_net
    \/ DmaRead_Kept__net_a_a1_zero
    \/ DmaRead_Kept__net_a_a1_disk
    \/ DmaRead_Kept__net_a_a1_net
    \/ DmaRead_Kept__net_a_b1_zero
    \/ DmaRead_Kept__net_a_b1_disk
    \/ DmaRead_Kept__net_a_b1_net
    \/ DmaRead_Kept__net_b_a1_zero
    \/ DmaRead_Kept__net_b_a1_disk
    \/ DmaRead_Kept__net_b_a1_net
    \/ DmaRead_Kept__net_b_b1_zero
    \/ DmaRead_Kept__net_b_b1_disk
    \/ DmaRead_Kept__net_b_b1_net
    \/ DmaRead_Former__disk_a_a1_zero
    \/ DmaRead_Former__disk_a_a1_disk
    \/ DmaRead_Former__disk_a_a1_net
    \/ DmaRead_Former__disk_a_b1_zero
    \/ DmaRead_Former__disk_a_b1_disk
    \/ DmaRead_Former__disk_a_b1_net
    \/ DmaRead_Former__disk_b_a1_zero
    \/ DmaRead_Former__disk_b_a1_disk
    \/ DmaRead_Former__disk_b_a1_net
    \/ DmaRead_Former__disk_b_b1_zero
    \/ DmaRead_Former__disk_b_b1_disk
    \/ DmaRead_Former__disk_b_b1_net
    \/ DmaRead_Former__net_a_a1_zero
    \/ DmaRead_Former__net_a_a1_disk
    \/ DmaRead_Former__net_a_a1_net
    \/ DmaRead_Former__net_a_b1_zero
    \/ DmaRead_Former__net_a_b1_disk
    \/ DmaRead_Former__net_a_b1_net
    \/ DmaRead_Former__net_b_a1_zero
    \/ DmaRead_Former__net_b_a1_disk
    \/ DmaRead_Former__net_b_a1_net
    \/ DmaRead_Former__net_b_b1_zero
    \/ DmaRead_Former__net_b_b1_disk
    \/ DmaRead_Former__net_b_b1_net
    \/ DmaWrite__disk_a1
    \/ DmaWrite__disk_b1
    \/ DmaWrite__net_a1
    \/ DmaWrite__net_b1
    \/ DmaWrite_Kept__disk_a_a1
    \/ DmaWrite_Kept__disk_a_b1
    \/ DmaWrite_Kept__disk_b_a1
    \/ DmaWrite_Kept__disk_b_b1
    \/ DmaWrite_Kept__net_a_a1
    \/ DmaWrite_Kept__net_a_b1
    \/ DmaWrite_Kept__net_b_a1
    \/ DmaWrite_Kept__net_b_b1
    \/ DmaWrite_Former__disk_a_a1
    \/ DmaWrite_Former__disk_a_b1
    \/ DmaWrite_Former__disk_b_a1
    \/ DmaWrite_Former__disk_b_b1
    \/ DmaWrite_Former__net_a_a1
    \/ DmaWrite_Former__net_a_b1
    \/ DmaWrite_Former__net_b_a1
    \/ DmaWrite_Former__net_b_b1
    \/ DmaRead_Blocked__disk_a1
    \/ DmaRead_Blocked__disk_b1
    \/ DmaRead_Blocked__net_a1
    \/ DmaRead_Blocked__net_b1
    \/ DmaRead_Quiet__disk_a1
    \/ DmaRead_Quiet__disk_b1
    \/ DmaRead_Quiet__net_a1
    \/ DmaRead_Quiet__net_b1
    \/ DmaWrite_Blocked__disk_a1
    \/ DmaWrite_Blocked__disk_b1
    \/ DmaWrite_Blocked__net_a1
    \/ DmaWrite_Blocked__net_b1
    \/ DmaWrite_Quiet__disk_a1
    \/ DmaWrite_Quiet__disk_b1
    \/ DmaWrite_Quiet__net_a1
    \/ DmaWrite_Quiet__net_b1
    \/ CompleteInvalidation__iommu
    \/ CompleteInvalidation__disk
    \/ CompleteInvalidation__net

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

TellMC(at, text) == TLCGet(at) \/ (TLCSet(at, TRUE) /\ PrintT(text))

ReachedMC ==
    /\ ReachWritten \/ TellMC(1, "violated: ReachWritten")
    /\ ReachLate \/ TellMC(2, "violated: ReachLate")
    /\ ReachStopping \/ TellMC(3, "violated: ReachStopping")
    /\ ReachResting \/ TellMC(4, "violated: ReachResting")
    /\ ReachForgetting \/ TellMC(5, "violated: ReachForgetting")
    /\ ReachHandedOver \/ TellMC(6, "violated: ReachHandedOver")
    /\ ReachReattached \/ TellMC(7, "violated: ReachReattached")
    /\ ReachTwice \/ TellMC(8, "violated: ReachTwice")
    /\ ReachAfterDeath \/ TellMC(9, "violated: ReachAfterDeath")
====
