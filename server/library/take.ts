import { type Edition, splitEdition } from '../editions/edition.ts';
import { InputError } from '../errors.ts';
import { normaliseCase } from '../normalise/from-case.ts';
import type { CaseRows } from '../normalise/lists/entry.ts';
import { TAKE_LIST } from '../normalise/lists/list-formats.ts';
import { listOfSeries, seriesIn } from '../normalise/lists/renderings.ts';
import type { OpenInput } from '../readers/bytes/input.ts';
import { emptyRows } from '../readers/case-file.ts';
import type { RawCase } from '../readers/raw-case.ts';
import type { SetAside } from '../readers/reader.ts';
import type { EditionInput } from './inputs.ts';

/** A file of a list, read: what it is, what its rows say, and which rows were not understood. */
export interface TakenEdition {
  readonly input: EditionInput;
  /** One for each list that it holds. */
  readonly editions: readonly Edition[];
  readonly asides: readonly SetAside[];
}

interface Taking {
  readonly reader: string;
  /** Name for people. */
  readonly file: string;
  readonly sha256: string;
  /** Day of the edition; that of the file when left out. */
  readonly date?: string | undefined;
  /** Day where the file does not say one, such as that in its name. */
  readonly otherwise?: string | undefined;
}

/** Does a file of this format hold an edition of a list? */
export function isListFormat(reader: string): boolean {
  return TAKE_LIST[reader] !== undefined;
}

/**
 * Reads a file of a list and checks its rows against each other.
 *
 * @throws InputError for a file that is broken, of another kind, without a day, or whose rows contradict each other
 */
export async function takeEdition(opened: OpenInput, taking: Taking): Promise<TakenEdition> {
  const { reader, file, sha256, date, otherwise } = taking;
  const take = TAKE_LIST[reader];
  if (take === undefined) throw new Error(`There is no format ${reader} of lists`);
  const taken = await take(opened.bytes, {
    file,
    ...(date === undefined ? {} : { date }),
    ...(otherwise === undefined ? {} : { otherwise }),
  });
  const facts = normaliseCase(rawCase(taken.rows), { requireSources: true });
  const lists = [...new Set(facts.listings.map(({ list }) => list))].sort();
  if (lists.length === 0) throw noLists(file, taken.count);
  const series = lists.map((list) => seriesIn(reader, list));
  const parts = splitEdition({ date: taken.date, sha256, file, facts }, series);
  return {
    input: {
      ...{ kind: 'edition', reader, date: taken.date, file, sha256, files: [] },
      ...{ isDelta: false, base: [] },
      lists: parts.map((part) => seriesOf(part, taken.asides)),
      aside: taken.asides.length,
      harmless: taken.asides.length - unread(taken.asides),
      claims: taken.about?.claims ?? null,
    },
    editions: parts,
    asides: taken.asides,
  };
}

/** One list of the file, as it is recorded. */
function seriesOf({ list: series, facts }: Edition, asides: readonly SetAside[]) {
  const list = listOfSeries(series);
  const aside = unread(asides.filter((each) => each.list === list));
  return { series, list, rows: facts.listings.length, aside, atLeast: 0 };
}

/** How many rows were not understood, without those that are of a known kind and say nothing. */
export function unread(asides: readonly SetAside[]): number {
  return asides.filter(({ isHarmless }) => isHarmless !== true).length;
}

function rawCase(rows: CaseRows): RawCase {
  const all = emptyRows();
  return { ...all, ...rows };
}

function noLists(file: string, count: number): InputError {
  const message = `holds no listing (${count} rows read).`;
  return new InputError([
    { file, row: '', field: '', message, fix: 'Name a file of a list with entries in it.' },
  ]);
}
