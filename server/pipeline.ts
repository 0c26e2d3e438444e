import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { analyse, type Conclusions } from './analysis/analyse.ts';
import { type Analysed, analyseDifference } from './analysis/analyse-difference.ts';
import { today } from './facts/dates.ts';
import type { Facts } from './facts/facts.ts';
import { NO_FACTS, sizeOf } from './facts/sections.ts';
import { type Inputs, SEED_ALONE } from './library/inputs.ts';
import { normaliseKnowledge } from './normalise/from-case.ts';
import { kindNotes } from './normalise/kind-notes.ts';
import { type CaseText, readCaseFiles } from './readers/case-file.ts';
import { readCaseTexts } from './readers/case-texts.ts';
import { checkManifest, type Manifest, readManifest } from './readers/seed-folder.ts';
import { readRegulation } from './regulation/read.ts';
import { ROOT } from './root.ts';
import type { Finding } from './rules/finding.ts';
import { judge } from './rules/judge.ts';
import { readRules } from './rules/read-rules.ts';
import { bulkLoad } from './store/bulk/bulk-load.ts';
import type { Store } from './store/connection.ts';
import type { Database } from './store/database.ts';
import type { Edition as StoredEdition } from './store/fact-rows.ts';
import { load } from './store/load.ts';
import type { Law, LoadReport, LoadRequest } from './store/load-report.ts';
import { isEmpty } from './store/queries/is-empty.ts';
import { applySchema } from './store/schema.ts';
import { recall } from './store/snapshot/left.ts';
import type { Progress } from './store/write-rows.ts';
import { codeHash, VERSION } from './version.ts';

/**
 * The way of the data, stage by stage:
 *
 *   files -> readers -> normalise -> store -> projection -> analysis -> store -> rules -> store -> api -> client
 *
 * `assess` takes the short way without a store: files -> readers -> normalise -> projection -> analysis -> rules.
 */

/** The product's own facts. */
export const SEED = join(ROOT, 'seed');

/** Facts from files, with what is needed to load them. */
export interface Input {
  readonly facts: Facts;
  /** Former versions of facts that the files hold; none when left out. */
  readonly former?: Facts;
  /** Day on which what is new was learned; today when left out. */
  readonly day?: string;
  /** Of the first folder that has one, with the editions of all. */
  readonly manifest: Manifest | null;
  /** Editions of lists that were loaded beside the base; none when left out. */
  readonly editions?: readonly StoredEdition[];
  /** Id under which a party of an edition stands, where it is another than its own. */
  readonly canonical?: ReadonlyMap<string, string>;
  /** What loading it changes, as JSON (`loading/change-record.ts`); what was recorded before stays when left out. */
  readonly changes?: string;
  /** What is loaded, for the next load; left out where it cannot be read again. */
  readonly inputs?: Inputs;
  /** Pairs of ids that may be one party and wait for a person; none when left out. */
  readonly waitingPairs?: number;
  /** The data folder, where what the load leaves is kept for the next one; nowhere when left out. */
  readonly data?: string;
  /** The paths, for people; `seed` for the product's own facts. */
  readonly name: string;
  /** Hash of the bytes read. */
  readonly hash: string;
  /** What was kept and not understood, for people. */
  readonly notes: readonly string[];
}

/** Reads the dated data of the law: regimes, lists, red flags. */
export function readLaw(): Law {
  return { regulation: readRegulation(), rules: readRules() };
}

/**
 * Files to facts: readers, then normalise. Nothing is written.
 *
 * @param paths case files, folders of them, or `-`; a folder with a manifest must name sources and keep its counts
 * @throws InputError with every problem found
 */
export function readInput(paths: readonly string[]): Input {
  const input = readTexts(paths.flatMap(readCaseTexts), paths);
  return input.name === 'seed' ? { ...input, inputs: SEED_ALONE } : input;
}

/**
 * The same for texts that are there already.
 *
 * @param paths what they were read from, for their manifests and for people
 * @param hasOpenEnds rows may name parties of what else is loaded, which is checked when all is put together
 */
