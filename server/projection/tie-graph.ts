import { CONFIDENCES, type Confidence } from '../facts/confidence.ts';
import { DAY_MAX, DAY_MIN, toDay } from '../facts/dates.ts';
import type { DatedFact, Facts } from '../facts/facts.ts';
import { joinsFacilities } from '../facts/links.ts';
import { approximate } from '../facts/share.ts';
import { factId } from '../normalise/ids.ts';

/** Types of tie that a path may run over. */
export const TIE_TYPES = [
  'OWNS',
  'CONTROLS',
  'INVESTED_IN',
  'AFFILIATED_WITH',
  'OFFICER_OF',
  'OPERATES',
  'PHYSICALLY_LINKED_TO',
] as const;
export type TieType = (typeof TIE_TYPES)[number];

/** One tie between two things. */
export interface TieFact {
  readonly id: string;
  readonly type: TieType;
  readonly a: string;
  readonly b: string;
  readonly from: number;
  readonly to: number;
  readonly confidence: Confidence;
  /** Share bounds in percent, for filters and reading; null for ties that are no holdings. */
  readonly shareMin: number | null;
  readonly shareMax: number | null;
}

/** All things and ties as an undirected graph with flat adjacency: ties of thing `i` are `ties[start[i] .. start[i+1]]`. */
export interface TieGraph {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly facts: readonly TieFact[];
  readonly start: Int32Array;
  readonly ties: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
}

/** Kinds of affiliation that say that two parties are not tied. */
const DENIALS = ['false-friend', 'affiliation-denied'];

/** Projects every tie that can be part of a path. Denials, planned and absent links are no ties. */
export function projectTies(facts: Facts): TieGraph {
  const ids = [...facts.parties, ...facts.facilities].map(({ id }) => id);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const ties = [...tieFacts(facts)];
  const at = (id: string): number => indexOf.get(id) ?? -1;
  const a = Int32Array.from(ties, (tie) => at(tie.a));
  const b = Int32Array.from(ties, (tie) => at(tie.b));
  const start = new Int32Array(ids.length + 1);
  for (const end of [...a, ...b]) start[end + 1] = (start[end + 1] ?? 0) + 1;
  for (let i = 0; i < ids.length; i += 1) start[i + 1] = (start[i + 1] ?? 0) + (start[i] ?? 0);
  const next = start.slice();
  const adjacency = new Int32Array(ties.length * 2);
  for (let tie = 0; tie < ties.length; tie += 1) {
    for (const end of [a[tie] ?? 0, b[tie] ?? 0]) {
      adjacency[next[end] ?? 0] = tie;
      next[end] = (next[end] ?? 0) + 1;
    }
  }
  return { ids, indexOf, facts: ties, start, ties: adjacency, a, b };
}

function* tieFacts(facts: Facts): Generator<TieFact> {
  for (const fact of facts.holdings) {
    const { min, max } = fact.share;
    yield {
      ...tie(fact, 'OWNS', fact.owner, fact.owned),
      shareMin: approximate(min),
      shareMax: approximate(max),
    };
  }
  for (const fact of facts.controls) yield tie(fact, 'CONTROLS', fact.controller, fact.controlled);
  for (const fact of facts.investments) yield tie(fact, 'INVESTED_IN', fact.investor, fact.target);
  for (const fact of facts.affiliations)
    if (!DENIALS.includes(fact.kind)) yield tie(fact, 'AFFILIATED_WITH', fact.a, fact.b);
  for (const fact of facts.officers) yield tie(fact, 'OFFICER_OF', fact.person, fact.party);
  for (const { id, operator, operatorConfidence } of facts.facilities) {
    if (operator === null) continue;
    const operates = {
      id: factId('operates', [operator, id]),
      from: null,
      to: null,
      confidence: operatorConfidence,
    };
    yield tie(operates, 'OPERATES', operator, id);
  }
  for (const fact of facts.physicalLinks)
    if (joinsFacilities(fact.kind)) yield tie(fact, 'PHYSICALLY_LINKED_TO', fact.a, fact.b);
}

function tie(
  fact: Pick<DatedFact, 'id' | 'from' | 'to' | 'confidence'>,
  type: TieType,
  a: string,
  b: string,
): TieFact {
  const [from, to] = [toDay(fact.from, DAY_MIN), toDay(fact.to, DAY_MAX)];
  return { id: fact.id, type, a, b, from, to, confidence: fact.confidence, shareMin: null, shareMax: null };
}

/** Position of a confidence, strongest 0. */
export function certainty(fact: TieFact): number {
  return CONFIDENCES.indexOf(fact.confidence);
}
