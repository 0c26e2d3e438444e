import Fraction from 'fraction.js';
import { DAY_MAX, DAY_MIN, fromDay } from '../../facts/dates.ts';
import { formatExact } from '../../facts/share.ts';
import { TIE, TIE_WEAK } from '../../projection/flat-ownership.ts';
import type { OwnershipGraph } from '../../projection/ownership-graph.ts';
import type { DataFinding } from '../verdict.ts';
import { exceeds } from './held-sum.ts';

/** Holdings that contradict each other: more than 100 percent of one party, or two shares for the same days. */
export function holdingFindings(graph: OwnershipGraph): DataFinding[] {
  const parties = [...graph.parties.keys()];
  return [...parties.flatMap((party) => overAllocated(graph, party)), ...conflicting(graph)];
}

function conflicting({ parties, flat, facts }: OwnershipGraph): DataFinding[] {
  return facts.flatMap(({ rows, conflicting: differs }, tie) => {
    if (!differs) return [];
    const party = parties[flat.owned[tie] ?? 0];
    const owner = parties[flat.owner[tie] ?? 0];
    const text = `${owner?.name} is said to hold different shares of ${party?.name} for the same days; the range covers them all. They are read as claims about one holding and not added up.`;
    return [
      {
        kind: 'conflicting-shares' as const,
        party: party?.id ?? '',
        from: fromDay(flat.from[tie] ?? DAY_MIN),
        to: fromDay(flat.to[tie] ?? DAY_MAX),
        facts: rows.map((row) => row.id),
        text,
      },
    ];
  });
}

const ZERO = new Fraction(0);

/** One finding for each stretch of days over which the same holdings add up to more than 100 percent. */
function overAllocated(graph: OwnershipGraph, party: number): DataFinding[] {
  const { flat } = graph;
  if ((flat.certain[party] ?? 0) <= flat.whole && flat.odd?.[party] !== 1) return [];
  const holdings = holdingsOf(graph, party);
  const starts = inOrder(holdings, flat.from);
  const ends = inOrder(holdings, flat.to);
  const edges = [...new Set([...starts, ...ends].map(({ day }) => day))].sort((a, b) => a - b);
  const findings: DataFinding[] = [];
  let [total, open, begun, ended] = [ZERO, 0, 0, 0];
  for (const [at, day] of edges.entries()) {
    for (; starts[begun]?.day === day; begun += 1) {
      const least = leastOf(graph, starts[begun]?.tie);
      [total, open] = [total.add(least.held), open + least.open];
    }
    for (; ends[ended]?.day === day; ended += 1) {
      const least = leastOf(graph, ends[ended]?.tie);
      [total, open] = [total.sub(least.held), open - least.open];
    }
    const isOpen = open > 0;
    if (exceeds(total, isOpen))
      findings.push(findingOn(graph, party, { day, to: edges[at + 1] ?? DAY_MAX, total, isOpen, holdings }));
  }
  return findings;
}

/** Holdings by the day on which they begin, or end. */
function inOrder(
  holdings: readonly number[],
  days: Int32Array,
): { readonly tie: number; readonly day: number }[] {
  return holdings.map((tie) => ({ tie, day: days[tie] ?? 0 })).sort((a, b) => a.day - b.day);
}

/** What a holding is for certain, and whether it is more than that. */
function leastOf(
  { facts, fractions }: OwnershipGraph,
  tie = 0,
): { readonly held: Fraction; readonly open: number } {
  const share = facts[tie]?.share;
  return { held: fractions(share?.min ?? '0'), open: share?.minExclusive ? 1 : 0 };
}

function holdingsOf({ flat }: OwnershipGraph, party: number): number[] {
  const ties = flat.upTies.subarray(flat.up[party], flat.up[party + 1]);
  return Array.from(ties).filter((tie) => ((flat.tie[tie] ?? 0) & ~TIE_WEAK) === TIE.holding);
}

interface Over {
  readonly day: number;
  readonly to: number;
  readonly total: Fraction;
  /** Do they hold more than the total? */
  readonly isOpen: boolean;
  readonly holdings: readonly number[];
}

function findingOn(
  { parties, flat, facts }: OwnershipGraph,
  party: number,
  { day, to, total, isOpen, holdings }: Over,
): DataFinding {
  const active = holdings.filter((tie) => (flat.from[tie] ?? 0) <= day && day < (flat.to[tie] ?? 0));
  const info = parties[party];
  const sum = `${isOpen ? 'more than ' : ''}${formatExact(total)} %`;
  return {
    kind: 'over-allocated',
    party: info?.id ?? '',
    from: fromDay(day),
    to: fromDay(to),
    facts: active.flatMap((tie) => facts[tie]?.rows.map((row) => row.id) ?? []),
    text: `The recorded holdings in ${info?.name} add up to ${sum}: at least one is wrong or ended earlier. Decided on the recorded shares, without cutting any.`,
  };
}
