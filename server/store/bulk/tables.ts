import type { LoadRow } from '../load-rows.ts';

/** Which nodes and ties the rows of a statement of `cypher/load/` or `cypher/conclude/` make. */

/** Ids are unique within a group. */
type Group = string;

interface NodeTable {
  readonly group: Group;
  /** The label by whose constraint its ids are unique. */
  readonly label: string;
  readonly labels: (row: LoadRow) => readonly string[];
}

export interface TieTable {
  readonly type: string;
  readonly from: Group;
  readonly to: Group;
  /** Ids of the two ends of each tie that the row makes. */
  readonly ends: (row: LoadRow) => readonly (readonly [string, string])[];
  /** Does the tie have the properties of the row? */
  readonly hasProperties: boolean;
}

export interface RowTables {
  readonly node: NodeTable | null;
  readonly ties: readonly TieTable[];
}

const KIND_LABELS: ReadonlyMap<unknown, string> = new Map([
  ['company', 'Company'],
  ['person', 'Person'],
  ['fund', 'Fund'],
  ['government', 'Government'],
  ['vessel', 'Vessel'],
]);

/** A node of one label, and ties without properties between it and others. */
function node(label: string, group: Group, ...ties: TieTable[]): RowTables {
  const labels = [label];
  return { node: { group, label, labels: () => labels }, ties };
}

/** A tie between the node of the row and the one whose id the row names. */
function from(group: Group, name: string, type: string, to: Group): TieTable {
  return {
    type,
    from: group,
    to,
    ends: (row) => named(row, name, (id) => [id, row.id]),
    hasProperties: false,
  };
}

function to(group: Group, name: string, type: string, own: Group): TieTable {
  return {
    ...{ type, from: own, to: group, hasProperties: false },
    ends: (row) => named(row, name, (id) => [row.id, id]),
  };
}

function named(row: LoadRow, name: string, ends: (id: string) => readonly [string, string]) {
  const ids: unknown = row[name];
  if (ids === null || ids === undefined) return [];
  return (Array.isArray(ids) ? ids : [ids]).map((id) => ends(String(id)));
}

/** A tie that is the row itself. */
function tie(type: string, a: Group, b: Group): RowTables {
  const ends = (row: LoadRow) => [[String(row.a), String(row.b)] as const];
  return { node: null, ties: [{ type, from: a, to: b, ends, hasProperties: true }] };
}

function partyLabels({ kind }: LoadRow): readonly string[] {
  const label = KIND_LABELS.get(kind);
  return label === undefined ? ['Party'] : ['Party', label];
}

/** An order is on a party or on a facility. */
function ordered(by: 'party' | 'facility'): TieTable {
  const all = from(by, 'subject', 'ORDERED', 'order');
  return { ...all, ends: (row) => (row.subjectKind === by ? all.ends(row) : []) };
}

export const TABLES: Readonly<Record<string, RowTables>> = {
  'load/sources': node('Source', 'source'),
  'load/lists': node('List', 'list'),
  'load/editions': node('Edition', 'edition', to('list', 'list', 'ON', 'edition')),
  'load/parties': { node: { group: 'party', label: 'Party', labels: partyLabels }, ties: [] },
  'load/facilities': node('Facility', 'facility'),
  'load/addresses': node('Address', 'address'),
  'load/listings': node(
    'Listing',
    'listing',
    from('party', 'party', 'LISTED_AS', 'listing'),
    to('list', 'list', 'ON', 'listing'),
  ),
  'load/holdings': tie('OWNS', 'party', 'party'),
  'load/controls': tie('CONTROLS', 'party', 'party'),
  'load/investments': tie('INVESTED_IN', 'party', 'party'),
  'load/affiliations': tie('AFFILIATED_WITH', 'party', 'party'),
  'load/officers': tie('OFFICER_OF', 'party', 'party'),
  'load/operators': tie('OPERATES', 'party', 'facility'),
  'load/physical-links': tie('PHYSICALLY_LINKED_TO', 'facility', 'facility'),
  'load/orders': node('Order', 'order', ordered('party'), ordered('facility')),
  'load/party-addresses': tie('LOCATED_AT', 'party', 'address'),
  'load/facility-addresses': tie('LOCATED_AT', 'facility', 'address'),
  'load/former-facts': node('FormerFact', 'former'),
  'conclude/verdicts': node(
    'Verdict',
    'verdict',
    from('party', 'party', 'HAS_VERDICT', 'verdict'),
    to('listing', 'listings', 'EVIDENCED_BY', 'verdict'),
  ),
  'conclude/joined-facilities': tie('ONE_FACILITY_WITH', 'facility', 'facility'),
  'conclude/data-findings': node('DataFinding', 'data', from('party', 'party', 'RAISES', 'data')),
  'conclude/facility-data-findings': node(
    'DataFinding',
    'data',
    from('facility', 'facility', 'RAISES', 'data'),
  ),
  'conclude/node-classes': node(
    'NodeClass',
    'class',
    from('facility', 'facility', 'HAS_NODE_CLASS', 'class'),
  ),
  'conclude/memberships': node(
    'Membership',
    'membership',
    from('party', 'party', 'HAS_MEMBERSHIP', 'membership'),
  ),
};
