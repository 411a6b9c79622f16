/**
 * One construct of the languages: where it is handled, and an example that must load and mean what
 * is written in its tests.
 *
 * Shape: `policy` stands behind the usual head, or is the whole root policy where `whole` is set;
 *        `files` are put over a small base solution. `tests` are PAL expectations that must be met.
 *        `warns` are the codes of all that is told of the example.
 */
export interface Construct {
  readonly section: string;
  readonly what: string;
  readonly parsed: string;
  readonly checked?: string;
  /** Codes of what is wrong with faulty forms; each has its example in spec/diagnostics.md. */
  readonly rejects?: readonly string[];
  readonly policy?: string;
  readonly whole?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly definitions?: Readonly<Record<string, string>>;
  readonly tests?: readonly string[];
  readonly warns?: readonly string[];
}

/** Every start is granted, and what the rule grants of one method. */
export const ruleOfPing = (rule: string): string =>
  `execute { grant () }\nrequest src=t.Client dst=t.Server endpoint=impl.ping method=Ping { ${rule} }\n`;

/** The same for the method with parameters of every kind. */
export const ruleOfSend = (rule: string): string =>
  `execute { grant () }\nrequest src=t.Client dst=t.Server endpoint=impl.ping method=Send { ${rule} }\n`;

export const ping = (message: string): string => `t.Client ~> t.Server : impl.ping.Ping ${message}`;
export const send = (message: string): string => `t.Client ~> t.Server : impl.ping.Send ${message}`;

/** An interface in place of the base solution's, all of whose requests are granted. */
export const withIdl = (idl: string): Readonly<Record<string, string>> => ({ 't/Ping.idl': idl });

export const grantAll = 'execute { grant () }\nrequest { grant () }\n';
