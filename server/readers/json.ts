import { InputError } from '../errors.ts';
import { losslessJson } from './exact-json.ts';

/**
 * Parses JSON without losing digits: a number that a double cannot hold exactly (`49.99999999999999999`) comes
 * back as its text, which only a share accepts.
 *
 * @param text JSON, with or without a byte order mark
 * @param file name for error messages
 * @throws InputError naming the line when it is not JSON, is empty, or has a duplicate key
 */
export function parseJson(text: string, file: string): unknown {
  const body = text.replace(/^\uFEFF/, '');
  if (body.trim() === '')
    throw notJson(file, '', 'The file is empty.', 'Give a JSON object, for example {"parties":[]}.');
  try {
    return losslessJson(body);
  } catch (error) {
    if (error instanceof RangeError)
      throw notJson(
        file,
        '',
        'Not valid JSON: it nests deeper than any case file does.',
        'Look whether it is what it is named.',
      );
    const message = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(message)?.[1];
    const row = position === undefined ? '' : `line ${lineAt(body, Number(position))}`;
    throw notJson(file, row, `Not valid JSON: ${message}.`, 'Correct the JSON at that place.');
  }
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}

function notJson(file: string, row: string, message: string, fix: string): InputError {
  return new InputError([{ file, row, field: '', message, fix }]);
}
