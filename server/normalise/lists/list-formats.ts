import { InputError } from '../../errors.ts';
import { nameFile } from '../../readers/bytes/broken.ts';
import { bisDpl } from '../../readers/formats/bis-dpl.ts';
import { bisElCsv } from '../../readers/formats/bis-el-csv.ts';
import { cslCsv, cslTsv } from '../../readers/formats/csl-csv.ts';
import { cslJson } from '../../readers/formats/csl-json.ts';
import { ecfrXml } from '../../readers/formats/ecfr-xml.ts';
import { federalRegister } from '../../readers/formats/federal-register.ts';
import { metiJson } from '../../readers/formats/meti-json.ts';
import { ofacSdnCsv } from '../../readers/formats/ofac-legacy.ts';
import { parsedList } from '../../readers/formats/parsed-list.ts';
import type { About, Bytes, Reader, SetAside } from '../../readers/reader.ts';
import type { CaseRows, ListFile } from './entry.ts';
import { fromCsl } from './from-csl.ts';
import { fromEcfr } from './from-ecfr.ts';
import { fromFederalRegister } from './from-federal-register.ts';
import { fromMeti } from './from-meti.ts';
import { fromOfacLegacy } from './from-ofac-legacy.ts';
import { fromParsedList } from './from-parsed-list.ts';

/** What is known of a file before it is read. */
interface NamedFile {
  readonly file: string;
  /** Day of the edition; the file's own day when left out. */
  readonly date?: string;
  /** Day where the file does not say one itself. */
  readonly otherwise?: string;
  readonly url?: string;
}

/** An edition of a list (of several, for the Consolidated Screening List): its rows, and what was not understood. */
interface TakenList {
  readonly date: string;
  /** Rows read; with those aside, all rows of the file. */
  readonly count: number;
  readonly rows: CaseRows;
  readonly asides: readonly SetAside[];
  readonly about: About | null;
}

/** Reads one file of a list and turns it into rows of a case file. */
export type TakeList = (bytes: Bytes, file: NamedFile) => Promise<TakenList>;

/**
 * By the id of the reader. Federal Register documents give sources only. `ofac-sdn-csv` alone has neither addresses nor
 * aliases: with the two other files of its edition call `fromOfacLegacy`.
 */
export const TAKE_LIST: Readonly<Record<string, TakeList>> = {
  [cslJson.id]: taking(cslJson, fromCsl),
  [cslCsv.id]: taking(cslCsv, fromCsl),
  [cslTsv.id]: taking(cslTsv, fromCsl),
  [bisElCsv.id]: taking(bisElCsv, fromCsl),
  [bisDpl.id]: taking(bisDpl, fromCsl),
  [ecfrXml.id]: taking(ecfrXml, fromEcfr),
  [parsedList.id]: taking(parsedList, fromParsedList),
  [metiJson.id]: taking(metiJson, fromMeti),
  [federalRegister.id]: taking(federalRegister, fromFederalRegister),
  [ofacSdnCsv.id]: taking(ofacSdnCsv, (parties) => fromOfacLegacy({ parties, addresses: [], aliases: [] })),
};

/** @throws InputError as the reader does, and when neither the file nor the caller says of which day it is */
function taking<T>(reader: Reader<T>, toRows: (file: ListFile<T>) => CaseRows): TakeList {
  return async (bytes, named) => {
    const { rows, asides, about } = await readAll(reader, bytes, named.file);
    const date = named.date ?? about?.date ?? named.otherwise;
    if (!date) throw undated(named.file, reader.title);
    return { date, count: rows.length, rows: toRows({ ...named, date, rows }), asides, about };
  };
}

/** All that a reader gives, parted by what it is. */
async function readAll<T>(reader: Reader<T>, bytes: Bytes, file: string) {
  const rows: { row: string; value: T }[] = [];
  const asides: SetAside[] = [];
  let about: About | null = null;
  try {
    for await (const item of reader.read(bytes, file)) {
      if (item.kind === 'row') rows.push({ row: item.row, value: item.value });
      else if (item.kind === 'aside') asides.push(item);
      else about = item;
    }
  } catch (error) {
    throw nameFile(error, file);
  }
  return { rows, asides, about };
}

function undated(file: string, title: string): InputError {
  const message = `does not say of which day it is (${title}).`;
  const fix = 'Give the day of the edition: --date YYYY-MM-DD, or put it into the name of the file.';
  return new InputError([{ file, row: '', field: '', message, fix }]);
}
