import type { Confidence } from '../facts/confidence.ts';
import { DAY_MAX, DAY_MIN, toDay } from '../facts/dates.ts';
import type { DatedFact, Facts } from '../facts/facts.ts';
import { joinsFacilities } from '../facts/links.ts';
import type { Share } from '../facts/share.ts';
import { factId } from '../normalise/ids.ts';
import { indexIds, makeIdTable, positionOf } from './id-table.ts';
import { makeShareScale, NO_SHARE } from './share-scale.ts';
import { buildTieGraph, markOf, type TieGraph, type TieType } from './tie-graph.ts';
import { tieIds } from './tie-ids.ts';

type Dated = Pick<DatedFact, 'id' | 'from' | 'to' | 'confidence'>;

/** Takes one tie: what it is, its upper and its lower end, and the share of a holding. */
type Take = (fact: Dated, type: TieType, ends: readonly [a: string, b: string], share: Share | null) => void;

/** Kinds of affiliation that say that two parties are not tied. */
const DENIALS = ['false-friend', 'affiliation-denied'];

/** Projects every tie that can be part of a path. Denials, planned and absent links are no ties. */
export function projectTies(facts: Facts): TieGraph {
  const { parties, facilities } = facts;
  const things = indexIds(
    makeIdTable(
      parties.length + facilities.length,
      (at) => (parties[at] ?? facilities[at - parties.length])?.id ?? '',
    ),
  );
  const scale = makeShareScale(facts.holdings.map(({ share }) => share));
  let count = 0;
  eachTie(facts, () => {
    count += 1;
  });
  const numbers = (): Int32Array => new Int32Array(count);
  const [a, b, from, to, shareMin, shareMax] = [
    numbers(),
    numbers(),
    numbers(),
    numbers(),
    numbers(),
    numbers(),
  ];
  const mark = new Uint8Array(count);
  const ids: string[] = [];
  eachTie(facts, (fact, type, ends, share) => {
    const at = ids.push(fact.id) - 1;
    a[at] = positionOf(things, ends[0]);
    b[at] = positionOf(things, ends[1]);
    mark[at] = markOf(type, fact.confidence);
    from[at] = toDay(fact.from, DAY_MIN);
    to[at] = toDay(fact.to, DAY_MAX);
    shareMin[at] = share === null ? NO_SHARE.lower : scale.lower(share);
    shareMax[at] = share === null ? NO_SHARE.upper : scale.upper(share);
  });
  const ties = tieIds({ things, a, b, mark }, (at) => ids[at] ?? '');
  return buildTieGraph({ things, ties, a, b, mark, from, to, shareMin, shareMax, scale: scale.texts });
}

function eachTie(facts: Facts, take: Take): void {
  for (const fact of facts.holdings) take(fact, 'OWNS', [fact.owner, fact.owned], fact.share);
  for (const fact of facts.controls) take(fact, 'CONTROLS', [fact.controller, fact.controlled], null);
  for (const fact of facts.investments) take(fact, 'INVESTED_IN', [fact.investor, fact.target], null);
  for (const fact of facts.affiliations)
    if (!DENIALS.includes(fact.kind)) take(fact, 'AFFILIATED_WITH', [fact.a, fact.b], null);
  for (const fact of facts.officers) take(fact, 'OFFICER_OF', [fact.person, fact.party], null);
  for (const { id, operator, operatorConfidence } of facts.facilities)
    if (operator !== null) take(operates(operator, id, operatorConfidence), 'OPERATES', [operator, id], null);
  for (const fact of facts.physicalLinks)
    if (joinsFacilities(fact.kind)) take(fact, 'PHYSICALLY_LINKED_TO', [fact.a, fact.b], null);
}

function operates(operator: string, facility: string, confidence: Confidence): Dated {
  return { id: factId('operates', [operator, facility]), from: null, to: null, confidence };
}
