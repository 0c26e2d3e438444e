import { InvalidArgumentError } from 'commander';
import { isDate } from '../facts/dates.ts';

/** Arguments of the command line that are more than text. Each refuses with what may be given. */

/** @throws InvalidArgumentError for what is no port */
export function port(text: string): number {
  const number = Number(text);
  if (!/^\d{1,5}$/.test(text) || number > 65_535)
    throw new InvalidArgumentError('Give a number from 0 to 65535.');
  return number;
}

/** @throws InvalidArgumentError for what is no day of the calendar */
export function date(text: string): string {
  if (!isDate(text)) throw new InvalidArgumentError('Give a day of the calendar as YYYY-MM-DD.');
  return text;
}

const MOST_HOURS = 8_760;

/** @throws InvalidArgumentError for what is no number of hours of up to a year */
export function hours(text: string): number {
  const number = Number(text);
  if (!/^\d{1,4}(\.\d{1,3})?$/.test(text) || number <= 0 || number > MOST_HOURS)
    throw new InvalidArgumentError('Give a number of hours, from 0.001 to 8760.');
  return number;
}
