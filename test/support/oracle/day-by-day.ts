import { ownersFirst } from '../../../server/analysis/control/circles.ts';
import {
  contributions,
  type DayState,
  evaluateDay,
  outcomeOf,
} from '../../../server/analysis/ownership/day-state.ts';
import { certainOfAll, type EdgeTicks, type Question } from '../../../server/analysis/ownership/reach.ts';
import type { RestrictedListing } from '../../../server/analysis/ownership/restricted-owners.ts';
import { DAY_MAX, DAY_MIN, fromDay, type Interval, toDay } from '../../../server/facts/dates.ts';
import type { OwnershipGraph } from '../../../server/projection/ownership-graph.ts';
import type { Ticks } from '../../../server/projection/ticks.ts';
import type { Regime, RegimeTest } from '../../../server/regulation/read.ts';

/** A stretch of days over which one party's verdict, and the reasons for it, stay the same. */
export interface Stretch<N> extends Interval {
  readonly party: number;
  /** State and question of its first day, from which the verdict is explained. */
  readonly state: DayState;
  readonly question: Question<N>;
}

export interface SweepComponent<N> {
  readonly graph: OwnershipGraph;
  readonly ticks: Ticks<N>;
  readonly regime: Regime;
  /** Listings that count under the regime, by party id. */
  readonly listings: ReadonlyMap<string, readonly RestrictedListing[]>;
}

/**
 * Sweeps one component over the days on which a listing, a tie or the test itself changes (design D4), and merges
 * neighbouring stretches whose reasons are equal. Stretches with nothing to say (nobody restricted owns or
 * controls the party) are left out: absence of a verdict is `not-captured` with nothing known upstream.
 */
export function sweepComponent<N>(component: SweepComponent<N>): Stretch<N>[] {
  const input = { ...component, signatureOf: numbering() };
  const shares = edgeTicks(input.graph, input.ticks);
  const closed: Stretch<N>[] = [];
  let open = new Map<number, Open<N>>();
  const days = changeDays(input);
  for (const [index, day] of days.entries()) {
    const test = testOn(input.regime, day);
    const next = test ? openOn(question(input, shares, test, day), input) : new Map<number, Open<N>>();
    for (const [party, was] of open) {
      const now = next.get(party);
      if (now?.signature === was.signature) next.set(party, was);
      else closed.push(close(was, party, fromDay(day)));
    }
    open = next;
    if (index === days.length - 1) for (const [party, was] of open) closed.push(close(was, party, null));
  }
  return closed;
}

interface SweepInput<N> extends SweepComponent<N> {
  readonly signatureOf: (reasons: string) => number;
}

/** Gives equal texts the same number: short stand-ins that never collide, however long the chains above are. */
function numbering(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
}

interface Open<N> {
  readonly signature: number;
  readonly state: DayState;
  readonly question: Question<N>;
}

function close<N>({ state, question: asked }: Open<N>, party: number, to: string | null): Stretch<N> {
  return { party, from: fromDay(state.day), to, state, question: asked };
}

function question<N>(
  { graph, ticks }: SweepInput<N>,
  shares: EdgeTicks<N>,
  test: RegimeTest,
  day: number,
): Question<N> {
  return { graph, shares, test, day, threshold: test.threshold === null ? null : ticks.of(test.threshold) };
}

function edgeTicks<N>(graph: OwnershipGraph, ticks: Ticks<N>): EdgeTicks<N> {
  return {
    ticks,
    min: graph.facts.map(({ share }) => ticks.lower(share)),
    max: graph.facts.map(({ share }) => ticks.upper(share)),
    firmMax: graph.facts.map(({ firmShare }) => ticks.upper(firmShare)),
  };
}

function changeDays<N>({ graph, regime, listings }: SweepInput<N>): number[] {
  const days = new Set<number>([DAY_MIN, ...graph.from, ...graph.to]);
  for (const party of graph.parties) {
    for (const { from, to } of listings.get(party.id) ?? []) days.add(from).add(to);
  }
  for (const test of regime.tests) days.add(toDay(test.from, DAY_MIN)).add(toDay(test.to, DAY_MAX));
  days.delete(DAY_MAX);
  return [...days].sort((a, b) => a - b);
}

function testOn(regime: Regime, day: number): RegimeTest | undefined {
  return regime.tests.find((test) => toDay(test.from, DAY_MIN) <= day && day < toDay(test.to, DAY_MAX));
}

function openOn<N>(asked: Question<N>, input: SweepInput<N>): Map<number, Open<N>> {
  const result = new Map<number, Open<N>>();
  const state = evaluateDay(asked, input.listings);
  if (state === null) return result;
  const { owner, parties } = asked.graph;
  const edgesOf = new Map([...parties.keys()].map((party) => [party, contributions(asked, state, party)]));
  const above = (party: number): number[] => (edgesOf.get(party) ?? []).map((edge) => owner[edge] ?? 0);
  const signing: Signing<N> = {
    asked,
    state,
    edgesOf,
    signatures: new Map(),
    signatureOf: input.signatureOf,
  };
  for (const group of ownersFirst(parties.keys(), above)) {
    for (const [party, signature] of signGroup(signing, group)) {
      signing.signatures.set(party, signature);
      result.set(party, { signature, state, question: asked });
    }
  }
  return result;
}

interface Signing<N> {
  readonly asked: Question<N>;
  readonly state: DayState;
  readonly edgesOf: ReadonlyMap<number, readonly number[]>;
  /** Signatures of the parties signed before: all owners but those in the same circle. */
  readonly signatures: Map<number, number>;
  readonly signatureOf: (reasons: string) => number;
}

/** Parties in one circle rest on each other, so each is signed with the reasons of all of them. */
function signGroup<N>(signing: Signing<N>, group: readonly number[]): [number, number][] {
  const members = new Set(group);
  const own = [...group]
    .sort((a, b) => a - b)
    .flatMap((party): [number, string][] => {
      const reasons = reasonsOf(signing, party, members);
      return reasons === null ? [] : [[party, reasons]];
    });
  const circle = group.length === 1 ? 0 : signing.signatureOf(JSON.stringify(own));
  return own.map(([party, reasons]) => [party, signing.signatureOf(`${circle} ${reasons}`)]);
}

/**
 * Text that is equal on two days exactly when the verdict and everything it rests on are: the outcome, the test, the
 * party's own listings, its owners with theirs, and what other owners leave over.
 */
function reasonsOf<N>(
  { asked, state, edgesOf, signatures }: Signing<N>,
  party: number,
  circle: ReadonlySet<number>,
): string | null {
  const listings = state.listed.get(party);
  const edges = edgesOf.get(party) ?? [];
  if (!listings && edges.length === 0) return null;
  const parts = edges.map((edge) => {
    const owner = asked.graph.owner[edge] ?? 0;
    const { rows, share } = asked.graph.facts[edge] ?? { rows: [], share: null };
    const above = circle.has(owner) ? `circle ${owner}` : (signatures.get(owner) ?? outcomeOf(state, owner));
    return [above, rows.map((row) => row.id), share];
  });
  const own = (listings ?? []).map(({ listing }) => listing.id);
  const known = edges.length === 0 ? '' : String(certainOfAll(asked, party));
  const outcome = outcomeOf(state, party);
  const isFirm = outcome !== 'circular' || state.firmCircular[party] === 1;
  return JSON.stringify([outcome, isFirm, asked.test, own, parts, known]);
}
