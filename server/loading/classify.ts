import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Edition } from '../editions/edition.ts';
import { InputError } from '../errors.ts';
import { isDate } from '../facts/dates.ts';
import type { EditionInput, Inputs } from '../library/inputs.ts';
import type { KeptFiles } from '../library/kept-files.ts';
import { isListFormat, takeEdition } from '../library/take.ts';
import { type OpenInput, openInput } from '../readers/bytes/input.ts';
import type { CaseText } from '../readers/case-file.ts';
import { readCaseTexts } from '../readers/case-texts.ts';
import type { SetAside } from '../readers/reader.ts';
import { recognise } from '../readers/recognise.ts';

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
  const editions: NewEdition[] = [];
  for (const path of paths) {
    if (path !== '-' && (!existsSync(path) || statSync(path).isDirectory()))
      texts.push(...readCaseTexts(path));
    else {
      const found = await classifyFile({ path, file: path === '-' ? 'stdin' : basename(path) }, classifying);
      if ('text' in found) texts.push(found);
      else editions.push(found);
    }
  }
  if (texts.length === 0) return { base: null, texts, editions };
  const kept = await Promise.all(
    texts.map(async ({ file, text }) => ({ file, sha256: await keep(text, classifying) })),
  );
  const name = paths
    .filter((path) => !editions.some(({ input }) => input.file === basename(path)))
    .join(', ');
  return { base: { kind: 'cases', name, files: kept }, texts, editions };
}

async function keep(text: string, { files }: Classifying): Promise<string> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }
  return (await files.keep(bytes())).hash;
}

/** A file and what it is called in messages. */
interface NamedFile {
  readonly path: string;
  readonly file: string;
}

/** One file, whatever its name: the text of a case file, or an edition of lists. */
export async function classifyFile(
  { path, file }: NamedFile,
  { files, date }: Classifying,
): Promise<CaseText | NewEdition> {
  const { hash } = await files.keep(path === '-' ? process.stdin : createReadStream(path));
  const kept = files.pathOf(hash, file);
  const opened = await openInput(kept);
  try {
    const input = named(opened.inputs, file);
    // What looks like JSON and like no list is for the reader of case files to judge: it says where it is wrong.
    if (/^\s*[{[]/.test(input.head) && !isList(input)) return { file, text: readFileSync(kept, 'utf8') };
    const { id, title } = recognise(input);
    if (!isListFormat(id)) throw notLoadable(file, title);
    return await takeEdition(input, { reader: id, file, sha256: hash, date, otherwise: dayIn(file) });
  } finally {
    await opened.close();
  }
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
