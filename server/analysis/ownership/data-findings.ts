import Fraction from 'fraction.js';
import { DAY_MAX, DAY_MIN, fromDay } from '../../facts/dates.ts';
import { formatExact } from '../../facts/share.ts';
import { TIE, TIE_WEAK } from '../../projection/flat-ownership.ts';
import type { OwnershipGraph } from '../../projection/ownership-graph.ts';
import type { DataFinding } from '../verdict.ts';

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
    const text = `${owner?.name} is said to hold different shares of ${party?.name} for the same days; the range covers them all.`;
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

/** One finding for each day on which a holding begins while all of them add up to more than 100 percent. */
function overAllocated(graph: OwnershipGraph, party: number): DataFinding[] {
  const { flat, facts, fractions } = graph;
  if ((flat.certain[party] ?? 0) <= flat.whole && flat.odd?.[party] !== 1) return [];
  const holdings = holdingsOf(graph, party);
  const starts = [...holdings].sort((a, b) => (flat.from[a] ?? 0) - (flat.from[b] ?? 0));
  const ends = [...holdings].sort((a, b) => (flat.to[a] ?? 0) - (flat.to[b] ?? 0));
  const least = (tie: number | undefined): Fraction => fractions(facts[tie ?? 0]?.share.min ?? '0');
  const findings: DataFinding[] = [];
  let [total, begun, ended] = [ZERO, 0, 0];
  while (begun < starts.length) {
    const day = flat.from[starts[begun] ?? 0] ?? DAY_MIN;
    for (; flat.from[starts[begun] ?? -1] === day; begun += 1) total = total.add(least(starts[begun]));
    for (; (flat.to[ends[ended] ?? -1] ?? DAY_MAX) <= day; ended += 1) total = total.sub(least(ends[ended]));
    if (total.compare(100) > 0) findings.push(findingOn(graph, party, { day, total, holdings }));
  }
  return findings;
}

function holdingsOf({ flat }: OwnershipGraph, party: number): number[] {
  const ties = flat.upTies.subarray(flat.up[party], flat.up[party + 1]);
  return Array.from(ties).filter((tie) => ((flat.tie[tie] ?? 0) & ~TIE_WEAK) === TIE.holding);
}

interface Over {
  readonly day: number;
  readonly total: Fraction;
  readonly holdings: readonly number[];
}

function findingOn(
  { parties, flat, facts }: OwnershipGraph,
  party: number,
  { day, total, holdings }: Over,
): DataFinding {
  const active = holdings.filter((tie) => (flat.from[tie] ?? 0) <= day && day < (flat.to[tie] ?? 0));
  const end = active.reduce((first, tie) => Math.min(first, flat.to[tie] ?? DAY_MAX), DAY_MAX);
  const info = parties[party];
  return {
    kind: 'over-allocated',
    party: info?.id ?? '',
    from: fromDay(day),
    to: fromDay(end),
    facts: active.flatMap((tie) => facts[tie]?.rows.map((row) => row.id) ?? []),
    text: `The recorded holdings in ${info?.name} add up to ${formatExact(total)} %: at least one is wrong or ended earlier.`,
  };
}
