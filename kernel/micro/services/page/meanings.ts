/** What flags are of every service of memory. */
const rightsFlags = 'bits: 1 read, 2 write, 4 execute';

/** What parameters are that mean the same in several methods. */
const common: Readonly<Record<string, string>> = {
  rc: 'how it went, see [retcodes](../retcodes.md)',
  msecs: 'milliseconds to wait at most: 0 not at all, 0xffffffff for ever',
  task: 'a process',
  thread: "a thread of the caller's process",
  notice: 'a receiver',
  eiid: 'the name of a class of the policy',
  digest: 'the SHA-256 digest of the program',
  image: 'an image that was installed',
  sync: 'a word',
  syncHandle: 'an IPC synchronisation object',
  eventId: "a number of the caller's own, which comes with the events",
  priority: '0 … 15 of a standard thread, 0 … 31 of a real-time one',
  va: 'the first byte of a page',
  size: 'bytes; whole pages are meant',
  flags: rightsFlags,
  mdl: 'a buffer',
  bdf: 'the number of the device: its PCI function, or its stream',
  policy: '0 standard, 1 real-time FIFO, 2 real-time round robin',
};

/** What parameters are that mean something of their own in a method, by service and parameter. */
const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'handle.Handle.Copy': {
    inHandle: 'what is copied',
    newRightsMask: 'the rights that the copy may have at most',
    copyBadge: 'a badge that marks the copy; null for none',
    outHandle: 'the copy, under the least free number',
  },
  'handle.Handle.Close': { handle: 'what is closed' },
  'handle.Handle.Revoke': { handle: 'what all that goes was derived from' },
  'handle.Handle.RevokeSubtree': {
    handle: 'what all that goes was derived from',
    badge: 'the mark of the transfers and copies that go',
  },
  'handle.Handle.CreateUserObject': {
    type: "a number of the provider's own",
    rights: 'the rights of the handle that is made',
    context: 'what the provider learns with each call by a handle of the resource',
    ipcChannel: 'a channel or a listener where calls arrive; null for what is not called',
    riid: "the number of the endpoint, in the order of the caller's class; unused without a channel",
    handle: 'the resource',
  },
  'handle.Handle.CreateBadge': {
    context: 'what the provider learns of a handle that comes back',
    badge: 'the badge',
  },
  'handle.Handle.GetSidByHandle': { handle: 'what is asked about', sid: 'the SID of the resource' },
  'task.Task.Create': {
    name: 'the name of the process, within the family of its creator',
    path: 'the path of the image that it may be loaded with; empty for any of the class',
    stackSize: 'without effect in this model',
    priority: 'without effect in this model',
    flags: 'bit 0: an exception of the process halts the system',
    child: 'the process, with every right',
  },
  'task.Task.Open': {
    name: "of the init description, or of the caller's own family",
    task: 'the process, with every right',
  },
  'task.Task.LoadSeg': { image: 'a file of the ROM, or an image that was installed' },
  'task.Task.SetEnv': { name: 'the name of the variable', value: 'its value' },
  'task.Task.Connect': {
    client: 'the process that may call',
    server: 'the process that is called',
    name: 'the name of the channel, once for each client',
  },
  'task.Task.Exit': { status: 'what holders of the process can ask for' },
  'task.Task.GetExitStatus': {
    ended: '0 not yet, 1 by itself, 2 by another, 3 by its own fault',
    status: 'what it gave when it ended itself, or the code of its exception; else 0',
  },
  'task.Task.GetName': { name: 'the name, without the family' },
  'task.Task.GetPath': { path: 'the path' },
  'thread.Thread.Create': {
    entry: 'where the thread begins; the runner knows what that is',
    thread: 'the thread, with every right',
  },
  'thread.Thread.OpenCurrent': { thread: 'the thread, with every right' },
  'thread.Thread.Terminate': { status: 'what those who wait for its end learn' },
  'thread.Thread.Exit': { status: 'what those who wait for its end learn' },
  'thread.Thread.Wait': { status: 'what the thread ended with' },
  'thread.Thread.Sleep': { msecs: 'milliseconds: 0 is over at once, 0xffffffff never' },
  'notice.Notice.Create': { notice: 'the receiver' },
  'notice.Notice.SubscribeToObject': {
    object: 'any resource',
    eventMask: 'the events that count, as bits',
  },
  'notice.Notice.UnsubscribeFromEvent': { eventId: 'the number of the entries' },
  'notice.Notice.GetEvent': {
    eventId: 'the number of the entry',
    eventMask: 'which events have happened, as bits',
  },
  'notice.Notice.SetObjectEvent': {
    object: 'a resource that a process provides',
    eventMask: "the events, as bits; the low 16 are the kernel's own",
  },
  'sync.Sync.Alloc': { sync: 'the word' },
  'sync.Sync.Wait': { expected: 'the value that the caller has seen' },
  'sync.Sync.Wake': {
    value: 'the value that the word is given',
    count: 'how many to wake at most',
    woken: 'how many were',
  },
  'ipc.IPC.CreateSyncObject': { syncHandle: 'the object' },
  'cm.CM.Connect': {
    server: 'the name of the process that is asked',
    service: 'what is asked for, in the words of the two',
    handle: "the client's end of the channel",
    id: 'the number that the server gave when it accepted',
  },
  'cm.CM.Listen': {
    filter: "what the service's name begins with; empty for any",
    client: 'the name of the process that asks',
    service: 'what it asks for',
  },
  'cm.CM.Accept': {
    client: 'the name of the process that asks',
    service: 'what it asks for',
    id: 'a number for the client',
    listener: "where the requests arrive; null for the caller's own listener",
    handle: "the server's end of the channel",
  },
  'cm.CM.Drop': { client: 'the name of the process that asks', service: 'what it asks for' },
  'image.Image.Install': { path: 'the path of the image', image: 'the image, with every right' },
  'fs.FS.Open': { path: 'the path', file: 'the file', size: 'its size in bytes' },
  'fs.FS.Read': {
    file: 'a file of the ROM',
    offset: 'the first byte',
    size: 'how many bytes, at most 256',
    data: 'the bytes; fewer at the end of the file',
  },
  'fs.FS.GetEntry': { index: 'the number of the file, from 0', path: 'its path' },
  'audit.Audit.Open': { name: '`audit`, or empty: there is one log', handle: 'the log' },
  'audit.Audit.Close': { handle: 'the log' },
  'audit.Audit.Read': {
    handle: 'the log',
    msg: 'the record: who did what, what came of it, and which rule said so',
    outDropMsgs: 'how many records were lost',
  },
  'time.Time.GetTime': { msecs: 'milliseconds since the system began' },
  'hal.HAL.DebugWrite': { text: 'what is written' },
  'hal.HAL.GetEnv': { name: 'the name of the variable', value: 'its value' },
  'vmm.VMM.Allocate': {
    addr: 'where the region is to begin; 0 for where the kernel chooses',
    flags: `${rightsFlags}; 8 commits its pages`,
    va: 'where it begins',
  },
  'io.IO.RegisterPort': {
    base: 'the first port',
    size: 'how many',
    resource: 'the ports, with the rights of their maker',
  },
  'io.IO.RegisterMmio': {
    base: 'the physical address of the first byte',
    size: 'bytes',
    resource: 'the pages, with the rights of their maker',
  },
  'io.IO.RegisterDma': { resource: 'the buffer, with the rights of its maker' },
  'io.IO.RegisterIrq': {
    irq: 'the line, as the interrupt controller numbers it',
    resource: 'the line, with the rights of its maker',
  },
  'io.IO.PermitPort': { resource: 'registered ports' },
  'io.IO.MapMem': {
    resource: 'registered pages',
    addr: 'where the mapping is to begin; 0 for where the kernel chooses',
    va: 'where it begins',
  },
  'io.IO.MapDma': {
    resource: 'a buffer for devices',
    addr: 'where the mapping is to begin; 0 for where the kernel chooses',
    va: 'where it begins',
  },
  'io.IO.DmaGetInfo': {
    resource: 'a buffer for devices',
    page: 'which page of it, from 0',
    address: 'where devices reach the first byte of the page',
    size: 'bytes of the buffer',
  },
  'io.IO.AttachIrq': { resource: 'a line' },
  'io.IO.DetachIrq': { resource: 'a line' },
  'io.IO.MaskIrq': { resource: 'a line' },
  'io.IO.UnmaskIrq': { resource: 'a line' },
  'iommu.IOMMU.CreateDomain': { domain: 'the domain, with the rights of its maker' },
  'iommu.IOMMU.AttachToDomain': { domain: 'a domain' },
  'iommu.IOMMU.MapToDomain': { domain: 'a domain', resource: 'a buffer for devices' },
  'vmm.VMM.Query': {
    va: 'any address of a region',
    start: 'where the region begins',
    flags: `${rightsFlags}, and 8 for a page that has a frame; 0 for one without`,
  },
  'vmm.VMM.MdlCreate': { mdl: 'the buffer, with the rights of its maker' },
  'vmm.VMM.MdlCreateFromVm': {
    flags: `${rightsFlags}; with 4 it holds code, else data`,
    mdl: 'the buffer, with the rights of its maker',
  },
  'vmm.VMM.MdlMap': {
    addr: 'where the mapping is to begin; 0 for where the kernel chooses',
    offset: 'the first byte of the part',
    va: 'where it begins',
  },
  'vmm.VMM.MdlClone': { offset: 'the first byte of the part', clone: 'the buffer of the part' },
};

/** What a parameter of a service is; absent where nobody has said it. */
export const meaningOf = (service: string, parameter: string): string | undefined =>
  own[service]?.[parameter] ?? common[parameter];

/** The parameters that something is said of here for one service alone. */
export const ownMeanings = (service: string): readonly string[] => Object.keys(own[service] ?? {});
