import type { Example } from './example.ts';
import { cdlExamples } from './examples/cdl.ts';
import { edlExamples } from './examples/edl.ts';
import { fltExamples } from './examples/flt.ts';
import { idlExamples } from './examples/idl.ts';
import { initExamples } from './examples/init.ts';
import { objExamples } from './examples/obj.ts';
import { palExamples } from './examples/pal.ts';
import { prgExamples } from './examples/prg.ts';
import { pslAuditExamples } from './examples/psl-audit.ts';
import { pslModelExamples } from './examples/psl-models.ts';
import { pslRuleExamples } from './examples/psl-rules.ts';
import { pslSelectorExamples } from './examples/psl-selectors.ts';
import { pslTypeExamples } from './examples/psl-types.ts';
import { pslDeclarationExamples } from './examples/psl.ts';
import { solExamples } from './examples/sol.ts';
import { synExamples } from './examples/syn.ts';
import { tplExamples } from './examples/tpl.ts';
import { yamlExamples } from './examples/yaml.ts';

/** The examples of every code, by family. */
export const examples: readonly Example[] = [
  ...solExamples,
  ...tplExamples,
  ...synExamples,
  ...idlExamples,
  ...cdlExamples,
  ...edlExamples,
  ...pslDeclarationExamples,
  ...pslSelectorExamples,
  ...pslRuleExamples,
  ...pslTypeExamples,
  ...pslModelExamples,
  ...pslAuditExamples,
  ...palExamples,
  ...yamlExamples,
  ...initExamples,
  ...objExamples,
  ...prgExamples,
  ...fltExamples,
];
