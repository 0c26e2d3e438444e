import type { Confidence } from '../facts/confidence.ts';
import type { Interval } from '../facts/dates.ts';

/**
 * How grave a finding is. `restricted`: a licence duty by listing or by a regime. `red-flag`: resolve before going
 * on. `cannot-exclude`: facts are missing that decide. `lead`: worth asking, raises nothing by itself.
 * `information`: shown, no more.
 */
export const LEVELS = ['restricted', 'red-flag', 'cannot-exclude', 'lead', 'information'] as const;
export type Level = (typeof LEVELS)[number];

/** One red flag raised on one party or facility over an interval, with its proof. */
export interface Finding extends Interval {
  readonly id: string;
  /** File name of the rule in `cypher/rules/`. */
  readonly rule: string;
  /** `RF27`, `RF29`, `significant-minority` ... */
  readonly flag: string;
  readonly title: string;
  readonly level: Level;
  readonly subject: string;
  readonly subjectKind: 'party' | 'facility';
  /** False where the rule is not in force over these days and the finding is shown as due diligence only. */
  readonly inForce: boolean;
  /** False where it is not confirmed that the rule is in force over these days. */
  readonly confirmed: boolean;
  /** What is so, in one sentence that names the facts. */
  readonly text: string;
  /** What the flag asks of the reader. */
  readonly asks: string;
  readonly citation: string;
  /** Note on the rule's dates, or on what is unconfirmed. */
  readonly note: string;
  /** Ids of the facts that prove it, in the order of the path. */
  readonly evidence: readonly string[];
  /** The verdict it rests on, and that verdict's regime, if any. */
  readonly verdict: string | null;
  readonly regime: string | null;
  readonly confidence: Confidence;
}

/** A fact or conclusion as a rule returns it: enough to date, weigh and cite it. */
export interface EvidenceItem extends Interval {
  readonly id: string;
  readonly confidence: Confidence;
  /** Facts it stands for: itself, the facts of a verdict, the links of a path; none for a party or facility. */
  readonly facts: readonly string[];
  /** Id of the regime, for a verdict. */
  readonly regime: string | null;
}

/** One match of a rule's pattern. */
export interface RuleMatch {
  readonly subject: string;
  readonly subjectName: string;
  readonly subjectKind: 'party' | 'facility';
  /** The finding holds on the days on which all of these do. */
  readonly evidence: readonly EvidenceItem[];
  /** Shown as proof, whatever their dates. */
  readonly also: readonly EvidenceItem[];
  /** The finding starts only when these have ended. */
  readonly after: readonly EvidenceItem[];
  /** Level of this match, where it differs from the rule's. */
  readonly level: Level | null;
  /** Words for the rule's sentence. */
  readonly say: Readonly<Record<string, string>>;
}
