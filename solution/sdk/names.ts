/**
 * Names that public solutions take from an SDK, and that are not published as files.
 *
 * Source: policies of public solutions; KasperskyOS Community Edition help, "Core endpoints".
 */

/** Policy packages of system programs: each stands for its class, and declares no rule (C-45). */
const programPackages = [
  'kl.EntropyEntity',
  'kl.core.DCM',
  'kl.core.NameServer',
  ...[
    'BSP', 'GPIO', 'PinCtrl', 'DNetSrv', 'DNetSrvMbim', 'DNetSrvBrcmfmac', 'DNetBrcmfmacSrv',
    'SDCard', 'USB', 'PCIE', 'UART', 'I2C', 'Bcm2711MboxArmToVc',
  ].map((name) => `kl.drivers.${name}`),
  'kl.VfsSdCardFs',
  'kl.VfsNet',
  'kl.VfsRamFs',
  'kl.rump.Dhcpcd',
  'kl.bc.BlobContainer',
  'kl.Ntpd',
  'wpa.WpaSupplicant',
  'logrr.Server',
  'logrr.FsOutputChannel',
  'execution_manager.ExecMgrEntity',
  'package_manager.PkgMgrEntity',
  'python.Python3',
] as const; // prettier-ignore

/** Classes that come without a policy package. */
const otherClasses = [
  'Einit',
  'kl.core.Core',
  'kl.drivers.RAMDisk',
  'kl.drivers.ATA',
  'logrr.LogrrServer',
  'logrr.LogrrFsOutputChannel',
  'kl.TlsEntity',
  'env.Env',
  'kl.Klog',
  'kl.KlogStorage',
] as const;

/** Components and interfaces that solutions use in their own declarations. */
const declarations = [
  'kl.Vfs',
  'kl.VfsFilesystem',
  'kl.Env',
  'kl.Klog',
  'kl.KlogStorage',
  'kl.Entropy',
];

const classes: ReadonlySet<string> = new Set([...programPackages, ...otherClasses]);
const packages: ReadonlySet<string> = new Set(programPackages);
const declared: ReadonlySet<string> = new Set(declarations);

/** Policy packages below `kl.` are the SDK's own, listed or not: versions differ in what they have. */
const isReserved = (name: string): boolean => name.startsWith('kl.');

/** Is this the class of a system program, as far as public solutions name them? */
export const isSdkClass = (name: string): boolean => classes.has(name);

/** Is this the policy package of a system program? */
export const isSdkPackage = (name: string): boolean => packages.has(name) || isReserved(name);

/** Is this a component or an interface of the SDK that public solutions use? */
export const isSdkDeclaration = (name: string): boolean => declared.has(name);

export const sdkPackageNames: readonly string[] = [...packages];

/** Package names met in public files that no help page has, and what they must mean. */
export const misnamedPackages: ReadonlyMap<string, string> = new Map([
  ['nk.hashset', 'nk.hashmap'],
  ['nk.struct', 'nk.basic'],
]);

/** An endpoint of a class of the SDK, and the methods that public policies and help pages name. */
export interface NamedEndpoint {
  readonly endpoint: string;
  readonly interface: string;
  readonly methods: readonly string[];
}

const named = (endpoint: string, methods: string): NamedEndpoint => ({
  endpoint,
  interface: `kl.core.${endpoint.slice(endpoint.indexOf('.') + 1)}`,
  methods: methods === '' ? [] : methods.split(' '),
});

/** The kernel's endpoints, beyond what the SDK's own declarations say. */
export const kernelEndpoints: readonly NamedEndpoint[] = [
  named('vmm.VMM', 'Allocate Commit Decommit Free MdlCreateFromVm Protect'),
  named('io.IO', 'RegisterPort RegisterMmio RegisterDma'),
  named(
    'thread.Thread',
    'Attach Create GetInfo GetSchedPolicy OpenCurrent Resume SetPriority SetTls Sleep Suspend Terminate',
  ),
  named('handle.Handle', 'Close Copy CreateUserObject UidAlloc'),
  named(
    'task.Task',
    'Create Exit FreeSelfEnv GetName GetPath LoadElfHdr LoadElfSyms LoadSeg ReseedAslr Resume SetEntry SetEnv',
  ),
  named('sync.Sync', 'Alloc Free Wait Wake'),
  named('fs.FS', ''),
  named('time.Time', ''),
  named('hal.HAL', 'DebugWrite GetEnv'),
  named('notice.Notice', 'Create DropAndWake SubscribeToObject'),
  named('pm.PM', ''),
  named('profiler.Profiler', ''),
  named('audit.Audit', 'Close Open Read'),
  named('iommu.IOMMU', 'Attach AttachToDomain CreateDomain Detach'),
  named('cm.CM', 'Accept Connect Drop Listen'),
];

/**
 * Methods of the kernel whose parameters are published, or that are refmon's own: a policy that reads
 * another parameter of them is wrong. The parameters of the rest are refmon's choice, and a policy may
 * read any scalar that it names (C-06).
 */
export const publishedMethods: ReadonlySet<string> = new Set([
  ...[
    'Copy',
    'Close',
    'CreateUserObject',
    'Revoke',
    'RevokeSubtree',
    'CreateBadge',
    'GetSidByHandle',
  ].map((method) => `handle.Handle.${method}`),
  ...['Create', 'Open', 'Connect', 'Terminate', 'Freeze', 'GetExitStatus'].map(
    (method) => `task.Task.${method}`,
  ),
  ...['Exit', 'Wait'].map((method) => `thread.Thread.${method}`),
  ...['UnsubscribeFromEvent', 'GetEvent', 'SetObjectEvent'].map(
    (method) => `notice.Notice.${method}`,
  ),
  ...['CreateSyncObject', 'SetInterrupt', 'ClearInterrupt'].map((method) => `ipc.IPC.${method}`),
  ...['Connect', 'Listen', 'Accept', 'Drop'].map((method) => `cm.CM.${method}`),
  ...['Install', 'Update', 'Remove'].map((method) => `image.Image.${method}`),
  ...['Open', 'Close', 'Read'].map((method) => `audit.Audit.${method}`),
  ...[
    'RegisterIrq',
    'PermitPort',
    'MapMem',
    'MapDma',
    'DmaGetInfo',
    'AttachIrq',
    'DetachIrq',
    'MaskIrq',
    'UnmaskIrq',
  ].map((method) => `io.IO.${method}`),
  'iommu.IOMMU.MapToDomain',
  ...['Query', 'MdlCreate', 'MdlGetSize', 'MdlMap', 'MdlClone'].map(
    (method) => `vmm.VMM.${method}`,
  ),
]);

/** Methods of the SDK's interfaces that public policies name. */
export const interfaceMethods: ReadonlyMap<string, readonly string[]> = new Map([
  ['kl.VfsFilesystem', ['Read', 'Write']],
  ['kl.KlogStorage', ['write']],
]);
