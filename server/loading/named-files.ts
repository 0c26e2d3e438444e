import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { InputError } from '../errors.ts';
import { isDate } from '../facts/dates.ts';

/** A file and what it is called in messages. */
export interface NamedFile {
  readonly path: string;
  readonly file: string;
}

/** A path as a command names it: `-` is standard input. */
export function placeOf(path: string): NamedFile {
  return { path, file: path === '-' ? 'stdin' : basename(path) };
}

/** Folders, and what is not there, are for the reader of case files to take or to refuse. */
export function isFile(path: string): boolean {
  return path === '-' || (existsSync(path) && !statSync(path).isDirectory());
}

/** A day in the name of a file, which publishers and people put there: `2024-05-27`, or the stamp `20240527194702`. */
export function dayIn(file: string): string | undefined {
  const stamp = /(?<!\d)(\d{4})(\d{2})(\d{2})\d{6}(?!\d)/.exec(file)?.slice(1).join('-');
  const day = /\d{4}-\d{2}-\d{2}/.exec(file)?.[0] ?? stamp;
  return day !== undefined && isDate(day) ? day : undefined;
}

/** The error with the name that people know: kept files are called by their hash. */
export function calledBy(file: string, hash: string, { problems, message }: InputError): InputError {
  return new InputError(
    problems.map((problem) => ({ ...problem, file: problem.file.replace(hash, file) })),
    message,
  );
}

/**
 * Standard input is read once.
 *
 * @throws InputError when it is named twice
 */
export function checkNamedOnce(paths: readonly string[]): void {
  if (paths.filter((path) => path === '-').length < 2) return;
  const message = 'is named twice, and can be read only once.';
  throw new InputError([{ file: '-', row: '', field: '', message, fix: 'Name - once.' }]);
}
