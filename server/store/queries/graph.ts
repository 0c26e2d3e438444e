import { OUTCOMES } from '../../analysis/verdict.ts';
import { CONFIDENCES } from '../../facts/confidence.ts';
import { covers } from '../../facts/dates.ts';
import { DATE_PRECISIONS } from '../../facts/facts.ts';
import { EDGE_TYPES, type Graph, type GraphEdge, type GraphNode } from '../../wire/graph.ts';
import type { Runner } from '../connection.ts';
import { PropertyReader } from '../properties.ts';
import { seenIn } from '../seen-properties.ts';
import { inner, type OnDay, rows } from './on-day.ts';

/** The given things and all ties between them, as the canvas draws them. Unknown ids are left out. */
export async function readGraph(tx: Runner, ids: readonly string[], day: OnDay): Promise<Graph> {
  const [nodes, edges] = await Promise.all([readNodes(tx, ids, day), readTiesAmong(tx, ids, day.asOf)]);
  return { nodes, edges };
}

/** The given things as the canvas marks them on a day, in no order. Unknown ids are left out. */
export async function readNodes(tx: Runner, ids: readonly string[], day: OnDay): Promise<GraphNode[]> {
  return (await rows(tx, 'read/nodes', { ids: [...new Set(ids)], ...day })).map(toNode);
}

/** All ties between the given things. */
export async function readTiesAmong(tx: Runner, ids: readonly string[], asOf: string): Promise<GraphEdge[]> {
  return (await rows(tx, 'read/edges-among', { ids: [...new Set(ids)] })).map((row) => toEdge(row, asOf));
}

/** The ties with the given ids and the things at their ends, with no other ties. */
export async function readEvidence(
  tx: Runner,
  facts: readonly string[],
  more: readonly string[],
  day: OnDay,
): Promise<Graph> {
  const edges = (await rows(tx, 'read/edges-by-id', { ids: [...new Set(facts)] })).map((row) =>
    toEdge(row, day.asOf),
  );
  return readEnds(tx, edges, more, day);
}

/** Ties that were read already, with the things at their ends. */
export async function readEnds(
  tx: Runner,
  edges: GraphEdge[],
  more: readonly string[],
  day: OnDay,
): Promise<Graph> {
  const ids = [...more, ...edges.flatMap(({ source, target }) => [source, target])];
  return { nodes: await readNodes(tx, ids, day), edges };
}

function toNode(row: PropertyReader): GraphNode {
  const thing = inner(row, 'thing');
  const labels = row.texts('labels');
  const type = labels.includes('Facility') ? 'facility' : labels.includes('Address') ? 'address' : 'party';
  return {
    id: thing.text('id'),
    type,
    kind: type === 'address' ? 'address' : thing.text('kind'),
    name: type === 'address' ? thing.text('text') : thing.text('name'),
    originalName: thing.optionalText('originalName'),
    country: thing.optionalText(type === 'facility' ? 'country' : 'jurisdiction'),
    outcome: type === 'party' ? row.oneOf('outcome', OUTCOMES, 'not-captured') : null,
    weak: row.flag('weak') ?? false,
    codes: codesOf(row),
    advancedNode: isAdvanced(row.optionalText('nodeClass')),
    flags: row.texts('flags'),
    confidence: thing.oneOf('confidence', CONFIDENCES, 'verified'),
  };
}

/** The node class of the day as the canvas draws it: null for what is no facility, or of which nobody knows. */
export function isAdvanced(nodeClass: string | null): boolean | null {
  return nodeClass === null || nodeClass === 'unknown' ? null : nodeClass === 'advanced';
}

/** `EL·5` for the Entity List with footnote 5, one code a list. */
function codesOf(row: PropertyReader): string[] {
  return row.maps('listings').map((each) => {
    const listing = new PropertyReader(each);
    return [listing.text('code'), ...listing.texts('footnotes')].join('·');
  });
}

/** A tie as an edge. Label and ends are those of the fact, whatever it is drawn in. */
function toEdge(row: PropertyReader, asOf: string): GraphEdge {
  const fact = inner(row, 'fact');
  const type = row.oneOf('type', EDGE_TYPES);
  const [from, to] = [fact.date('from'), fact.date('to')];
  return {
    id: fact.text('id'),
    type,
    source: row.text('a'),
    target: row.text('b'),
    kind: fact.text('kind'),
    label: labelOf(type, fact),
    shareMin: fact.number('shareMin'),
    shareMax: fact.number('shareMax'),
    joins: fact.flag('joins'),
    from,
    to,
    fromPrecision: fact.oneOf('fromPrecision', DATE_PRECISIONS, 'day'),
    toPrecision: fact.oneOf('toPrecision', DATE_PRECISIONS, 'day'),
    active: covers({ from, to }, asOf),
    confidence: fact.oneOf('confidence', CONFIDENCES),
    sources: fact.texts('sources'),
    note: fact.text('note'),
    row: fact.text('row'),
    seen: seenIn(fact),
  };
}

function labelOf(type: GraphEdge['type'], fact: PropertyReader): string {
  if (type === 'OWNS') return fact.text('share');
  if (type === 'INVESTED_IN') return ['invested', fact.text('round')].filter(Boolean).join(', ');
  if (type === 'OFFICER_OF') return fact.text('role') || 'officer';
  if (type === 'OPERATES') return 'operates';
  if (type === 'LOCATED_AT') return 'address';
  return fact.text('kind').replaceAll('-', ' ');
}
