import Fraction from 'fraction.js';
import { DAY_MAX, DAY_MIN, fromDay } from '../../facts/dates.ts';
import type { Facts } from '../../facts/facts.ts';
import { formatExact } from '../../facts/share.ts';
import {
  EDGE_KIND,
  isActive,
  type OwnershipGraph,
  projectOwnership,
} from '../../projection/ownership-graph.ts';
import type { DataFinding } from '../verdict.ts';

/** Holdings that contradict each other: more than 100 percent of one party, or two shares for the same days. */
export function holdingFindings(facts: Pick<Facts, 'parties' | 'holdings' | 'controls'>): DataFinding[] {
  const graph = projectOwnership(facts);
  const parties = [...graph.parties.keys()];
  return [...parties.flatMap((party) => overAllocated(graph, party)), ...conflicting(graph)];
}

function conflicting(graph: OwnershipGraph): DataFinding[] {
  return graph.facts.flatMap(({ rows, conflicting: differs }, edge) => {
    if (!differs) return [];
    const party = graph.parties[graph.owned[edge] ?? 0];
    const owner = graph.parties[graph.owner[edge] ?? 0];
    const text = `${owner?.name} is said to hold different shares of ${party?.name} for the same days; the range covers them all.`;
    return [
      {
        kind: 'conflicting-shares' as const,
        party: party?.id ?? '',
        from: fromDay(graph.from[edge] ?? DAY_MIN),
        to: fromDay(graph.to[edge] ?? DAY_MAX),
        facts: rows.map((row) => row.id),
        text,
      },
    ];
  });
}

function overAllocated(graph: OwnershipGraph, party: number): DataFinding[] {
  const edges = [...graph.upEdges.slice(graph.up[party], graph.up[party + 1])];
  const holdings = edges.filter((edge) => graph.kind[edge] === EDGE_KIND.holding);
  if (holdings.length < 2) return [];
  const days = [...new Set(holdings.map((edge) => graph.from[edge] ?? DAY_MIN))].sort((a, b) => a - b);
  return days.flatMap((day) => {
    const active = holdings.filter((edge) => isActive(graph, edge, day));
    const total = active.reduce((sum, edge) => sum.add(graph.facts[edge]?.share.min ?? 0), new Fraction(0));
    if (total.compare(100) <= 0) return [];
    const end = active.reduce((first, edge) => Math.min(first, graph.to[edge] ?? DAY_MAX), DAY_MAX);
    const info = graph.parties[party];
    return [
      {
        kind: 'over-allocated' as const,
        party: info?.id ?? '',
        from: fromDay(day),
        to: fromDay(end),
        facts: active.flatMap((edge) => graph.facts[edge]?.rows.map((row) => row.id) ?? []),
        text: `The recorded holdings in ${info?.name} add up to ${formatExact(total)} %: at least one is wrong or ended earlier.`,
      },
    ];
  });
}
