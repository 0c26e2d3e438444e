import { InputError } from '../errors.ts';
import { isListFormat, type TakenEdition, takeEdition } from '../library/take.ts';
import { familyOf } from '../library/take-together.ts';
import { type OpenInput, openInput } from '../readers/bytes/input.ts';
import type { CaseText } from '../readers/case-file.ts';
import { recognise } from '../readers/recognise.ts';
import { dayIn } from './named-files.ts';

/** A file as it is kept, and what is known of it. */
export interface KeptAs {
  readonly file: string;
  readonly sha256: string;
  /** Day of the edition; that in the file, or in its name, when left out. */
  readonly date: string | undefined;
}

/** A file that may belong to one edition with others of the same command, kept and not yet read. */
export interface Waiting extends Omit<KeptAs, 'date'> {
  readonly family: string;
  readonly isJoined: boolean;
}

/**
 * What a kept file is, by what is in it: the text of a case file, an edition of a list, or one of the files of an
 * edition that is read together.
 *
 * @throws InputError when it is broken, or something else
 */
export async function readKeptFile(kept: string, as: KeptAs): Promise<CaseText | TakenEdition | Waiting> {
  const { file, sha256, date } = as;
  const opened = await openInput(kept);
  try {
    const together = opened.inputs.map(({ head }) => familyIn(file, head));
    const [family] = together;
    if (family && together.every((each) => each?.family === family.family))
      return { ...family, file, sha256 };
    const input = onlyOne(opened.inputs, file);
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

function isList(input: OpenInput): boolean {
  try {
    return recognise(input).id !== 'case-file';
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

async function textOf({ bytes }: OpenInput): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for await (const chunk of bytes) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

function onlyOne(inputs: readonly OpenInput[], file: string): OpenInput {
  const [input] = inputs;
  if (input === undefined || inputs.length > 1)
    throw new InputError([
      { file, row: '', field: '', message: 'holds several sheets.', fix: 'Save each as a file of its own.' },
    ]);
  return { ...input, file };
}

function notLoadable(file: string, title: string): InputError {
  const message = `is read (${title}), but cannot be loaded by this version.`;
  return new InputError([{ file, row: '', field: '', message, fix: 'Turn it into a case file.' }]);
}
