import Fraction from 'fraction.js';
import { isFirm, weakest } from '../../facts/confidence.ts';
import type { Control, Holding } from '../../facts/facts.ts';
import { formatExact, type Share, showShare } from '../../facts/share.ts';
import { EDGE_KIND } from '../../projection/ownership-graph.ts';
import { type ControlDay, certainTotal, edgesUp, type Held } from './control-day.ts';
import type { ControlStep, Holder } from './control-step.ts';
import { type ControlBound, isMajority, ties } from './controlled-by.ts';
import { controlText } from './words.ts';

/** What was found from one controller. */
export interface Found {
  readonly bound: ControlBound;
  /** Parties with the place at which each was found, the controller at 0. */
  readonly places: ReadonlyMap<number, number>;
}

/**
 * The lines that lead from a controller to a party, from above downward: for each party on the way the fewest holders
 * that suffice, the largest first. Only such as were found before it count, so no line rests on itself.
 */
export function chainTo(control: ControlDay, found: Found, party: number): ControlStep[] {
  const place = (each: number): number => found.places.get(each) ?? 0;
  const wanted = new Map<number, ControlStep>();
  const queue = [party];
  for (const each of queue) {
    if (place(each) === 0 || wanted.has(each)) continue;
    const edges = reasonFor(control, found, each);
    wanted.set(each, stepOf(control, each, edges));
    queue.push(...edges.map((edge) => control.graph.owner[edge] ?? each));
  }
  return [...wanted].sort(([a], [b]) => place(a) - place(b)).map(([, step]) => step);
}

/** Shares that suffice if there are any, else the most certain control link. */
function reasonFor(control: ControlDay, { bound, places }: Found, party: number): number[] {
  const { graph } = control;
  const place = places.get(party) ?? 0;
  const earlier = [...edgesUp(control, party)].filter((edge) => {
    const above = places.get(graph.owner[edge] ?? party);
    return above !== undefined && above < place;
  });
  const holdings = earlier.filter((edge) => graph.kind[edge] === EDGE_KIND.holding);
  const links = earlier.filter((edge) => ties(control, edge, bound));
  return (
    sufficient(control, party, { edges: holdings, bound }) ?? [...links].sort(byWeight(control)).slice(0, 1)
  );
}

interface Holdings {
  readonly edges: readonly number[];
  readonly bound: ControlBound;
}

function sufficient(control: ControlDay, party: number, { edges, bound }: Holdings): number[] | null {
  const size = bound === 'certain' ? control.min : control.max;
  const largestFirst = [...edges].sort((a, b) => compare(size[b] ?? 0n, size[a] ?? 0n) || a - b);
  const taken: number[] = [];
  let held: Held = { min: 0n, max: 0n };
  for (const edge of largestFirst) {
    taken.push(edge);
    held = { min: held.min + (control.min[edge] ?? 0n), max: held.max + (control.max[edge] ?? 0n) };
    if (isMajority(control, party, held, bound)) return taken;
  }
  return null;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Branches, then firm links, then those that supervise only. */
function byWeight({ graph }: ControlDay): (a: number, b: number) => number {
  const weight = (edge: number): number =>
    (graph.weak[edge] === 1 ? 4 : 0) +
    (kindOf(graph.facts[edge]?.rows ?? []) === 'state-supervision' ? 2 : 0) +
    (graph.kind[edge] === EDGE_KIND.branch ? 0 : 1);
  return (a, b) => weight(a) - weight(b) || a - b;
}

function kindOf([row]: readonly (Holding | Control)[]): string {
  return row && 'controller' in row ? row.kind : '';
}

function stepOf(control: ControlDay, party: number, edges: readonly number[]): ControlStep {
  const { graph } = control;
  const [first = 0] = edges;
  const by = graph.kind[first] === EDGE_KIND.holding ? 'shares' : byTie(graph.kind[first]);
  const rows = edges.flatMap((edge) => graph.facts[edge]?.rows ?? []);
  const confidences = rows.map((row) => row.confidence);
  const firm = confidences.filter(isFirm);
  const step = {
    party: graph.parties[party]?.id ?? '',
    name: graph.parties[party]?.name ?? '',
    by,
    kind: kindOf(rows),
    holders: edges.map((edge) => holderOf(control, edge)),
    ...(by === 'shares' ? sumOf(control, party, edges) : { sumMin: '', sumMax: '', sum: '' }),
    certain: isCertain(control, party, edges),
    confidence: weakest(firm.length > 0 ? firm : confidences),
  } as const;
  return { ...step, text: controlText(step) };
}

function byTie(kind: number | undefined): 'link' | 'branch' {
  return kind === EDGE_KIND.branch ? 'branch' : 'link';
}

function holderOf({ graph }: ControlDay, edge: number): Holder {
  const { rows, share } = graph.facts[edge] ?? { rows: [], share: null };
  const owner = graph.parties[graph.owner[edge] ?? 0];
  return {
    party: owner?.id ?? '',
    name: owner?.name ?? '',
    share: share && graph.kind[edge] === EDGE_KIND.holding ? showShare(share) : '',
    facts: rows.map((row) => row.id),
    sources: [...new Set(rows.flatMap((row) => row.sources))],
  };
}

function isCertain(control: ControlDay, party: number, edges: readonly number[]): boolean {
  const { graph } = control;
  if (edges.some((edge) => ties(control, edge, 'certain'))) return true;
  const holdings = edges.filter((edge) => graph.kind[edge] === EDGE_KIND.holding);
  const held = { min: holdings.reduce((sum, edge) => sum + (control.min[edge] ?? 0n), 0n), max: 0n };
  return isMajority(control, party, held, 'certain');
}

type Sum = Pick<ControlStep, 'sumMin' | 'sumMax' | 'sum'>;

function sumOf(control: ControlDay, party: number, edges: readonly number[]): Sum {
  const shares = edges.flatMap((edge) => control.graph.facts[edge]?.share ?? []);
  const min = shares.reduce((sum, share) => sum.add(share.min), new Fraction(0));
  const max = shares.reduce((sum, share) => sum.add(share.max), new Fraction(0));
  const left = new Fraction(100).sub(othersHold(control, party, new Set(edges)));
  const isCut = certainTotal(control, party) <= control.whole && max.compare(left) > 0;
  const shown: Share = {
    min: formatExact(min),
    max: formatExact(isCut ? left : max),
    minExclusive: shares.some((share) => share.minExclusive),
    maxExclusive: !isCut && shares.some((share) => share.maxExclusive),
    stated: true,
  };
  return { sumMin: shown.min, sumMax: shown.max, sum: showShare(shown) };
}

function othersHold(control: ControlDay, party: number, own: ReadonlySet<number>): Fraction {
  let sum = new Fraction(0);
  for (const edge of edgesUp(control, party))
    if (!own.has(edge) && control.graph.kind[edge] === EDGE_KIND.holding)
      sum = sum.add(control.graph.facts[edge]?.share.min ?? 0);
  return sum;
}
