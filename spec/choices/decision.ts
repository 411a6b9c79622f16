import type { Choice } from '../choice.ts';

/** C-20 … C-32: how an event is decided. */
export const decisionChoices: readonly Choice[] = [
  {
    id: 'C-20',
    about: 'the order of calls',
    reading:
      'Textual order, includes expanded at their first use; the scrutinee of a choice sees the effects before it. A refusal does not stop what follows.',
    otherwise:
      'Bindings, and the items of a body, run in the reverse of the textual order; a scrutinee still stands before its cases.',
    at: [
      'kss/engine-options.ts',
      'kss/evaluation.ts',
      'kss/interpreter.ts',
      'solution/link/include.ts',
      'solution/solution.ts',
    ],
  },
  {
    id: 'C-21',
    about: 'refused and failed',
    reading:
      'A rule whose argument fails is failed. A rule on an unbound SID, a full set, an empty pool, a missing edge or an unknown key is refused; an expression there is failed.',
    at: [
      'kss/models/flow.ts',
      'kss/models/mic-rules.ts',
      'kss/models/staticmap.ts',
      'kss/values.ts',
    ],
  },
  {
    id: 'C-22',
    about: 'bodies without a rule',
    reading:
      'A choice without a fitting case is failed. An empty body or case contributes no rule.',
    at: ['kss/choose.ts', 'kss/evaluation.ts'],
  },
  {
    id: 'C-23',
    about: 'an expression as a statement',
    reading: 'Accepted with a warning; it is no rule, and its failure denies.',
    at: ['kss/evaluation.ts', 'solution/link/check-call.ts', 'solution/link/codes.ts'],
  },
  {
    id: 'C-24',
    about: 'logical operators',
    reading: 'All operands are evaluated, and one that fails fails the whole.',
    otherwise:
      'The left operand of && || ==> may decide alone: then the right one is not evaluated. Of bool.cond the condition and what it chooses are evaluated.',
    at: [
      'kss/compiled/arithmetic.ts',
      'kss/compiled/native-expression.ts',
      'kss/evaluate.ts',
      'kss/models/bool.ts',
    ],
  },
  {
    id: 'C-25',
    about: 'precedence of | and &',
    reading:
      'They bind tighter than comparisons; ==> associates to the right; comparisons do not chain.',
    at: ['solution/syntax/expression.ts', 'solution/syntax/tree/expression.ts'],
  },
  {
    id: 'C-26',
    about: 'integer arithmetic',
    reading:
      'By value, at no width but that of 64 bits: results outside −2⁶³ … 2⁶⁴−1 fail. The complement keeps the width of a message field.',
    otherwise:
      'A result outside wraps modulo 2⁶⁴: above 2⁶⁴−1 to 0 … 2⁶⁴−1, below −2⁶³ to −2⁶³ … 2⁶³−1, since only an unsigned register overflows above and only a signed one below. Of sum and product each step wraps.',
    at: [
      'kss/compiled/arithmetic.ts',
      'kss/engine-options.ts',
      'kss/evaluate.ts',
      'kss/models/math.ts',
    ],
  },
  {
    id: 'C-27',
    about: 'comparing what cannot be compared',
    reading:
      'Different kinds and composites fail, and so does reading an absent parameter, field or union member, or a value of type bytes.',
    at: ['kss/evaluate.ts', 'kss/values.ts', 'solution/link/check-expression.ts'],
  },
  {
    id: 'C-28',
    about: 'entries, values, states and levels outside their type',
    reading: 'A static error where constant, else failed.',
    at: [
      'kss/models/entry-type.ts',
      'kss/models/hashset.ts',
      'kss/models/lattice-notation.ts',
      'kss/models/staticmap.ts',
      'solution/link/types.ts',
    ],
  },
  {
    id: 'C-29',
    about: 'size',
    reading: 'Counts the elements of a sequence, and the bytes of a text.',
    at: ['kss/evaluate.ts', 'solution/link/check-call.ts'],
  },
  {
    id: 'C-30',
    about: 'regular expressions',
    reading:
      'They match the whole text, by code points; select takes the first textual case; & intersects and ! complements; ^ and $ have no effect; blanks are ignored unless escaped. Precedences and bounds: spec/models/regex.md.',
    at: ['kss/models/regex.ts', 'kss/regex/parse.ts'],
  },
  {
    id: 'C-31',
    about: 'the audit level',
    reading: 'set_level is granted for 0 … 255. Audit never affects a verdict.',
    at: ['kss/evaluation.ts', 'kss/models/base.ts'],
  },
  {
    id: 'C-32',
    about: 'effects of a denied event',
    reading: 'All effects of an event are undone unless it is granted.',
    at: ['kernel/mediate.ts', 'kss/interpreter.ts', 'model/security.ts'],
  },
];