export function readTexts(
  texts: readonly CaseText[],
  paths: readonly string[],
  hasOpenEnds: boolean = false,
): Input {
  const folders = paths.flatMap((folder) => {
    const manifest = readManifest(folder);
    return manifest === null ? [] : [{ folder, manifest }];
  });
  const requireSources = folders.length > 0;
  const { facts, former } = normaliseKnowledge(readCaseFiles(texts), {
    ...{ requireSources, hasOpenEnds, today: today() },
  });
  for (const { folder, manifest } of folders) checkManifest(manifest, facts, folder);
  const hash = createHash('sha256');
  for (const { file, text } of texts) hash.update(`${file}\0${text}\0`);
  const editions = folders.flatMap(({ manifest }) => manifest.editions);
  const [first] = folders;
  return {
    facts,
    former,
    manifest: first === undefined ? null : { ...first.manifest, editions },
    name: paths.map(nameOf).join(', '),
    hash: hash.digest('hex'),
    notes: kindNotes(facts),
  };
}

/** Only the product's own folder is called `seed`: a start may load that one anew, and no other. */
export function nameOf(path: string): string {
  if (resolve(path) === SEED) return 'seed';
  return path === 'seed' ? './seed' : path;
}

/** Facts to conclusions and findings, without a database. */
export function assess(
  facts: Facts,
  { regulation, rules }: Law,
): { conclusions: Conclusions; findings: Finding[] } {
  const conclusions = analyse(facts, regulation);
  return { conclusions, findings: judge({ facts, conclusions, regulation, rules }) };
}

/**
 * The same for two bodies of facts, of each what can bear on a difference between them: verdicts and findings of all else
 * are the same on both sides, and left out.
 */
export function assessDifference(before: Facts, after: Facts, { regulation, rules }: Law) {
  const [former, later] = analyseDifference(before, after, regulation);
  const judged = (side: Analysed) => ({ ...side, findings: judge({ ...side, regulation, rules }) });
  return [judged(former), judged(later)] as const;
}

const CODE = codeHash();

/** Hash of what concludes: the law and the code. The same facts under the same one give the same conclusions. */
export function concluderOf(law: Law): string {
  return createHash('sha256').update(JSON.stringify(law)).update(CODE).digest('hex').slice(0, 16);
}

/** The stamp of a load: the same input under the same law and the same code changes nothing. */
export function stampOf(input: Pick<Input, 'hash'>, law: Law): string {
  return createHash('sha256').update(input.hash).update(concluderOf(law)).digest('hex').slice(0, 16);
}

/** Facts into Neo4j, all conclusions with them, in one transaction. */
export async function loadInput(
  store: Store,
  input: Input,
  law: Law,
  progress: Progress,
): Promise<LoadReport> {
  const request = requestOf(input, law);
  const recalled = await recall(store, request.place);
  if (recalled === null) await applySchema(store);
  return load(store, { ...request, recalled }, law, progress);
}

/** Facts from which on a load into an empty Neo4j of our own goes through its import tool. */
const BULK_FROM = 500_000;

export interface Loading {
  readonly law: Law;
  readonly progress: Progress;
  /** Facts from which on an empty Neo4j of our own is filled by its import tool. */
  readonly bulkFrom?: number;
}

/**
 * The same, whichever way is the right one: many facts go into an empty Neo4j of our own through its import tool, and
 * everything else in one transaction. Both leave the same.
 */
export async function loadInto(
  { store, managed }: Pick<Database, 'store' | 'managed'>,
  input: Input,
  { law, progress, bulkFrom = BULK_FROM }: Loading,
): Promise<LoadReport> {
  if (managed !== null && sizeOf(input.facts) >= bulkFrom && (await store.read(isEmpty))) {
    const report = await bulkLoad({ store, managed }, requestOf(input, law), law, progress);
    if (report !== null) return report;
  }
  return loadInput(store, input, law, progress);
}

function requestOf(input: Input, law: Law): LoadRequest {
  return {
    facts: input.facts,
    former: input.former ?? NO_FACTS,
    day: input.day ?? today(),
    editions: editionsOf(input),
    run: stampOf(input, law),
    concludedBy: concluderOf(law),
    input: input.name,
    inputs: input.inputs === undefined ? '' : JSON.stringify(input.inputs),
    changes: input.changes,
    waitingPairs: input.waitingPairs ?? 0,
    software: VERSION,
    place: input.data === undefined ? null : { folder: input.data, code: CODE },
  };
}

/** Those of the base's manifest and those loaded beside it, each list and day once. */
function editionsOf({ manifest, editions = [] }: Input): StoredEdition[] {
  const all = [...(manifest?.editions ?? []), ...editions];
  return [...new Map(all.map((each) => [`${each.list} ${each.date}`, each])).values()];
}
