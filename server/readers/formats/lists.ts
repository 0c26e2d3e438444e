import type { Reader } from '../reader.ts';
import { bisDpl } from './bis-dpl.ts';
import { bisElCsv } from './bis-el-csv.ts';
import { cslCsv, cslTsv } from './csl-csv.ts';
import { cslJson } from './csl-json.ts';
import { ecfrXml } from './ecfr-xml.ts';
import { federalRegister } from './federal-register.ts';
import { metiJson } from './meti-json.ts';
import { ofacAddCsv, ofacAltCsv, ofacSdnCsv } from './ofac-legacy.ts';
import { parsedList } from './parsed-list.ts';

/** Formats of lists and of the rules that change them; those of OFAC last, as they have no header to be known by. */
export const LIST_READERS: readonly Reader<unknown>[] = [
  ...[cslJson, cslCsv, cslTsv, bisElCsv, bisDpl, ecfrXml, federalRegister, metiJson, parsedList],
  ...[ofacSdnCsv, ofacAltCsv, ofacAddCsv],
];
