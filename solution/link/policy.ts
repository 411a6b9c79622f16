import type { ModelCatalogue } from '../catalogue.ts';
import { near } from '../nearest.ts';
import { kernelClass } from '../solution.ts';
import type { Policy, ProcessClass } from '../solution.ts';
import { startOf } from '../source.ts';
import type { AssertionSet } from '../syntax/tree/pal.ts';
import type { Name } from '../syntax/tree/name.ts';
import { declaredHere } from '../twice.ts';
import type { PslDeclaration } from '../syntax/tree/psl.ts';
import { checkAudit } from './check-audit.ts';
import { checkBinding } from './check-body.ts';
import { makeClasses } from './classes.ts';
import type { Included } from './include.ts';
import type { Library } from './library.ts';
import { withNamedEndpoints } from './named-endpoints.ts';
import { linkObjects } from './objects.ts';
import { pathsOf } from './paths.ts';
import type { RulePath } from './paths.ts';
import type { Report } from './report.ts';
import { implicitObjects } from './scope.ts';
import type { Scope } from './scope.ts';

/** A policy that has been looked up and checked, and the classes that it includes. */
export interface LinkedPolicy {
  readonly classes: ReadonlyMap<string, ProcessClass>;
  readonly policy: Policy;
  readonly scope: Scope;
  readonly paths: readonly RulePath[];
  readonly assertions: readonly AssertionSet[];
  readonly stubs: () => readonly string[];
}

export interface PolicyInput {
  readonly root: string;
  readonly included: Included;
  readonly library: Library;
  readonly catalogue: ModelCatalogue;
  readonly report: Report;
}

/** The profile that audits nothing; declared by the SDK. */
const emptyProfile = 'empty';

const defaultExecute = 'kl.core.Execute';

const ofKind = <Kind extends PslDeclaration['kind']>(
  declarations: readonly PslDeclaration[],
  kind: Kind,
): readonly Extract<PslDeclaration, { readonly kind: Kind }>[] =>
  declarations.filter(
    (declaration): declaration is Extract<PslDeclaration, { readonly kind: Kind }> =>
      declaration.kind === kind,
  );

/** The one value that all declarations agree on; another is a fault. */
const agreed = <Declaration extends PslDeclaration>(
  what: string,
  declarations: readonly Declaration[],
  valueOf: (declaration: Declaration) => string,
  report: Report,
): Declaration | undefined => {
  const [first] = declarations;
  for (const declaration of declarations) {
    if (first === undefined || valueOf(declaration) === valueOf(first)) continue;
    const message = `the ${what} is "${valueOf(first)}" already, and cannot be "${valueOf(declaration)}"`;
    report.error('PSL-004', declaration.at, message, { related: [declaredHere(first.at)] });
  }
  return first;
};

const linkClasses = ({
  root,
  included,
  library,
  report,
}: PolicyInput): {
  readonly classes: ReadonlyMap<string, ProcessClass>;
  readonly stubs: () => readonly string[];
} => {
  const linker = makeClasses(library, report);
  const classes = new Map<string, ProcessClass>();
  const links = new Map<string, { readonly name: Name; readonly link: Name }>();
  const add = (name: Name, link: Name): void => {
    const first = links.get(name.text);
    if (first === undefined) {
      links.set(name.text, { name, link });
      classes.set(name.text, linker.link(name.text, link));
    } else if (first.link.text !== link.text) {
      const message = `"${name.text}" is the class of ${first.link.text} already, and not of ${link.text}`;
      report.error('PSL-029', name.at, message, { related: [declaredHere(first.name.at)] });
    }
  };
  for (const declaration of included.declarations) {
    if (declaration.kind === 'useClass') add(declaration.name, declaration.name);
    if (declaration.kind === 'taskClass') add(declaration.name, declaration.link);
  }
  const kernel = { text: kernelClass, at: startOf(root) };
  if (!classes.has(kernelClass)) add(kernel, kernel);
  return { classes, stubs: linker.stubs };
};

/** The execute interface, and the audit default, as declared or as the SDK has them. */
const settings = ({ root, included, report }: PolicyInput) => {
  const executes = ofKind(included.declarations, 'executeInterface');
  const execute = agreed('execute interface', executes, ({ name }) => name.text, report);
  if (execute === undefined) {
    const hint = { hint: `add "execute: ${defaultExecute}"` };
    const message = `no execute interface is named: ${defaultExecute} counts`;
    report.warning('PSL-003', startOf(root), message, hint);
  }
  const defaults = ofKind(included.declarations, 'auditDefault');
  const audit = agreed(
    'audit default',
    defaults,
    ({ profile, level }) => `${profile.text} ${String(level)}`,
    report,
  );
  return { executeInterface: execute?.name.text ?? defaultExecute, audit };
};

/** Looks up and checks all that a policy declares. */
export const linkPolicy = (input: PolicyInput): LinkedPolicy => {
  const { root, included, catalogue, report } = input;
  const { declarations, packages } = included;
  const bindings = ofKind(declarations, 'binding');
  const assertions = ofKind(declarations, 'assertionSet');
  const paths = bindings.flatMap(pathsOf);
  const { classes: declaredClasses, stubs } = linkClasses(input);
  const classes = withNamedEndpoints(declaredClasses, paths, assertions, report);
  const { executeInterface, audit } = settings(input);
  const declared = ofKind(declarations, 'policyObject');
  const implicit = implicitObjects(catalogue, startOf(root));
  const objects = linkObjects(declared, implicit, catalogue, packages, report);
  const profiles = ofKind(declarations, 'auditProfile');
  const names = new Set([emptyProfile, ...profiles.map(({ name }) => name.text)]);
  const broken = new Set(
    declared.filter(({ model }) => !catalogue.has(model.text)).map(({ name }) => name.text),
  );
  const scope: Scope = {
    classes,
    objects,
    broken,
    profiles: names,
    packages,
    executeInterface,
    report,
  };
  if (audit !== undefined && !names.has(audit.profile.text)) {
    const { text, at } = audit.profile;
    report.error('PSL-023', at, `there is no audit profile "${text}"`, near(text, names));
  }
  checkAudit(profiles, objects, report);
  for (const binding of bindings) checkBinding(scope, binding);
  return {
    classes,
    policy: {
      file: root,
      executeInterface,
      objects: [...implicit, ...declared],
      bindings,
      profiles,
      auditDefault: {
        profile: audit?.profile.text ?? emptyProfile,
        level: Number(audit?.level ?? 0n),
      },
    },
    scope,
    paths,
    assertions,
    stubs,
  };
};
