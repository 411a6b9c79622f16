/** What the analysis of a policy can find. Codes are permanent. */
export const analysisCodes = {
  'ANA-001': 'No event gets to a binding, a match, a case or a rule: it could be left out.',
  'ANA-002':
    'A condition denies, or fails, whenever it is asked: the events that it covers are denied.',
  'ANA-003': 'A condition grants whenever it is asked: it protects nothing.',
  'ANA-004': 'A part of a condition comes to the same whenever it is asked.',
  'ANA-005':
    'A rule is shadowed: whenever it denies another rule denies as well, and it never is alone.',
  'ANA-006': 'A state of a Flow object is never entered.',
  'ANA-007': 'A transition of a Flow object is never made, although its state is entered.',
  'ANA-008': 'A pool can be empty when an event needs something of it: the event is denied.',
  'ANA-009': 'A request is granted, and init.yaml has no channel over which it could be made.',
} as const;

export type AnalysisCode = keyof typeof analysisCodes;
