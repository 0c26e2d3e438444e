import { InputError } from '../errors.ts';
import { BODS } from '../readers/formats/bods.ts';
import { FTM } from '../readers/formats/ftm.ts';
import { GLEIF_EXCEPTIONS, GLEIF_LEI, GLEIF_RELATIONS } from '../readers/formats/gleif.ts';
import { ofacAddCsv, ofacAltCsv, ofacSdnCsv } from '../readers/formats/ofac-legacy.ts';
import { PSC } from '../readers/formats/psc.ts';
import { type SectionRow, SHEET_READERS } from '../readers/formats/sheets.ts';
import type { SetAside } from '../readers/reader.ts';
import type { CaseRows } from './lists/entry.ts';
import { fromOfacLegacy } from './lists/from-ofac-legacy.ts';
import { fromSheets } from './lists/from-sheets.ts';
import type { FileReading } from './read-parts.ts';
import type { Edition } from './registers/case-builder.ts';
import { fromBods } from './registers/from-bods.ts';
import { fromFtm } from './registers/from-ftm.ts';
import { fromGleif } from './registers/from-gleif.ts';
import { fromPsc } from './registers/from-psc.ts';
import { checkFit } from './registers/ftm-delta.ts';

/** What the files of one edition say together: rows of a case file, and what could not become one. */
interface Together {
  readonly rows: CaseRows;
  readonly asides: readonly SetAside[];
}

/** Formats whose files belong to one edition when they are given together. */
export interface Family {
  readonly title: string;
  /** Ids of the readers of its files. */
  readonly readers: readonly string[];
  /** Several files of one command are one edition; otherwise each is one of its own. */
  readonly isJoined: boolean;
  /** Series of its editions; the publisher and the name of the file, without its day, stand after it where it ends with `/`. */
  readonly series: string;
  /** Its rows may name parties and facilities of what else is loaded. */
  readonly hasOpenEnds: boolean;
  /** Its series is a list of the law, and not a register. */
  readonly isList: boolean;
  /** Reads all files; the rows follow once the day of the edition is known. */
  readonly read: (reading: FileReading) => Promise<(edition: Edition) => Together>;
}

/** By the name under which an edition is recorded. */
export const FAMILIES: Readonly<Record<string, Family>> = {
  gleif: {
    ...{ title: 'GLEIF', readers: [GLEIF_LEI.id, GLEIF_RELATIONS.id, GLEIF_EXCEPTIONS.id] },
    ...{ isJoined: true, series: 'gleif', hasOpenEnds: false, isList: false },
    read: async (reading) => {
      const records = await reading.all(GLEIF_LEI);
      const relations = await reading.all(GLEIF_RELATIONS);
      const exceptions = await reading.all(GLEIF_EXCEPTIONS);
      return (edition) => fromGleif({ records, relations, exceptions }, edition);
    },
  },
  'uk-psc': {
    ...{ title: 'UK register of persons with significant control', readers: [PSC.id] },
    ...{ isJoined: true, series: 'uk-psc', hasOpenEnds: false, isList: false },
    read: async (reading) => {
      const rows = await reading.all(PSC);
      return (edition) => fromPsc(rows, edition);
    },
  },
  bods: {
    ...{ title: 'Beneficial Ownership Data Standard', readers: [BODS.id] },
    ...{ isJoined: false, series: 'bods/', hasOpenEnds: false, isList: false },
    read: async (reading) => {
      const rows = await reading.all(BODS);
      reading.publisher = only(rows.map(({ value }) => [value.publicationDetails?.publisher.name ?? '']));
      return (edition) => fromBods(rows, edition);
    },
  },
  ftm: {
    ...{ title: 'FollowTheMoney', readers: [FTM.id] },
    ...{ isJoined: false, series: 'ftm/', hasOpenEnds: false, isList: false },
    read: async (reading) => {
      const rows = await reading.all(FTM);
      if (reading.files.length > 1) checkFit(rows);
      reading.publisher = only(
        rows.flatMap(({ value }) => (value.op === 'DEL' ? [] : [value.entity.datasets ?? []])),
      );
      return (edition) => fromFtm(rows, edition);
    },
  },
  sheets: {
    ...{ title: 'Sheets of own findings', readers: SHEET_READERS.map(({ id }) => id) },
    ...{ isJoined: true, series: 'sheets/', hasOpenEnds: true, isList: false },
    read: readSheets,
  },
  'ofac-legacy': {
    ...{ title: 'OFAC, older CSV', readers: [ofacSdnCsv.id, ofacAddCsv.id, ofacAltCsv.id] },
    ...{ isJoined: true, series: 'ofac-sdn', hasOpenEnds: false, isList: true },
    read: readOfac,
  },
};

/** The family of a format; null for a format whose files stand alone. */
export function familyNamed(reader: string): string | null {
  return Object.keys(FAMILIES).find((name) => FAMILIES[name]?.readers.includes(reader)) ?? null;
}

/** What all of them have in common, when it is one name. */
function only(named: readonly (readonly string[])[]): string {
  const [first = [], ...others] = named;
  const common = others.reduce((left, names) => left.filter((name) => names.includes(name)), [...first]);
  return common.length === 1 ? (common[0] ?? '') : '';
}

async function readSheets(reading: FileReading): Promise<(edition: Edition) => Together> {
  const placed: { file: string; row: string; value: SectionRow }[] = [];
  for (const reader of SHEET_READERS) placed.push(...(await reading.all(reader)));
  const files = [...new Set(placed.map(({ file }) => file))];
  const parts = files.map((file) =>
    fromSheets(
      file,
      placed.filter((each) => each.file === file).map((each) => ({ kind: 'row', ...each })),
    ),
  );
  return ({ id, title, date }) => {
    const edition = { file: files[0] ?? '', row: 'edition', value: { id, title, date } };
    const rows: CaseRows = {
      sources: [edition, ...parts.flatMap(({ sources }) => sources)],
      parties: parts.flatMap(({ parties }) => parties),
      holdings: parts.flatMap(({ holdings }) => holdings),
      facilities: parts.flatMap(({ facilities }) => facilities),
      physicalLinks: parts.flatMap(({ physicalLinks }) => physicalLinks),
    };
    return { rows, asides: [] };
  };
}

async function readOfac(reading: FileReading): Promise<(edition: Edition) => Together> {
  const rows = await reading.all(ofacSdnCsv);
  const addresses = (await reading.all(ofacAddCsv)).map(({ value }) => value);
  const aliases = (await reading.all(ofacAltCsv)).map(({ value }) => value);
  const [first] = rows;
  if (first === undefined) throw noParties(reading.files[0] ?? '');
  return ({ date }) => ({
    rows: fromOfacLegacy({ parties: { file: first.file, date, rows }, addresses, aliases }),
    asides: [],
  });
}

function noParties(file: string): InputError {
  const message = 'says nothing without the parties that its rows belong to.';
  return new InputError([{ file, row: '', field: '', message, fix: 'Name sdn.csv in the same command.' }]);
}
