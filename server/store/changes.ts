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
export const NOTHING_STORED: Readonly<Record<ConclusionKind, Stored>> = {
  ...{ verdicts: NONE, joined: NONE, dataFindings: NONE, nodeClasses: NONE },
  ...{ nodeContradictions: NONE, memberships: NONE, findings: NONE },
};

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
  return {
    verdicts: stored('verdicts'),
    joined: stored('joined'),
    dataFindings: stored('dataFindings'),
    nodeClasses: stored('nodeClasses'),
    nodeContradictions: stored('nodeContradictions'),
    memberships: stored('memberships'),
    findings: stored('findings'),
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

function distrusted(stored: Stored): Stored {
  return new Map([...stored.keys()].map((id) => [id, { hash: '', component: '' }]));
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
}

/** Compares what is concluded with what is held. */
export function changeOf({ kind, path, rows, stored, salt, kept = [] }: Comparing): Change {
  const changed: LoadRow[] = [];
  const wanted = new Set(kept);
  for (const row of rows) {
    const hash = hashOf(row, salt);
    if (stored.get(row.id)?.hash !== hash)
      changed.push({ ...row, properties: sealed({ ...row.properties, hash }) });
    wanted.add(row.id);
  }
  const gone = [...stored.keys()].filter((id) => !wanted.has(id));
  return { kind, path, rows: changed, total: wanted.size, written: changed.length, gone };
}

function sealed(properties: object): object {
  return { ...properties, seal: sealOf(properties) };
}

function hashOf(row: StampedRow, salt: string): string {
  return createHash('sha256').update(salt).update(JSON.stringify(row)).digest('hex').slice(0, 32);
}
