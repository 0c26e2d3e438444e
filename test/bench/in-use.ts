import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Facts } from '../../server/facts/facts.ts';
import { learn } from '../../server/facts/learn.ts';
import { joinFacts, NO_FACTS } from '../../server/facts/sections.ts';
import { loadInput, readInput, SEED } from '../../server/pipeline.ts';
import { openStore, type Store } from '../../server/store/connection.ts';
import { factChanges } from '../../server/store/fact-changes.ts';
import type { Law } from '../../server/store/load-report.ts';
import { startManaged } from '../../server/store/managed/managed.ts';
import { readFacts } from '../../server/store/read-facts.ts';
import { type FactWriting, writeFacts } from '../../server/store/write-facts.ts';
import { graphHash, plainStatement } from './in-use-graph.ts';
import { type PlainRows, plainRows, writePlainly } from './in-use-plain.ts';
import { registerFacts } from './made/register-facts.ts';
import { type Measured, targetRow } from './target.ts';

/** As many as one load, which is one transaction, writes within the memory that a managed Neo4j has on 16 GB: 8 KB a row. */
const PARTIES = 50_000;
const HOLDINGS = 2 * PARTIES;
/** A hundredth of it goes in first, unmeasured, both ways: until plans are made and code is compiled. */
const WARM_UP = 0.01;
const SESSIONS = [1, 2, 4];
const PAIRS = 2;
const PART_OF_PLAIN = 0.8;
/** How the ids of the made parties begin, and no id of the seed. */
const MADE = 'party-';
const DAY = '2026-01-01';

type Say = (line: string) => void;

/**
 * How fast facts go into a Neo4j that is in use, which holds the seed: the product's own writing of them, in one
 * transaction, beside the best of some plain `UNWIND` scripts over rows that are ready.
 *
 * @throws SetupError when Neo4j does not start; Error when the two leave different nodes or ties
 */
export async function inUseFigure(law: Law, say: Say): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-bench-'));
  const managed = await startManaged({ folder: join(folder, 'neo4j'), boltPort: 0, say });
  const store = await openStore(managed.address);
  try {
    await loadInput(store, readInput([SEED]), law, () => {});
    say('  in use: the seed is loaded');
    await measure({ store, law, say }, WARM_UP);
    return figureOf(await measure({ store, law, say }, 1));
  } finally {
    await store.close();
    await managed.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Ground {
  readonly store: Store;
  readonly law: Law;
  readonly say: Say;
}

/** Seconds of both. */
interface Pair {
  readonly plain: number;
  readonly ours: number;
}

/** Pair by pair; after the first, of the plain scripts only the one that was quickest in it. */
async function measure({ store, law, say }: Ground, part: number): Promise<Pair[]> {
  const made = registerFacts(PARTIES * part, HOLDINGS * part);
  const rows = plainRows(made);
  const writing = await writingOf(store, made, law);
  const pairs: Pair[] = [];
  let tried: readonly number[] = SESSIONS;
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const plain = await bestPlain({ store, say }, rows, tried);
    tried = [plain.sessions];
    const ours = await fresh(store, () => store.write((tx) => writeFacts(tx, writing)));
    say(`  in use: ours in ${ours.seconds.toFixed(1)} s`);
    if (ours.left !== plain.left) throw new Error('The plain script and the product leave something else.');
    pairs.push({ plain: plain.seconds, ours: ours.seconds });
  }
  return pairs;
}

/** What the load finds out before it writes: what is stated now and held already, and what of it is new. */
async function writingOf(store: Store, made: Facts, { regulation }: Law): Promise<FactWriting> {
  const seed = readInput([SEED]);
  const held = await store.read(readFacts);
  const learned = learn({ stated: joinFacts(seed.facts, made), held, day: DAY });
  const changes = factChanges(held, learned.facts, false);
  const request = { former: NO_FACTS, editions: seed.manifest?.editions ?? [] };
  return { request, learned, changes, isAnew: false, regulation, progress: () => {} };
}

/** The quickest of the plain scripts, with what they all leave. */
async function bestPlain(
  { store, say }: Omit<Ground, 'law'>,
  rows: PlainRows,
  tried: readonly number[],
): Promise<Left & { readonly sessions: number }> {
  const all: (Left & { readonly sessions: number })[] = [];
  for (const sessions of tried) {
    const each = await fresh(store, () => writePlainly(store, rows, sessions));
    say(`  in use: a plain script of ${sessions} sessions in ${each.seconds.toFixed(1)} s`);
    all.push({ ...each, sessions });
  }
  const [best] = all.toSorted((a, b) => a.seconds - b.seconds);
  if (best === undefined || all.some(({ left }) => left !== best.left))
    throw new Error('Plain scripts leave something else than each other.');
  return best;
}

interface Left {
  readonly seconds: number;
  /** Hash of everything that Neo4j then holds. */
  readonly left: string;
}

/** Writes into a Neo4j that holds the seed and no more, and removes what was written. */
async function fresh(store: Store, write: () => Promise<unknown>): Promise<Left> {
  globalThis.gc?.();
  const start = performance.now();
  await write();
  const seconds = (performance.now() - start) / 1_000;
  const left = await graphHash(store);
  const session = store.session('WRITE');
  try {
    await session.run(plainStatement('remove'), { prefix: MADE });
  } finally {
    await session.close();
  }
  return { seconds, left };
}

function figureOf(pairs: readonly Pair[]): Measured {
  const ratios = pairs.map(({ plain, ours }) => plain / ours).sort((a, b) => a - b);
  const [lowest = 0, highest = 0] = [ratios.at(0), ratios.at(-1)];
  const sum = (which: keyof Pair) => pairs.reduce((all, pair) => all + pair[which], 0) / pairs.length;
  const rate = (which: keyof Pair) => Math.round((PARTIES + HOLDINGS) / sum(which));
  return targetRow(
    {
      name: 'load into a Neo4j in use, part of the speed of plain UNWIND',
      meaning: `facts written in one transaction; the other is the quickest of ${SESSIONS.join(', ')} sessions of a plain script over ready rows; elapsed time`,
      target: { atLeast: PART_OF_PLAIN },
    },
    {
      ...{
        value: ratios.reduce((all, each) => all + each, 0) / ratios.length,
        lowest,
        highest,
        linear: null,
      },
      sizes: `${PARTIES} parties, ${HOLDINGS} holdings, beside the seed`,
      results: `${rate('ours')} rows/s beside ${rate('plain')}`,
    },
  );
}
