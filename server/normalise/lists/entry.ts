import type { Confidence } from '../../facts/confidence.ts';
import type { FactSection, Party } from '../../facts/facts.ts';
import type { LIST_IDS } from '../../readers/case-shape.ts';
import type { RawRow } from '../../readers/raw-case.ts';
import type { ListedTie } from './list-names.ts';

export type ListId = (typeof LIST_IDS)[number];

/** Rows as a case file has them, from any format. */
export type CaseRows = { readonly [S in FactSection]?: readonly RawRow<S>[] };

/** Rows of one file of a list, with what is known about the file. */
export interface ListFile<T> {
  /** Name for people and for the place of each fact. */
  readonly file: string;
  /** Day of the edition, `YYYY-MM-DD`. */
  readonly date: string;
  /** Where it is published. */
  readonly url?: string;
  readonly rows: readonly { readonly row: string; readonly value: T }[];
}

/** Something said of another party by the list itself. */
export interface EntryTie {
  /** The other party as printed. */
  readonly name: string;
  readonly kind: ListedTie | 'ofac-linked-to';
  readonly note: string;
}

/** One row of a list of any format, cleaned: one listing of one party. */
export interface ListEntry {
  readonly file: string;
  /** Place in the file, with the publisher's own id of the row where it has one. */
  readonly row: string;
  readonly list: ListId;
  /** As printed: what the party's id is made of. */
  readonly rawName: string;
  /** Registered id that stands for the party instead: `ofac/20264`; null when there is only the name. */
  readonly registered: string | null;
  readonly name: string;
  readonly originalName: string;
  readonly aliases: readonly string[];
  readonly kind: Party['kind'] | null;
  /** Country under which the entry stands: that of its first address; null when unknown. */
  readonly country: string | null;
  /** Countries of all its addresses. */
  readonly countries: readonly string[];
  /** Countries under which the entry says that the same party has another one. */
  readonly seeAlso: readonly string[];
  readonly addresses: readonly string[];
  readonly roles: readonly string[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly from: string | null;
  readonly to: string | null;
  /** How sure the start is: a date of publication is not the day on which the listing began. */
  readonly fromConfidence: Confidence;
  readonly confidence: Confidence;
  readonly footnotes: readonly string[];
  readonly programs: readonly string[];
  readonly citation: string;
  readonly licenceRequirement: string;
  readonly reviewPolicy: string;
  readonly partyNote: string;
  readonly listingNote: string;
  readonly tie: EntryTie | null;
}

/** What an entry is when its format says nothing more. */
export const BLANK_ENTRY = {
  registered: null,
  originalName: '',
  aliases: [],
  kind: null,
  seeAlso: [],
  addresses: [],
  roles: [],
  identifiers: [],
  from: null,
  to: null,
  fromConfidence: 'verified',
  confidence: 'verified',
  footnotes: [],
  programs: [],
  citation: '',
  licenceRequirement: '',
  reviewPolicy: '',
  partyNote: '',
  listingNote: '',
  tie: null,
} as const satisfies Partial<ListEntry>;
