import { broken, nameFile } from './bytes/broken.ts';
import type { OpenInput } from './bytes/input.ts';
import { CASE_FILE } from './formats/case-file-reader.ts';
import { LIST_READERS } from './formats/lists.ts';
import { REGISTER_READERS } from './formats/registers.ts';
import { SHEET_READERS } from './formats/sheets.ts';
import type { Reader, ReadItem } from './reader.ts';
import { seenIn } from './seen.ts';

/** Every format that is read, the more particular before the more general: the first that recognises a file reads it. */
export const READERS: readonly Reader<unknown>[] = [
  CASE_FILE,
  ...REGISTER_READERS,
  ...SHEET_READERS,
  ...LIST_READERS,
];

/**
 * The reader of a file by what is in it; its name is never looked at.
 *
 * @param wanted ids of the readers that are expected, where a certain list is; any when left out
 * @throws InputError naming what was seen, when no reader knows it or another than those expected does
 */
export function recognise(
  input: Pick<OpenInput, 'file' | 'head'>,
  readers: readonly Reader<unknown>[] = READERS,
  wanted?: readonly string[],
): Reader<unknown> {
  const found = readers.find((reader) => reader.recognises(input.head));
  if (found === undefined) throw nameFile(unknown(input.head, readers), input.file);
  if (wanted === undefined || wanted.includes(found.id)) return found;
  const expected = readers.filter(({ id }) => wanted.includes(id)).map(({ title }) => title);
  throw nameFile(
    broken({
      message: `is another kind of file: ${found.title}, where ${expected.join(' or ') || wanted.join(' or ')} is expected.`,
      fix: 'Name the file that is meant, or load this one as what it is.',
    }),
    input.file,
  );
}

/**
 * Items of an input through a reader.
 *
 * @throws InputError, with the name of the file in it
 */
export async function* readItems<T>(reader: Reader<T>, input: OpenInput): AsyncGenerator<ReadItem<T>> {
  try {
    yield* reader.read(input.bytes, input.file);
  } catch (error) {
    throw nameFile(error, input.file);
  }
}

function unknown(head: string, readers: readonly Reader<unknown>[]): Error {
  const known = readers.map(({ title }) => title).join('; ');
  return broken({
    message: `is of no known format: ${seenIn(head)}.`,
    fix: `Known formats: ${known}.`,
  });
}
