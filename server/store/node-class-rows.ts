import type { NodeContradiction, NodePeriod } from '../analysis/facilities/joined.ts';
import { neo4jDate, type StampedRow } from './load-rows.ts';

/** Rows of the node classes over time, and of what contradicts a stated one. */

export function nodeClassRow(period: NodePeriod): StampedRow {
  const { id, facility } = period;
  const dates = { from: neo4jDate(period.from), to: neo4jDate(period.to) };
  return { id, facility, properties: { ...period, ...dates } };
}

export function contradictionRow({ kind, facility, text, from, to }: NodeContradiction): StampedRow {
  const id = ['data', kind, facility, from ?? 'always'].join(':');
  const dates = { from: neo4jDate(from), to: neo4jDate(to) };
  return { id, facility, properties: { id, kind, facility, text, facts: [], ...dates } };
}
