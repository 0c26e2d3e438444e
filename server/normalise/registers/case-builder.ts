import type { DatePrecision, FactSection } from '../../facts/facts.ts';
import { makeShare } from '../../facts/share.ts';
import { emptyRows, type Rows } from '../../readers/case-file.ts';
import { aside, type FieldValue } from '../../readers/formats/checked.ts';
import type { RawRow } from '../../readers/raw-case.ts';
import type { SetAside } from '../../readers/reader.ts';
import type { When } from './when.ts';

/** Which edition of which register the rows come from. */
export interface Edition {
  /** `register/gleif/2023-06-05`: the id of its source. */
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  /** Day of the edition, `YYYY-MM-DD`; empty when the file does not say. */
  readonly date: string;
}

/** Rows of a case file, and what of the register could not become one. */
export interface Normalised {
  readonly rows: Readonly<Rows>;
  readonly asides: readonly SetAside[];
}

/** Where a row was read. */
export interface Place {
  readonly file: string;
  readonly row: string;
}

type Value<S extends FactSection> = RawRow<S>['value'];
type PartyValue = Value<'parties'>;

/** The days of a tie as fields of a row. */
export function daysOf(from: When | null, to: When | null): DayFields {
  return {
    ...(from === null ? {} : { from: from.date, ...precision('fromPrecision', from) }),
    ...(to === null ? {} : { to: to.date, ...precision('toPrecision', to) }),
  };
}

interface DayFields {
  readonly from?: string;
  readonly to?: string;
  readonly fromPrecision?: DatePrecision;
  readonly toPrecision?: DatePrecision;
}

function precision(name: 'fromPrecision' | 'toPrecision', when: When): DayFields {
  return when.precision === 'day' ? {} : { [name]: when.precision };
}

/**
 * Gathers rows of a case file. A party that comes twice is one row with the names, addresses and notes of both; ties
 * that the case file would refuse (no days, a party with itself, an impossible share) and ties whose ends are not
 * there are set aside with the reason, so that one bad row does not refuse the register.
 */
export class CaseBuilder {
  readonly #rows = emptyRows();
  readonly #asides: SetAside[] = [];
  readonly #parties = new Map<string, number>();
  readonly #notes = new Map<string, string[]>();
  readonly #source: string;

  constructor(edition: Edition) {
    this.#source = edition.id;
    const { id, title, date, url } = edition;
    const value = { id, title, ...(date === '' ? {} : { date }), ...(url === undefined ? {} : { url }) };
    this.#rows.sources.push({ file: '', row: 'edition', value });
  }

  party(place: Place, value: PartyValue): void {
    const at = this.#parties.get(value.id);
    const before = at === undefined ? undefined : this.#rows.parties[at];
    if (at !== undefined && before !== undefined) {
      this.#rows.parties[at] = { ...before, value: joined(before.value, value) };
      return;
    }
    this.#parties.set(value.id, this.#rows.parties.length);
    this.#rows.parties.push({ ...place, value: { ...value, source: this.#source } });
  }

  /** A party that is only pointed at: named by its id until a row tells more. */
  mention(place: Place, value: PartyValue): void {
    if (!this.#parties.has(value.id)) this.party(place, value);
  }

  has(party: string): boolean {
    return this.#parties.has(party);
  }

  /** A sentence on a party that is there. */
  note(party: string, text: string): void {
    const notes = this.#notes.get(party) ?? [];
    if (!notes.includes(text)) notes.push(text);
    this.#notes.set(party, notes);
  }

  holding(place: Place, value: Value<'holdings'>): void {
    if (this.#isTie(place, value, [value.owner, value.owned]) && this.#isShare(place, value))
      this.#rows.holdings.push({ ...place, value: { ...value, source: this.#source } });
  }

  control(place: Place, value: Value<'controls'>): void {
    if (this.#isTie(place, value, [value.controller, value.controlled]))
      this.#rows.controls.push({ ...place, value: { ...value, source: this.#source } });
  }

  affiliation(place: Place, value: Value<'affiliations'>): void {
    if (this.#isTie(place, value, [value.a, value.b]))
      this.#rows.affiliations.push({ ...place, value: { ...value, source: this.#source } });
  }

  officer(place: Place, value: Value<'officers'>): void {
    if (this.#isTie(place, value, [value.person, value.party]))
      this.#rows.officers.push({ ...place, value: { ...value, source: this.#source } });
  }

  listing(place: Place, value: Value<'listings'>): void {
    if (this.#isTie(place, value, [value.party]))
      this.#rows.listings.push({ ...place, value: { ...value, source: this.#source } });
  }

  aside(place: Place, field: FieldValue, reason: string, fix: string): void {
    this.#asides.push(aside(place.row, field, reason, fix));
  }

  /** Sets aside what is understood and says nothing that Interlock asks for: known of the register, and harmless. */
  passOver(place: Place, field: FieldValue, reason: string, fix: string): void {
    this.#asides.push({ ...aside(place.row, field, reason, fix), isHarmless: true });
  }

  /** All rows; notes are put on their parties. */
  done(): Normalised {
    for (const [party, notes] of this.#notes) {
      const at = this.#parties.get(party);
      const before = at === undefined ? undefined : this.#rows.parties[at];
      if (at === undefined || before === undefined) continue;
      const note = [before.value.note ?? '', ...notes].filter((text) => text !== '').join(' ');
      this.#rows.parties[at] = { ...before, value: { ...before.value, note: note.slice(0, 10_000) } };
    }
    return { rows: this.#rows, asides: this.#asides };
  }

  #isTie(place: Place, value: Days, ends: readonly string[]): boolean {
    const missing = ends.find((end) => !this.#parties.has(end));
    if (missing !== undefined) {
      this.passOver(
        place,
        ['party', missing],
        'points at a party that is not in the file',
        'Load the file that has it too.',
      );
      return false;
    }
    if (ends.length > 1 && ends[0] === ends[1]) {
      this.passOver(
        place,
        ['party', ends[0]],
        'ties a party to itself',
        'Nothing to do: it says nothing of owners.',
      );
      return false;
    }
    if (typeof value.from === 'string' && typeof value.to === 'string' && value.from >= value.to) {
      const reason = 'ends on or before the day it starts';
      this.aside(place, ['to', `${value.from} to ${value.to}`], reason, 'Report it to the register.');
      return false;
    }
    return true;
  }

  #isShare(place: Place, { share }: Value<'holdings'>): boolean {
    try {
      makeShare(share);
      return true;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.aside(place, ['share', share], error.message, 'Report it to the register.');
      return false;
    }
  }
}

interface Days {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

function joined(first: PartyValue, second: PartyValue): PartyValue {
  const names = [...(first.aliases ?? []), second.name ?? '', ...(second.aliases ?? [])];
  const aliases = [...new Set(names)].filter((name) => name !== '' && name !== first.name);
  const addresses = [...new Set([...(first.addresses ?? []), ...(second.addresses ?? [])])];
  const known = new Set((first.identifiers ?? []).map(({ scheme, value }) => `${scheme}:${value}`));
  const more = (second.identifiers ?? []).filter(({ scheme, value }) => !known.has(`${scheme}:${value}`));
  const identifiers = [...(first.identifiers ?? []), ...more];
  const note = [...new Set([first.note ?? '', second.note ?? ''])].filter((text) => text !== '').join(' ');
  return {
    ...first,
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(addresses.length > 0 ? { addresses } : {}),
    ...(identifiers.length > 0 ? { identifiers } : {}),
    ...(note === '' ? {} : { note }),
  };
}
