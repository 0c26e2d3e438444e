import { NotFoundError } from '../../errors.ts';
import type { EdgeType, GraphEdge, NeighbourCount, NeighboursReply } from '../../wire/graph.ts';
import type { Runner } from '../connection.ts';
import { readGraph, readTiesAmong } from './graph.ts';
import { type OnDay, rows } from './on-day.ts';

interface Group {
  readonly group: string;
  readonly one: string;
  readonly label: string;
  readonly types: readonly EdgeType[];
  readonly direction: 'in' | 'out' | 'both';
}

/** The kinds by which a thing can be expanded, in the order in which they are offered. */
export const NEIGHBOUR_GROUPS: readonly Group[] = [
  { group: 'owners', one: 'owner', label: 'owners', types: ['OWNS'], direction: 'in' },
  { group: 'holdings', one: 'holding', label: 'holdings', types: ['OWNS'], direction: 'out' },
  { group: 'controllers', one: 'controller', label: 'controllers', types: ['CONTROLS'], direction: 'in' },
  {
    group: 'controlled',
    one: 'controlled party',
    label: 'controlled parties',
    types: ['CONTROLS'],
    direction: 'out',
  },
  { group: 'investors', one: 'investor', label: 'investors', types: ['INVESTED_IN'], direction: 'in' },
  { group: 'investments', one: 'investment', label: 'investments', types: ['INVESTED_IN'], direction: 'out' },
  {
    group: 'affiliations',
    one: 'affiliation',
    label: 'affiliations',
    types: ['AFFILIATED_WITH'],
    direction: 'both',
  },
  { group: 'officers', one: 'officer', label: 'officers', types: ['OFFICER_OF'], direction: 'in' },
  { group: 'posts', one: 'post', label: 'posts', types: ['OFFICER_OF'], direction: 'out' },
  { group: 'facilities', one: 'facility', label: 'facilities', types: ['OPERATES'], direction: 'out' },
  { group: 'operators', one: 'operator', label: 'operators', types: ['OPERATES'], direction: 'in' },
  {
    group: 'links',
    one: 'physical link',
    label: 'physical links',
    types: ['PHYSICALLY_LINKED_TO'],
    direction: 'both',
  },
  { group: 'addresses', one: 'address', label: 'addresses', types: ['LOCATED_AT'], direction: 'out' },
  {
    group: 'residents',
    one: 'party at this address',
    label: 'parties at this address',
    types: ['LOCATED_AT'],
    direction: 'in',
  },
];

/** How many neighbours of each kind a thing has, on the day and on others. Kinds without any are left out. */
export async function countNeighbours(tx: Runner, id: string, asOf: string): Promise<NeighbourCount[]> {
  const found = await rows(tx, 'read/neighbour-counts', { id, asOf });
  return NEIGHBOUR_GROUPS.flatMap(({ group, one, label, types, direction }) => {
    const mine = found.filter((row) => {
      const isOut = row.flag('outgoing') ?? false;
      return (
        types.some((type) => type === row.text('type')) &&
        (direction === 'both' || (direction === 'out') === isOut)
      );
    });
    const count = (active: boolean): number =>
      mine
        .filter((row) => row.flag('active') === active)
        .reduce((sum, row) => sum + (row.number('neighbours') ?? 0), 0);
    const [active, ended] = [count(true), count(false)];
    return active + ended === 0 ? [] : [{ group, label: active === 1 ? one : label, active, ended }];
  });
}

export interface NeighbourRequest extends OnDay {
  readonly id: string;
  readonly group: string;
  readonly limit: number;
  /** Also ties that do not hold on the day. */
  readonly ended: boolean;
}

/**
 * A thing with its neighbours of one kind: at most `limit` of them, with the true total beside.
 *
 * @throws NotFoundError for a kind that does not exist
 */
export async function readNeighbours(tx: Runner, request: NeighbourRequest): Promise<NeighboursReply> {
  const { id, asOf, regime } = request;
  const group = groupOf(request.group);
  const { ids, total } = await readIds(tx, group, request);
  const graph = await readGraph(tx, [id, ...ids], { asOf, regime });
  const edges = tiesTo(group, request, graph.edges);
  return { group: group.group, total, shown: ids.length, graph: { nodes: graph.nodes, edges } };
}

/**
 * The ties of a thing to its neighbours of one kind, without the neighbours.
 *
 * @throws NotFoundError for a kind that does not exist
 */
export async function readNeighbourTies(tx: Runner, request: NeighbourRequest): Promise<GraphEdge[]> {
  const group = groupOf(request.group);
  const { ids } = await readIds(tx, group, request);
  if (ids.length === 0) return [];
  return tiesTo(group, request, await readTiesAmong(tx, [request.id, ...ids], request.asOf));
}

function groupOf(wanted: string): Group {
  const found = NEIGHBOUR_GROUPS.find(({ group }) => group === wanted);
  if (found) return found;
  const known = NEIGHBOUR_GROUPS.map(({ group }) => group).join(', ');
  throw new NotFoundError(`There is no kind of neighbour "${wanted}".`, `Use one of: ${known}.`);
}

async function readIds(
  tx: Runner,
  { types, direction }: Group,
  { id, asOf, ended, limit }: NeighbourRequest,
): Promise<{ ids: string[]; total: number }> {
  const found = await rows(tx, 'read/neighbours', { id, types, direction, asOf, ended, limit });
  return { ids: found.map((row) => row.text('id')), total: found[0]?.number('total') ?? 0 };
}

function tiesTo({ types }: Group, { id, ended }: NeighbourRequest, edges: readonly GraphEdge[]): GraphEdge[] {
  return edges.filter(
    (edge) =>
      types.includes(edge.type) && (edge.source === id || edge.target === id) && (ended || edge.active),
  );
}
