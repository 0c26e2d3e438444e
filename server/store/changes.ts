import { createHash } from 'node:crypto';
import type { Record as Neo4jRecord } from 'neo4j-driver';
import type { Runner } from './connection.ts';
import type { LoadBatch, LoadRow, StampedRow } from './load-rows.ts';
import { PropertyReader } from './properties.ts';
import { sealOf } from './seal.ts';
import { statement } from './statements.ts';

/** Conclusions that Neo4j holds: the hash of each by its id, and of verdicts that of their component. */
export type Stored = ReadonlyMap<string, { readonly hash: string; readonly component: string }>;

const KINDS = [
  'verdicts',
  'joined',
  'dataFindings',
  'nodeClasses',
  'nodeContradictions',
  'memberships',
  'findings',
] as const;
export type ConclusionKind = (typeof KINDS)[number];

const READ: Readonly<Record<ConclusionKind, string>> = {
  verdicts: 'conclude/stored-verdicts',
  joined: 'conclude/stored-joined-facilities',
  dataFindings: 'conclude/stored-data-findings',
  nodeClasses: 'conclude/stored-node-classes',
  nodeContradictions: 'conclude/stored-facility-data-findings',
  memberships: 'conclude/stored-memberships',
  findings: 'conclude/stored-findings',
};

const NONE: Stored = new Map();

/** What an empty Neo4j holds of each kind. */
export const NOTHING_STORED: Readonly<Record<ConclusionKind, Stored>> = byKind(() => NONE);

/**
 * Reads what is held of each kind. Where somebody has added, deleted or edited some by hand, none is taken for the same:
 * all are drawn and written again. One without a hash was written by an older Interlock, and is never the same.
 *
 * @param counts how many the load before left of each kind
 */
export async function readStored(
  tx: Runner,
  counts: Readonly<Record<string, number>>,
): Promise<Readonly<Record<ConclusionKind, Stored>>> {
  const read = new Map<ConclusionKind, ReadKind>();
  let next = tx.run(statement(READ[KINDS[0]]));
  for (const [index, kind] of KINDS.entries()) {
    const rows = next;
    // Neo4j works on the next kind while this one is being looked at.
    const following = KINDS[index + 1];
    if (following !== undefined) next = tx.run(statement(READ[following]));
    read.set(kind, await readKind(rows));
  }
  const isAsLeft = [...read].every(
    ([kind, { stored, isEdited }]) => !isEdited && stored.size === counts[kind],
  );
  const stored = (kind: ConclusionKind): Stored => {
    const held: Stored = read.get(kind)?.stored ?? new Map();
    return isAsLeft ? held : distrusted(held);
  };
  return byKind(stored);
}

function byKind(of: (kind: ConclusionKind) => Stored): Readonly<Record<ConclusionKind, Stored>> {
  return {
    ...{ verdicts: of('verdicts'), joined: of('joined'), dataFindings: of('dataFindings') },
    ...{ nodeClasses: of('nodeClasses'), nodeContradictions: of('nodeContradictions') },
    ...{ memberships: of('memberships'), findings: of('findings') },
  };
}

interface ReadKind {
  readonly stored: Stored;
  /** Is the seal of any of them broken? */
  readonly isEdited: boolean;
}

/** Row by row, so that no more of the texts is in memory than what is being looked at. */
async function readKind(rows: AsyncIterable<Neo4jRecord>): Promise<ReadKind> {
  const stored = new Map<string, { readonly hash: string; readonly component: string }>();
  let isEdited = false;
  for await (const record of rows) {
    const row = new PropertyReader(record.toObject());
    stored.set(row.text('id'), { hash: row.text('hash'), component: row.text('component') });
    const properties = row.map('properties');
    isEdited ||= properties.seal !== sealOf(properties);
  }
  return { stored, isEdited };
}

/** Never the same as what is concluded now. */
const UNKNOWN = { hash: '', component: '' };

function distrusted(stored: Stored): Stored {
  return new Map([...stored.keys()].map((id) => [id, UNKNOWN]));
}

/** What is held of each kind after all changes. */
export function leftBy(changes: readonly Change[]): Readonly<Record<ConclusionKind, Stored>> {
  const left = new Map(changes.map((change) => [change.kind, change.left]));
  return byKind((kind) => left.get(kind) ?? NONE);
}

export interface Comparing {
  readonly kind: ConclusionKind;
  /** The statement that writes rows of this kind. */
  readonly path: string;
  /** What is concluded now, but for what is kept without a look. */
  readonly rows: readonly StampedRow[];
  readonly stored: Stored;
  /** Goes into every hash. */
  readonly salt: string;
  /** Ids of what is held and follows as before. */
  readonly kept?: readonly string[];
}

/** What has to be done so that Neo4j holds what is concluded now. */
export interface Change extends LoadBatch {
  readonly kind: ConclusionKind;
  /** How many there are of the kind afterwards. */
  readonly total: number;
  readonly written: number;
  /** Ids of what is held and no longer concluded. */
  readonly gone: readonly string[];
  /** What is held of the kind afterwards. */
  readonly left: Stored;
}

/** Compares what is concluded with what is held. */
export function changeOf({ kind, path, rows, stored, salt, kept = [] }: Comparing): Change {
  const changed: LoadRow[] = [];
  const left = new Map(kept.map((id) => [id, stored.get(id) ?? UNKNOWN]));
  for (const row of rows) {
    const hash = hashOf(row, salt);
    if (stored.get(row.id)?.hash !== hash)
      changed.push({ ...row, properties: sealed({ ...row.properties, hash }) });
    left.set(row.id, { hash, component: componentOf(row) });
  }
  const gone = [...stored.keys()].filter((id) => !left.has(id));
  return { kind, path, rows: changed, total: left.size, written: changed.length, gone, left };
}

function componentOf({ properties }: StampedRow): string {
  return 'component' in properties ? String(properties.component) : '';
}

function sealed(properties: object): object {
  return { ...properties, seal: sealOf(properties) };
}

function hashOf(row: StampedRow, salt: string): string {
  return createHash('sha256').update(salt).update(JSON.stringify(row)).digest('hex').slice(0, 32);
}
