import { CONFIDENCES, type Confidence } from '../../facts/confidence.ts';
import type { Interval } from '../../facts/dates.ts';
import {
  type Basis,
  type ComplexGrading,
  GRADES,
  type Grade,
  type Graded,
} from '../../regulation/complex-shape.ts';

/** One tie that leads from a party of a complex to another party. */
export interface ComplexStep extends Interval {
  /** The party nearer to the party that the complex is named after. */
  readonly a: string;
  readonly b: string;
  readonly basis: Basis;
  /** `majority`, `parent`, `clandestine-network` ... */
  readonly kind: string;
  /** What stands between the two when read aloud: `holds 20 % of`. */
  readonly tie: string;
  /** Not above what the confidence allows. */
  readonly grade: Grade;
  readonly reason: string;
  readonly confidence: Confidence;
  /** Ids of the facts, listings or addresses that say so. */
  readonly facts: readonly string[];
  /** The person or the address by which the two are tied; null for a tie of its own. */
  readonly via: string | null;
}

/** Position of a grade, strongest 0. */
export function rankOf(grade: Grade): number {
  return GRADES.indexOf(grade);
}

/** The less of a grade and what the confidence of the source allows. */
export function gradeOf({ grade }: Graded, confidence: Confidence, { confidences }: ComplexGrading): Grade {
  const most = confidences.find((each) => each.confidence === confidence)?.atMost ?? 'member';
  return rankOf(most) > rankOf(grade) ? most : grade;
}

/** The surer of two confidences. */
export function surer(a: Confidence, b: Confidence): Confidence {
  return CONFIDENCES.indexOf(a) <= CONFIDENCES.indexOf(b) ? a : b;
}
