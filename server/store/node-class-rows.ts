import type { Conclusions } from '../analysis/analyse.ts';
import type { NodeContradiction, NodePeriod } from '../analysis/facilities/joined.ts';
import { type LoadBatch, type LoadRow, neo4jDate } from './load-rows.ts';

/** Rows of the node classes over time, and of what contradicts a stated one. */
export function nodeClassBatches(
  { nodePeriods, nodeContradictions }: Pick<Conclusions, 'nodePeriods' | 'nodeContradictions'>,
  run: string,
): LoadBatch[] {
  return [
    { path: 'conclude/node-classes', rows: nodePeriods.map((period) => nodeClassRow(period, run)) },
    {
      path: 'conclude/facility-data-findings',
      rows: nodeContradictions.map((finding) => contradictionRow(finding, run)),
    },
  ];
}

function nodeClassRow(period: NodePeriod, run: string): LoadRow {
  const { id, facility } = period;
  const dates = { from: neo4jDate(period.from), to: neo4jDate(period.to) };
  return { id, facility, properties: { ...period, ...dates, run } };
}

function contradictionRow({ kind, facility, text, from, to }: NodeContradiction, run: string): LoadRow {
  const id = ['data', kind, facility, from ?? 'always'].join(':');
  const dates = { from: neo4jDate(from), to: neo4jDate(to) };
  return { id, facility, properties: { id, kind, facility, text, facts: [], ...dates, run } };
}
