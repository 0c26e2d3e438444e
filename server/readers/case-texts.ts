import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { InputError } from '../errors.ts';
import type { CaseText } from './case-file.ts';

/** Files of a folder that are not case files. */
const NOT_FACTS = new Set(['manifest.json', 'stories.json', 'case-file.schema.json']);

/**
 * Case files behind a path: the file itself, `-` for standard input, or every JSON file of a folder and of the
 * folders below it, in the order of their names.
 *
 * @throws InputError when there is no such path, it cannot be read, is no UTF-8, or holds no case file
 */
export function readCaseTexts(path: string): CaseText[] {
  if (path === '-') return [{ file: 'stdin', text: decode(readFileSync(0), 'stdin') }];
  try {
    if (!statSync(path).isDirectory())
      return [{ file: basename(path), text: decode(readFileSync(path), path) }];
    const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json') && !NOT_FACTS.has(basename(name)))
      .sort();
    if (files.length === 0) throw cannotRead(path, 'holds no case file (*.json).');
    return files.map((name) => ({
      file: relative('.', join(path, name)),
      text: decode(readFileSync(join(path, name)), name),
    }));
  } catch (error) {
    if (error instanceof InputError) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw cannotRead(path, reason === 'ENOENT' ? 'does not exist.' : `cannot be read (${reason}).`);
  }
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw cannotRead(file, 'is not UTF-8 text.', 'Save it as UTF-8.');
  }
}

function cannotRead(
  file: string,
  message: string,
  fix = 'Name a case file, a folder of them, or - for standard input.',
): InputError {
  return new InputError([{ file, row: '', field: '', message, fix }]);
}
