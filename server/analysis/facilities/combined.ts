import { CONFIDENCES, type Confidence, weakest } from '../../facts/confidence.ts';
import { covers, toDay } from '../../facts/dates.ts';
import { positionOf, textAt } from '../../projection/id-table.ts';
import { confidenceOf, type TieGraph, typeOf } from '../../projection/tie-graph.ts';
import { tieIdAt } from '../../projection/tie-ids.ts';
import type { JoinedFacility } from './joined.ts';
import { partyReach, tiesAt } from './party-reach.ts';

/**
 * A party, by what ties it to the operator of a facility, and by physical links on to another: owner or affiliate,
 * operator, facility, link, advanced facility as one chain. It shows a connection and raises nothing by itself.
 */
export interface CombinedPath {
  readonly party: string;
  readonly operator: string;
  /** The facility that the operator runs. */
  readonly facility: string;
  /** The facility that physical links make one with it. */
  readonly other: string;
  /** Which of the two makes, or may make, advanced-node ICs. */
  readonly advanced: string;
  readonly advancedNode: 'advanced' | 'unknown';
  /** Everything on the way, party first; one more than there are ties. */
  readonly things: readonly string[];
  readonly ties: readonly string[];
  /** Physical links among the ties. */
  readonly hops: number;
  readonly confidence: Confidence;
  readonly weakestTie: string;
  readonly listed: boolean;
}

export interface CombinedInput {
  readonly graph: TieGraph;
  readonly joined: readonly JoinedFacility[];
  /** Ids of the parties that stand on a list on the day; they come first. */
  readonly listed: ReadonlySet<string>;
  readonly day: string;
}

/** The joined facilities that a party reaches through what it owns, controls or is affiliated with. */
export function combinedOfParty(party: string, input: CombinedInput): CombinedPath[] {
  const { graph, joined, day } = input;
  const start = positionOf(graph.things, party);
  if (start === -1) return [];
  const legs = legsByFacility(joined, day);
  const query = { direction: 'down', day: toDay(day, 0) } as const;
  const paths = partyReach(graph, start, query).flatMap((reached) =>
    operated(graph, reached.party).flatMap(({ tie, facility }) =>
      (legs.get(facility) ?? []).map((leg) => toPath({ start, ties: [...reached.ties, tie] }, leg, input)),
    ),
  );
  return ranked(paths);
}

/** The parties behind the operators at both ends of every physical chain that a facility stands at an end of. */
export function combinedOfFacility(facility: string, input: CombinedInput): CombinedPath[] {
  const { graph, joined, day } = input;
  const legs = joined
    .filter((each) => isOn(each, day) && (each.facility === facility || each.advanced === facility))
    .flatMap((each) => [legFrom(each, each.facility), legFrom(each, each.advanced)]);
  const paths = legs.flatMap((leg) =>
    operatorsOf(graph, leg.facility).flatMap(({ tie, operator }) =>
      partyReach(graph, operator, { direction: 'up', day: toDay(day, 0) }).map(({ party, ties }) =>
        toPath({ start: party, ties: [...ties.toReversed(), tie] }, leg, input),
      ),
    ),
  );
  return ranked(paths);
}

/** The physical part, as seen from one of its ends. */
interface Leg {
  readonly facility: string;
  readonly other: string;
  readonly via: readonly string[];
  readonly links: readonly string[];
  readonly joined: JoinedFacility;
}

function isOn(joined: JoinedFacility, day: string): boolean {
  return joined.path === 'most-certain' && covers(joined, day);
}

function legFrom(joined: JoinedFacility, facility: string): Leg {
  const { via, links } = joined;
  return joined.facility === facility
    ? { facility, other: joined.advanced, via, links, joined }
    : { facility, other: joined.facility, via: via.toReversed(), links: links.toReversed(), joined };
}

function legsByFacility(joined: readonly JoinedFacility[], day: string): Map<string, Leg[]> {
  const legs = new Map<string, Leg[]>();
  for (const each of joined) {
    if (!isOn(each, day)) continue;
    const known = legs.get(each.facility);
    if (known) known.push(legFrom(each, each.facility));
    else legs.set(each.facility, [legFrom(each, each.facility)]);
  }
  return legs;
}

function operates(graph: TieGraph, thing: number): number[] {
  return [...tiesAt(graph, thing)].filter((tie) => typeOf(graph, tie) === 'OPERATES');
}

function operated(graph: TieGraph, party: number): { tie: number; facility: string }[] {
  return operates(graph, party).map((tie) => ({ tie, facility: textAt(graph.things, graph.b[tie] ?? 0) }));
}

function operatorsOf(graph: TieGraph, facility: string): { tie: number; operator: number }[] {
  const thing = positionOf(graph.things, facility);
  if (thing === -1) return [];
  return operates(graph, thing).map((tie) => ({ tie, operator: graph.a[tie] ?? -1 }));
}

interface Chain {
  readonly start: number;
  /** From the party to the operator, and its OPERATES tie last. */
  readonly ties: readonly number[];
}

function toPath({ start, ties }: Chain, leg: Leg, { graph, listed }: CombinedInput): CombinedPath {
  const numbers = [start];
  for (const tie of ties) numbers.push((graph.a[tie] === numbers.at(-1) ? graph.b[tie] : graph.a[tie]) ?? -1);
  const things = numbers.map((thing) => textAt(graph.things, thing));
  const ids = ties.map((tie) => tieIdAt(graph, tie));
  const confidence = weakest([...ties.map((tie) => confidenceOf(graph, tie)), leg.joined.confidence]);
  const least = ids[ties.findIndex((tie) => confidenceOf(graph, tie) === confidence)];
  const [party = ''] = things;
  return {
    party,
    operator: things.at(-2) ?? '',
    facility: leg.facility,
    other: leg.other,
    advanced: leg.joined.advanced,
    advancedNode: leg.joined.advancedNode,
    things: [...things, ...leg.via.slice(1)],
    ties: [...ids, ...leg.links],
    hops: leg.links.length,
    confidence,
    weakestTie: least ?? leg.joined.weakestLink,
    listed: listed.has(party),
  };
}

/** Listed parties first, then the shorter, then the more certain; one path for each pair of facilities. */
function ranked(paths: readonly CombinedPath[]): CombinedPath[] {
  return paths.toSorted(
    (x, y) =>
      Number(y.listed) - Number(x.listed) ||
      x.ties.length - y.ties.length ||
      CONFIDENCES.indexOf(x.confidence) - CONFIDENCES.indexOf(y.confidence) ||
      x.things.join().localeCompare(y.things.join()),
  );
}
