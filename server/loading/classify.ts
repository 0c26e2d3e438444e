import { createReadStream } from 'node:fs';
import { InputError } from '../errors.ts';
import { FACT_SECTIONS } from '../facts/facts.ts';
import type { Inputs } from '../library/inputs.ts';
import type { KeptFiles } from '../library/kept-files.ts';
import type { TakenEdition } from '../library/take.ts';
import { type Input, readTexts } from '../pipeline.ts';
import type { CaseText } from '../readers/case-file.ts';
import { readCaseTexts } from '../readers/case-texts.ts';
import { readKeptFile, type Waiting } from './kept-file.ts';
import { calledBy, checkNamedOnce, isFile, type NamedFile, placeOf } from './named-files.ts';
import { baseOf } from './own-base.ts';
import { groupsOf, takeGroup } from './take-group.ts';

/** A file of a list that was named, read. */
export type NewEdition = TakenEdition;

/** What the paths of a command hold. */
export interface Classified {
  /** The new base; null when no case file was named. */
  readonly base: Inputs['base'] | null;
  /** Texts of the new base. */
  readonly texts: readonly CaseText[];
  readonly editions: readonly NewEdition[];
}

interface Classifying {
  readonly files: KeptFiles;
  /** Day of the editions; that in the file, or in its name, when left out. */
  readonly date?: string | undefined;
  /** False when rows of the case files may name nothing but one another; true when left out. */
  readonly hasOpenEnds?: boolean;
}

/**
 * Tells case files and files of lists apart, by what is in them; each is kept before it is read, so that what is loaded
 * can be read again. Where one is refused, none that is new stays kept.
 *
 * @throws InputError when a path cannot be read, holds something else, or rows of case files do not fit together
 */
export async function classify(paths: readonly string[], classifying: Classifying): Promise<Classified> {
  checkNamedOnce(paths);
  return allOrNothing(classifying, async (keeping) => {
    const { texts, own, taken, waiting } = await readPaths(paths, keeping);
    const together: NewEdition[] = [];
    for (const group of groupsOf(waiting)) together.push(await takeGroup(group, keeping.date, keeping.files));
    const editions = [...taken, ...together];
    if (texts.length === 0) return { base: null, texts, editions };
    const base = await baseOf(texts, own, keeping.files);
    // What is wrong is told before anything is opened; references to what else is loaded, when all is put together.
    if (base.kind === 'cases')
      checkHasRows(readTexts(texts, own.filter(isNamed), keeping.hasOpenEnds ?? true), texts);
    return { base, texts, editions };
  });
}

/** An empty object is rather an answer that went wrong than a case; it would take the place of all that is loaded. */
function checkHasRows({ facts, former }: Input, [first]: readonly CaseText[]): void {
  if (FACT_SECTIONS.some((section) => facts[section].length + (former?.[section].length ?? 0) > 0)) return;
  const message = 'holds no row in any section.';
  const fix = 'Name a case file with rows in it, or fetch the file again.';
  throw new InputError([{ file: first?.file ?? '', row: '', field: '', message, fix }]);
}

/** Every path by itself, by what is in it. */
async function readPaths(paths: readonly string[], keeping: Classifying) {
  const texts: CaseText[] = [];
  const own: string[] = [];
  const taken: NewEdition[] = [];
  const waiting: Waiting[] = [];
  for (const path of paths) {
    const found = isFile(path) ? await keepAndRead(placeOf(path), keeping) : readCaseTexts(path);
    if ('input' in found) taken.push(found);
    else if ('family' in found) waiting.push(found);
    else {
      texts.push(...(Array.isArray(found) ? found : [found]));
      own.push(path);
    }
  }
  return { texts, own, taken, waiting };
}

/** One file, whatever its name: the text of a case file, or an edition. */
export async function classifyFile(
  place: NamedFile,
  classifying: Classifying,
): Promise<CaseText | NewEdition> {
  return allOrNothing(classifying, async (keeping) => {
    const found = await keepAndRead(place, keeping);
    return 'family' in found ? takeGroup([found], keeping.date, keeping.files) : found;
  });
}

/** Forgets what was new among the kept files when the work fails. */
async function allOrNothing<T>(
  { files, ...more }: Classifying,
  work: (keeping: Classifying) => Promise<T>,
): Promise<T> {
  const fresh: string[] = [];
  const keep: KeptFiles['keep'] = async (bytes) => {
    const kept = await files.keep(bytes);
    if (kept.isNew) fresh.push(kept.hash);
    return kept;
  };
  try {
    return await work({ ...more, files: { ...files, keep } });
  } catch (error) {
    for (const hash of fresh) await files.forget(hash);
    throw error;
  }
}

const isNamed = (path: string): boolean => path !== '-';

async function keepAndRead(
  { path, file }: NamedFile,
  { files, date }: Classifying,
): Promise<CaseText | NewEdition | Waiting> {
  const { hash } = await files.keep(path === '-' ? process.stdin : createReadStream(path));
  try {
    return await readKeptFile(files.pathOf(hash, file), { file, sha256: hash, date });
  } catch (error) {
    throw error instanceof InputError ? calledBy(file, hash, error) : error;
  }
}
