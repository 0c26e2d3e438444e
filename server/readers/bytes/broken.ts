import { InputError } from '../../errors.ts';

/** What is wrong with a file as a whole, and where it shows. */
export interface Broken {
  /** `line 12`; empty when it is the file. */
  readonly row?: string;
  readonly field?: string;
  readonly message: string;
  readonly fix: string;
}

/**
 * The error that ends the reading of a file. The file's name is left empty: whoever opened the file knows it and
 * `nameFile` puts it in.
 */
export function broken({ row = '', field = '', message, fix }: Broken): InputError {
  return new InputError([{ file: '', row, field, message, fix }]);
}

/** The same error with the name of the file in each problem that has none; any other error as it is. */
export function nameFile(error: unknown, file: string): unknown {
  if (!(error instanceof InputError)) return error;
  return new InputError(
    error.problems.map((problem) => (problem.file === '' ? { ...problem, file } : problem)),
    error.message,
  );
}

/** `1234567890` as `1,177 MiB`; under one mebibyte in bytes. */
export function sizeText(bytes: number): string {
  if (bytes < 2 ** 20) return `${bytes.toLocaleString('en')} bytes`;
  return `${Math.round(bytes / 2 ** 20).toLocaleString('en')} MiB`;
}
