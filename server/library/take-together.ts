import { editionId } from '../editions/edition.ts';
import { InputError } from '../errors.ts';
import { normaliseCase } from '../normalise/from-case.ts';
import { FileReading, type Part } from '../normalise/read-parts.ts';
import { FAMILIES, type Family, familyNamed } from '../normalise/together.ts';
import { emptyRows } from '../readers/case-file.ts';
import type { EditionInput } from './inputs.ts';
import { type TakenEdition, unread } from './take.ts';

/** Which files a file of this format makes an edition with; null for a format that is read otherwise. */
export function familyOf(reader: string): { readonly family: string; readonly isJoined: boolean } | null {
  const family = familyNamed(reader);
  return family === null ? null : { family, isJoined: FAMILIES[family]?.isJoined ?? false };
}

interface Taking {
  /** Name of the family of formats. */
  readonly family: string;
  /** The files as they are kept, in one order: that of their names. */
  readonly files: readonly Pick<EditionInput, 'file' | 'sha256'>[];
  /** Day of the edition; that of the files when left out. */
  readonly date?: string | undefined;
  /** For changes: the files that they are made to, which come first among the parts. */
  readonly base?: readonly Pick<EditionInput, 'file' | 'sha256'>[] | undefined;
  /** Id of the series, where it is that of the base. */
  readonly series?: string | undefined;
  /** Day where no file says one, such as that in a name. */
  readonly otherwise?: string | undefined;
}

/**
 * Reads the files of one edition of a register, of OFAC's older list or of an analyst's own sheets, and checks their rows
 * against each other. Own sheets may name what else is loaded: that is checked when all is put together.
 *
 * @throws InputError for a file that is broken, files without a day or a row, and rows that contradict each other
 */
export async function takeTogether(parts: readonly Part[], taking: Taking): Promise<TakenEdition> {
  const [first, ...files] = taking.files;
  const family = FAMILIES[taking.family];
  if (family === undefined || first === undefined) throw new Error(`There is no family ${taking.family}`);
  const reading = new FileReading(parts);
  const toRows = await family.read(reading);
  const date = taking.date ?? reading.date ?? taking.otherwise;
  if (date === undefined) throw undated(first.file, family.title);
  if (reading.count === 0) throw noRows(first.file, family.title);
  const series = taking.series ?? seriesOf(family, first.file, reading.publisher);
  const id = editionId({ list: series, date });
  const { rows, asides: unusable } = toRows({ id, title: `${family.title}, ${date}`, date });
  const facts = normaliseCase(
    { ...emptyRows(), ...rows },
    { requireSources: true, hasOpenEnds: family.hasOpenEnds },
  );
  const asides = [...reading.asides, ...unusable];
  const count = family.isList ? facts.listings.length : Math.max(0, reading.count - unusable.length);
  const hashes = taking.files.map(({ sha256 }) => sha256).join(' ');
  return {
    input: {
      ...{ kind: 'edition', reader: taking.family, date, ...first, files },
      ...{
        lists: [
          { series, list: family.isList ? series : '', rows: count, aside: unread(asides), atLeast: 0 },
        ],
        aside: asides.length,
        harmless: asides.length - unread(asides),
        claims: reading.claims,
        isDelta: reading.hasDelta,
        base: [...(taking.base ?? [])],
      },
    },
    editions: [{ list: series, date, sha256: hashes, file: first.file, facts }],
    asides,
  };
}

/**
 * `bods/open-ownership/gb-register`: who published it, where the file says it, and the name of the file without its day, its
 * folder and what it ends with. Files of two publishers are two series also under one name.
 */
function seriesOf({ series }: Family, file: string, publisher: string): string {
  if (!series.endsWith('/')) return series;
  const name = file.replace(/(\.[A-Za-z][A-Za-z0-9]*)+$/, '').replace(/[-_. ]?\d{4}-\d{2}-\d{2}/g, '');
  const parts = [plain(publisher), plain(name) || 'file'];
  return `${series}${parts.filter((part) => part !== '').join('/')}`;
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function undated(file: string, title: string): InputError {
  const message = `does not say of which day it is (${title}).`;
  const fix = 'Give the day of the edition: --date YYYY-MM-DD, or put it into the name of the file.';
  return new InputError([{ file, row: '', field: '', message, fix }]);
}

function noRows(file: string, title: string): InputError {
  const message = `holds no row that is understood (${title}).`;
  return new InputError([{ file, row: '', field: '', message, fix: 'Name a file with rows in it.' }]);
}
