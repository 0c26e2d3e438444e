import { totalmem } from 'node:os';
import { SetupError } from '../../errors.ts';

/** How much memory the managed Neo4j may take, in MiB. */
export interface Neo4jMemory {
  readonly heap: number;
  /** Of one transaction: a load is one, so that it is whole or not at all. What wants more is ended, not the database. */
  readonly transaction: number;
  /** Of all transactions together. */
  readonly transactions: number;
}

const LEAST = 1_024;
/** Java takes it only when it needs it; a fifth leaves room for Interlock itself and for the page cache of the system. */
const PART_OF_MACHINE = 5;
const MOST = 8_192;

/**
 * Memory for the managed Neo4j: a fifth of the machine's, between 1 and 8 GiB, or what `INTERLOCK_NEO4J_HEAP` says in
 * MiB.
 *
 * @throws SetupError when that is no whole number of at least 512
 */
export function neo4jMemory(
  environment: NodeJS.ProcessEnv = process.env,
  machine: number = totalmem(),
): Neo4jMemory {
  const asked = environment.INTERLOCK_NEO4J_HEAP;
  const heap = asked === undefined ? usual(machine) : megabytes(asked);
  return { heap, transaction: Math.floor(heap / 2), transactions: Math.floor((heap * 3) / 4) };
}

function usual(machine: number): number {
  return Math.min(MOST, Math.max(LEAST, Math.floor(machine / 2 ** 20 / PART_OF_MACHINE)));
}

function megabytes(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 512 && Number.isSafeInteger(value)) return value;
  throw new SetupError(
    `INTERLOCK_NEO4J_HEAP is "${text}", which is no number of megabytes.`,
    'Set it to a whole number from 512 on, or leave it out.',
  );
}
