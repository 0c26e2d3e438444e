import { broken } from '../bytes/broken.ts';
import { type XmlElement, xmlElements } from '../bytes/xml.ts';
import type { Bytes, Reader, ReadItem, SetAside } from '../reader.ts';
import { cellText, monthDate } from './ecfr-text.ts';

/** An entry of the Entity List (Supplement No. 4) or the Military End User List (No. 7) as the Code prints it. */
export interface EcfrRow {
  readonly list: 'bis-entity-list' | 'bis-meu';
  /** As printed; taken from the row above where the cell is blank. */
  readonly country: string;
  /** Name, aliases and addresses in one text, lines as printed. */
  readonly entity: string;
  /** Empty in Supplement No. 7. */
  readonly requirement: string;
  readonly policy: string;
  readonly citation: string;
}

/** The columns of the tables, told by the beginnings of their heads. */
const HEADS: Readonly<Record<'country' | 'entity' | 'requirement' | 'policy' | 'citation', RegExp>> = {
  country: /^country/i,
  entity: /^entit/i,
  requirement: /^licen[sc]e requirement/i,
  policy: /^licen[sc]e review policy/i,
  citation: /^federal register/i,
};
type Field = keyof typeof HEADS;

const SUPPLEMENTS: Readonly<Record<string, EcfrRow['list']>> = { 4: 'bis-entity-list', 7: 'bis-meu' };

/**
 * Part 744 of the Electronic Code of Federal Regulations, or all of title 15: the tables of Supplement No. 4 and No. 7.
 * Rows that are reserved are kept aside. Which day it is of stands in it only in the bulk edition.
 */
export const ecfrXml: Reader<EcfrRow> = {
  id: 'ecfr-744',
  title: 'eCFR, Supplement No. 4 or No. 7 to Part 744, XML',
  recognises: (head) => /<DIV\d[^>]*>/.test(head) && /\bTYPE="(?:TITLE|PART|APPENDIX|SUBTITLE)"/.test(head),
  read,
};

async function* read(bytes: Bytes): AsyncGenerator<ReadItem<EcfrRow>> {
  const table = new Table();
  let date: string | null = null;
  for await (const element of xmlElements(bytes, ['HEAD', 'TR', 'AMDDATE'])) {
    if (element.name === 'AMDDATE') date ??= monthDate(element.text);
    else if (element.name === 'HEAD') table.head(element.text);
    else yield* table.row(element);
  }
  if (!table.isFound)
    throw broken({
      message: 'holds neither Supplement No. 4 nor No. 7 to Part 744.',
      fix: 'Fetch title 15 with part=744 from the eCFR, or the whole of title 15.',
    });
  yield { kind: 'about', date, claims: null, publisher: 'eCFR' };
}

/** Walks through the rows of the document: which table they are in, and what its columns are. */
class Table {
  isFound = false;
  #list: EcfrRow['list'] | null = null;
  #columns: readonly (Field | null)[] = [];
  #country = '';

  head(text: string): void {
    if (!/^\s*(?:Supplement|Part|Subpart|§|Appendix|Subchapter|Title)/i.test(text)) return;
    const supplement = /^\s*Supplement No\.\s*(\d+) to Part 744\b/i.exec(text)?.[1];
    this.#list = supplement === undefined ? null : (SUPPLEMENTS[supplement] ?? null);
    this.#columns = [];
    this.#country = '';
  }

  *row(element: XmlElement): Generator<ReadItem<EcfrRow>> {
    if (this.#list === null) return;
    const cells = element.children.filter(({ name }) => name === 'TD' || name === 'TH').map(cellText);
    const row = `line ${element.line}`;
    const isHead = element.children.some(({ name }) => name === 'TH') || HEADS.country.test(cells[0] ?? '');
    if (isHead) this.#header(cells, row);
    else if (this.#columns.length > 0) yield this.#entry(cells, row, this.#list);
  }

  #header(cells: readonly string[], row: string): void {
    const columns = cells.map((cell) => FIELDS.find((field) => HEADS[field].test(cell)) ?? null);
    const needed: readonly Field[] = this.#list === 'bis-meu' ? ['country', 'entity', 'citation'] : FIELDS;
    const missing = needed.filter((field) => !columns.includes(field));
    if (missing.length > 0)
      throw broken({
        row,
        field: missing[0] ?? '',
        message: `The table has no column ${missing.join(', ')}: it has ${cells.join(' | ')}.`,
        fix: 'If the Code renamed a column, this version does not know the format yet.',
      });
    this.isFound = true;
    this.#columns = columns;
  }

  #entry(cells: readonly string[], row: string, list: EcfrRow['list']): ReadItem<EcfrRow> {
    const aside = (field: string, reason: string, fix: string): SetAside => ({
      ...{ kind: 'aside', row, field, value: cells.join(' | ').slice(0, 200) },
      ...{ reason, fix, list },
    });
    if (cells.length !== this.#columns.length)
      return aside(
        '',
        `has ${cells.length} cells, not ${this.#columns.length}`,
        'Read the entry in the Code itself.',
      );
    const at = (field: Field): string => cells[this.#columns.indexOf(field)] ?? '';
    if (at('country') !== '') this.#country = at('country');
    const entity = at('entity');
    if (entity === '')
      return {
        ...aside('entity', 'names nobody', 'Nothing to do: a row of a country without entries.'),
        isHarmless: true,
      };
    if (/^\[?reserved\.?\]?$/i.test(entity))
      return {
        ...aside('entity', 'is reserved', 'Nothing to do: nobody is listed there.'),
        isHarmless: true,
      };
    if (this.#country === '')
      return aside('country', 'stands under no country', 'Read the entry in the Code itself.');
    const texts = { entity, requirement: at('requirement'), policy: at('policy'), citation: at('citation') };
    return { kind: 'row', row, value: { list, country: this.#country, ...texts } };
  }
}

const FIELDS: readonly Field[] = ['country', 'entity', 'requirement', 'policy', 'citation'];
