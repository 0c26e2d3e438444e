import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Edition, editionId } from '../editions/edition.ts';
import { type Judgement, readJudgements, writeJudgements } from '../identity/judgements.ts';
import { gather } from '../library/gather.ts';
import { type EditionInput, type Inputs, inputsShape, SEED_ALONE } from '../library/inputs.ts';
import type { KeptFiles } from '../library/kept-files.ts';
import { type ReadCache, readCache } from '../library/read-cache.ts';
import { isListFormat, takeEdition } from '../library/take.ts';
import { type Input, readInput, readTexts, SEED } from '../pipeline.ts';
import { openInput } from '../readers/bytes/input.ts';
import type { Edition as StoredEdition } from '../store/fact-rows.ts';
import type { Loaded } from '../store/queries/loaded.ts';
import { codeHash } from '../version.ts';
import { readTogether } from './read-together.ts';

/** Where kept files and judgements are. */
export interface Library {
  readonly data: string;
  readonly files: KeptFiles;
}

/**
 * What is loaded, as it was recorded; null where that cannot be read again, since an older Interlock loaded it or
 * somebody's own program did.
 */
export function inputsOf(loaded: Loaded | null): Inputs | null {
  if (loaded === null) return SEED_ALONE;
  if (loaded.inputs === '') return loaded.input === 'seed' ? SEED_ALONE : null;
  return inputsShape.parse(JSON.parse(loaded.inputs));
}

/** The base alone: the product's own facts, or case files as they were kept. */
export function readBase({ base }: Inputs, { files }: Library): Input {
  if (base.kind === 'seed') return readInput([SEED]);
  const texts = base.files.map(({ file, sha256 }) => ({
    file,
    text: readFileSync(files.pathOf(sha256, file), 'utf8'),
  }));
  return { ...readTexts(texts, [], true), name: base.name, editions: base.editions };
}

/** Reads all kept editions again, in the order in which they are named. */
export async function readEditions(editions: readonly EditionInput[], library: Library): Promise<Edition[]> {
  const all: Edition[] = [];
  for (const edition of editions) all.push(...(await readKept(edition, library)));
  return all;
}

async function readKept(edition: EditionInput, library: Library): Promise<readonly Edition[]> {
  // Also when it need not be read: what is loaded must not rest on a file that is gone.
  for (const { file, sha256 } of [edition, ...edition.files, ...edition.base])
    library.files.pathOf(sha256, file);
  const cache = cacheOf(library);
  const kept = await cache.get(edition);
  if (kept !== null) return kept;
  const editions = await readAnew(edition, library);
  await cache.keep(edition, editions);
  return editions;
}

/** What was read of editions; keep in it what was read otherwise, so that the next load need not read it again. */
export function cacheOf({ data }: Library): ReadCache {
  return readCache(data, codeHash());
}

async function readAnew(edition: EditionInput, { files }: Library): Promise<readonly Edition[]> {
  const { reader, file, sha256, date } = edition;
  if (!isListFormat(reader)) {
    const all = [{ file, sha256 }, ...edition.files];
    const together = { family: reader, files: all, date, ...baseOf(edition) };
    return (await readTogether(together, files)).editions;
  }
  const opened = await openInput(files.pathOf(sha256, file));
  try {
    const [input] = opened.inputs;
    if (input === undefined) return [];
    return (await takeEdition(input, { reader, file, sha256, date })).editions;
  } finally {
    await opened.close();
  }
}

/** What changes are made to, and the series that they belong to; nothing for an edition that is whole. */
function baseOf({ base, isDelta, lists }: EditionInput): { base?: EditionInput['base']; series?: string } {
  const [only] = lists;
  return isDelta && only !== undefined ? { base, series: only.series } : {};
}

/** What persons said about ids that are one party, or two: the file `judgements.json` of the data folder. */
export function judgementsIn(data: string): Judgement[] {
  const path = join(data, 'judgements.json');
  return existsSync(path) ? readJudgements(readFileSync(path, 'utf8'), 'judgements.json') : [];
}

/** Everything that is loaded, as one input. */
export async function readInputs(inputs: Inputs, library: Library): Promise<Input> {
  return joinInputs(inputs, await readEditions(inputs.editions, library), library);
}

/** The same with editions that are read already, and the base too where it is the one of two inputs. */
export function joinInputs(
  inputs: Inputs,
  editions: readonly Edition[],
  library: Library,
  base: Input = readBase(inputs, library),
): Input {
  const judgements = judgementsIn(library.data);
  const { facts, identities, canonical, replaced, unmatched } = gather(base.facts, editions, judgements);
  const rows = inputs.editions.flatMap(({ date, lists }) =>
    lists
      .filter(({ list }) => list !== '')
      .map(({ list, series }) => ({ list, date, source: editionId({ list: series, date }) })),
  );
  // The base holds some entries of a list: how old the list is says the edition of it that is loaded whole.
  const isOfBaseAlone = ({ list }: StoredEdition): boolean => rows.every((row) => row.list !== list);
  const { manifest } = base;
  return {
    ...base,
    facts,
    canonical,
    manifest: manifest && { ...manifest, editions: manifest.editions.filter(isOfBaseAlone) },
    editions: [...(base.editions ?? []).filter(isOfBaseAlone), ...rows],
    inputs,
    data: library.data,
    name: [base.name, ...inputs.editions.map(({ file }) => file)].join(', '),
    hash: hashOf(inputs, base.hash, judgements),
    waitingPairs: identities.candidates.length,
    notes: [
      ...base.notes,
      ...told(
        replaced.length,
        unmatched.map(({ party, list }) => `${party} (${list})`),
      ),
      ...(inputs.editions.length > 0 ? waiting(identities.candidates.length) : []),
    ],
  };
}

/** That pairs of ids wait for a person, whose judgement may change verdicts. */
function waiting(pairs: number): string[] {
  if (pairs === 0) return [];
  const what = pairs === 1 ? '1 pair of ids' : `${pairs} pairs of ids`;
  return [`${what} may be one party: \`interlock candidates\` and "Same party?" in the browser ask.`];
}

/**
 * Hash of all that goes in: the same one is the same load.
 *
 * @param base hash of the base's bytes
 */
export function hashOf(inputs: Inputs, base: string, judgements: readonly Judgement[]): string {
  if (inputs.editions.length === 0 && judgements.length === 0) return base;
  const editions = inputs.editions
    .map(({ sha256, files, base, date }) =>
      [date, sha256, ...[...files, ...base].map((each) => each.sha256)].join(' '),
    )
    .sort();
  const said = writeJudgements(judgements);
  return createHash('sha256')
    .update(JSON.stringify([base, editions, said]))
    .digest('hex');
}

function told(replaced: number, unmatched: readonly string[]): string[] {
  const notes: string[] = [];
  if (replaced > 0)
    notes.push(
      `${replaced} listings of the base stand aside for those of the editions loaded of the same lists.`,
    );
  if (unmatched.length > 0)
    notes.push(
      `${unmatched.length} listings of the base are in no edition loaded of their list, and stay: ${unmatched.slice(0, 3).join(', ')}${unmatched.length > 3 ? ' ...' : ''}. The party may have another name there, or was taken off before the first of them.`,
    );
  return notes;
}
