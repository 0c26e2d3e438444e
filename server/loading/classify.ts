import { createReadStream, existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Edition } from '../editions/edition.ts';
import { InputError } from '../errors.ts';
import { isDate } from '../facts/dates.ts';
import type { EditionInput, Inputs } from '../library/inputs.ts';
import type { KeptFiles } from '../library/kept-files.ts';
import { isListFormat, takeEdition } from '../library/take.ts';
import { familyOf } from '../library/take-together.ts';
import { nameOf, SEED } from '../pipeline.ts';
import { type OpenInput, openInput } from '../readers/bytes/input.ts';
import type { CaseText } from '../readers/case-file.ts';
import { readCaseTexts } from '../readers/case-texts.ts';
import type { SetAside } from '../readers/reader.ts';
import { recognise } from '../readers/recognise.ts';
import { readManifest } from '../readers/seed-folder.ts';
import { readTogether } from './read-together.ts';

/** A file of a list that was named, read. */
export interface NewEdition {
  readonly input: EditionInput;
  readonly editions: readonly Edition[];
  readonly asides: readonly SetAside[];
}

/** What the paths of a command hold. */
export interface Classified {
  /** The new base; null when no case file was named. */
  readonly base: Inputs['base'] | null;
  /** Texts of the new base. */
  readonly texts: readonly CaseText[];
  readonly editions: readonly NewEdition[];
}

/** A file that may belong to one edition with others of the same command, kept and not yet read. */
interface Waiting {
  readonly family: string;
  readonly isJoined: boolean;
  readonly file: string;
  readonly sha256: string;
  readonly isNew: boolean;
}

interface Classifying {
  readonly files: KeptFiles;
  /** Day of the editions; that in the file, or in its name, when left out. */
  readonly date?: string | undefined;
}

/**
 * Tells case files and files of lists apart, by what is in them; each is kept before it is read, so that what is loaded
 * can be read again.
 *
 * @throws InputError when a path cannot be read, or holds something else
 */
export async function classify(paths: readonly string[], classifying: Classifying): Promise<Classified> {
  const texts: CaseText[] = [];
  const own: string[] = [];
  const editions: NewEdition[] = [];
  const waiting: Waiting[] = [];
  for (const path of paths) {
    const found = isFile(path) ? await keepAndRead(placeOf(path), classifying) : readCaseTexts(path);
    if ('input' in found) editions.push(found);
    else if ('family' in found) waiting.push(found);
    else {
      texts.push(...(Array.isArray(found) ? found : [found]));
      own.push(path);
    }
  }
  for (const group of groupsOf(waiting)) editions.push(await takeGroup(group, classifying));
  return { base: texts.length === 0 ? null : await baseOf(texts, own, classifying), texts, editions };
}

/** Case files as the new base, kept; the product's own folder stands for itself. */
async function baseOf(
  texts: readonly CaseText[],
  own: readonly string[],
  classifying: Classifying,
): Promise<Inputs['base']> {
  if (own.length === 1 && resolve(own[0] ?? '') === SEED) return { kind: 'seed' };
  const kept = await Promise.all(
    texts.map(async ({ file, text }) => ({ file, sha256: await keep(text, classifying) })),
  );
  const ofFolders = own.flatMap((path) => (path === '-' ? [] : (readManifest(path)?.editions ?? [])));
  return { kind: 'cases', name: own.map(nameOf).join(', '), files: kept, editions: ofFolders };
}

async function keep(text: string, { files }: Classifying): Promise<string> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }
  return (await files.keep(bytes())).hash;
}

