import { lastBefore } from '../editions/edition.ts';
import { InputError } from '../errors.ts';
import type { EditionInput } from '../library/inputs.ts';
import type { NewEdition } from './classify.ts';
import type { Library } from './load-inputs.ts';
import { readTogether } from './read-together.ts';

/**
 * Editions that were given as changes (OpenSanctions' delta files), each read again on the edition of its series next
 * before it by date: what is absent is unchanged, what is deleted ends. All others as they are.
 *
 * @param former editions that are loaded
 * @throws InputError when there is no such edition, several series fit, a later change is loaded already, or the changes
 *   do not fit
 */
export async function onBases(
  editions: readonly NewEdition[],
  former: readonly EditionInput[],
  { files }: Library,
): Promise<NewEdition[]> {
  const whole = editions.filter(({ input }) => !input.isDelta);
  const changes = editions.filter(({ input }) => input.isDelta);
  const there = [...former, ...whole.map(({ input }) => input)];
  const all = [...whole];
  for (const { input } of changes.toSorted((a, b) => (a.input.date < b.input.date ? -1 : 1))) {
    const base = baseOf(input, there);
    const chain = [...base.base, ...kept(base)];
    const series = seriesOf(base);
    const together = { family: input.reader, files: kept(input), base: chain, series, date: input.date };
    const taken = await readTogether(together, files);
    there.push(taken.input);
    all.push(taken);
  }
  return all;
}

function kept({ file, sha256, files }: EditionInput): EditionInput['files'] {
  return [{ file, sha256 }, ...files];
}

function seriesOf({ lists }: EditionInput): string {
  return lists[0]?.series ?? '';
}

/** The edition next before the changes, of the one series they can be of. */
function baseOf(changes: EditionInput, there: readonly EditionInput[]): EditionInput {
  const ofFamily = there.filter(({ reader }) => reader === changes.reader);
  const names = [...new Set(ofFamily.map(seriesOf))];
  const [series, ...more] =
    names.length > 1 ? names.filter((name) => nameOf(name) === nameOf(seriesOf(changes))) : names;
  if (more.length > 0) throw refused(changes, `may be of several: ${[series, ...more].join(', ')}.`, RENAME);
  const ofSeries = ofFamily.filter((each) => seriesOf(each) === series);
  const base = lastBefore(ofSeries, changes.date);
  if (base === undefined) throw refused(changes, 'has no whole edition before it.', LOAD_WHOLE);
  const later = ofSeries.find(({ date, isDelta }) => isDelta && date > changes.date);
  if (
    later !== undefined &&
    lastWholeBefore(later.date, ofSeries) === lastWholeBefore(changes.date, ofSeries)
  )
    throw refused(changes, `comes after changes of ${later.date} (${later.file}) are loaded.`, IN_ORDER);
  return base;
}

/** The end of `ftm/publisher/name`, which changes have in common with the whole file. */
function nameOf(series: string): string {
  return series.slice(series.lastIndexOf('/') + 1);
}

function lastWholeBefore(date: string, editions: readonly EditionInput[]): EditionInput | undefined {
  const whole = editions.filter(({ isDelta }) => !isDelta);
  return lastBefore(whole, date);
}

const RENAME = 'Name it like the whole file that it changes, with its own day.';
const LOAD_WHOLE = 'Load the whole file of an earlier day first, or in the same command.';
const IN_ORDER = 'Take those back first (interlock rollback), then load all in the order of their days.';

function refused({ file, date }: EditionInput, what: string, fix: string): InputError {
  const message = `holds changes only, of ${date}, and ${what}`;
  return new InputError([{ file, row: '', field: '', message, fix }]);
}