/** Is this a file of a list, a register or own sheets? Standard input can be read only once, and is none. */
export async function isEditionFile(path: string): Promise<boolean> {
  if (path === '-' || !isFile(path)) return false;
  try {
    const opened = await openInput(path);
    const readers = opened.inputs.map((input) => recognise(input).id);
    await opened.close();
    return !readers.includes('case-file');
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** Folders, and what is not there, are for the reader of case files to take or to refuse. */
function isFile(path: string): boolean {
  return path === '-' || (existsSync(path) && !statSync(path).isDirectory());
}

function placeOf(path: string): NamedFile {
  return { path, file: path === '-' ? 'stdin' : basename(path) };
}

/** A file and what it is called in messages. */
interface NamedFile {
  readonly path: string;
  readonly file: string;
}

/** One file, whatever its name: the text of a case file, or an edition. */
export async function classifyFile(
  place: NamedFile,
  classifying: Classifying,
): Promise<CaseText | NewEdition> {
  const found = await keepAndRead(place, classifying);
  return 'family' in found ? takeGroup([found], classifying) : found;
}

function groupsOf(waiting: readonly Waiting[]): Waiting[][] {
  const groups = new Map<string, Waiting[]>();
  for (const each of waiting) {
    const key = each.isJoined ? each.family : `${each.family} ${each.sha256}`;
    const group = groups.get(key) ?? [];
    // The same bytes named twice are one file.
    if (!group.some(({ sha256 }) => sha256 === each.sha256)) group.push(each);
    groups.set(key, group);
  }
  return [...groups.values()];
}

async function takeGroup(group: readonly Waiting[], { files, date }: Classifying): Promise<NewEdition> {
  const otherwise = group.map(({ file }) => dayIn(file)).find((day) => day !== undefined);
  const named = group.map(({ file, sha256 }) => ({ file, sha256 }));
  try {
    return await readTogether({ family: group[0]?.family ?? '', files: named, date, otherwise }, files);
  } catch (error) {
    for (const { sha256, isNew } of group) if (isNew) await files.forget(sha256);
    throw named.reduce(
      (told, { file, sha256 }) => (told instanceof InputError ? calledBy(file, sha256, told) : told),
      error,
    );
  }
}

async function keepAndRead(
  { path, file }: NamedFile,
  { files, date }: Classifying,
): Promise<CaseText | NewEdition | Waiting> {
  const { hash, isNew } = await files.keep(path === '-' ? process.stdin : createReadStream(path));
  try {
    return await readKeptFile(files.pathOf(hash, file), { file, sha256: hash, date, isNew });
  } catch (error) {
    if (isNew) await files.forget(hash);
    throw error instanceof InputError ? calledBy(file, hash, error) : error;
  }
}

interface KeptAs {
  readonly file: string;
  readonly sha256: string;
  readonly date: string | undefined;
  readonly isNew: boolean;
}

async function readKeptFile(kept: string, as: KeptAs): Promise<CaseText | NewEdition | Waiting> {
  const { file, sha256, date, isNew } = as;
  const opened = await openInput(kept);
  try {
    const together = opened.inputs.map(({ head }) => familyIn(file, head));
    const [family] = together;
    if (family && together.every((each) => each?.family === family.family))
      return { ...family, file, sha256, isNew };
    const input = named(opened.inputs, file);
    // What looks like JSON and like no list is for the reader of case files to judge: it says where it is wrong.
    if (/^\s*[{[]/.test(input.head) && !isList(input)) return { file, text: await textOf(input) };
    const { id, title } = recognise(input);
    if (!isListFormat(id)) throw notLoadable(file, title);
    return await takeEdition(input, { reader: id, file, sha256, date, otherwise: dayIn(file) });
  } finally {
    await opened.close();
  }
}

function familyIn(file: string, head: string): ReturnType<typeof familyOf> {
  try {
    return familyOf(recognise({ file, head }).id);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

async function textOf({ bytes }: OpenInput): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for await (const chunk of bytes) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

/** The error with the name that people know: kept files are called by their hash. */
function calledBy(file: string, hash: string, { problems, message }: InputError): InputError {
  return new InputError(
    problems.map((problem) => ({ ...problem, file: problem.file.replace(hash, file) })),
    message,
  );
}

function isList(input: OpenInput): boolean {
  try {
    return recognise(input).id !== 'case-file';
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

function named(inputs: readonly OpenInput[], file: string): OpenInput {
  const [input] = inputs;
  if (input === undefined || inputs.length > 1)
    throw new InputError([
      { file, row: '', field: '', message: 'holds several sheets.', fix: 'Save each as a file of its own.' },
    ]);
  return { ...input, file };
}

/** A day in the name of a file, which publishers and people put there. */
function dayIn(file: string): string | undefined {
  const day = /\d{4}-\d{2}-\d{2}/.exec(file)?.[0];
  return day !== undefined && isDate(day) ? day : undefined;
}

function notLoadable(file: string, title: string): InputError {
  const message = `is read (${title}), but cannot be loaded by this version.`;
  return new InputError([{ file, row: '', field: '', message, fix: 'Turn it into a case file.' }]);
}
