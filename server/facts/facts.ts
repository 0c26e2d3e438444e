import type { Confidence } from './confidence.ts';
import type { Interval } from './dates.ts';
import type { LinkKind } from './links.ts';
import type { Seen } from './seen.ts';
import type { Share } from './share.ts';
import type { Need, Technology } from './technology.ts';

/**
 * Facts as the rest of the product knows them: checked, with ids, exact shares and the row each came from.
 * Plain data, the same whether read from a file or projected from Neo4j.
 */

/** `unknown` where the source does not say what the party is: many lists print companies and people alike. */
export const PARTY_KINDS = ['company', 'person', 'fund', 'government', 'vessel', 'unknown'] as const;
type PartyKind = (typeof PARTY_KINDS)[number];

/** `branch` is the same legal person as its owner; the others are holdings in a party of its own. */
export const HOLDING_KINDS = ['equity', 'joint-venture', 'investment', 'branch'] as const;
type HoldingKind = (typeof HOLDING_KINDS)[number];

export const DATE_PRECISIONS = ['day', 'month', 'year'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** When Interlock itself knew a fact, which is another question than when the fact holds. */
export interface Known {
  /** Day on which Interlock learned it; null when that was never recorded: it then counts as always known. */
  readonly knownFrom: string | null;
  /** Day from which Interlock no longer held it; null while it still does. */
  readonly knownTo: string | null;
}

/** What every fact carries beside its own fields. */
export interface Provenance extends Known {
  readonly id: string;
  /** Ids of the sources that state it; empty only in hand-made cases. */
  readonly sources: readonly string[];
  readonly confidence: Confidence;
  readonly note: string;
  /** File, section and row the fact was read from. */
  readonly row: string;
  /** Left out, or null, for facts that come from no edition of a list: the seed's and hand-made ones. */
  readonly seen?: Seen | null;
  /** Ids of parties as the source has them, by field, where another id now stands for the same party. */
  readonly asStated?: Readonly<Record<string, string>>;
}

/** A fact that holds over an interval, with how exactly its ends are known. */
export interface DatedFact extends Provenance, Interval {
  readonly fromPrecision: DatePrecision;
  readonly toPrecision: DatePrecision;
}

interface OriginalName {
  readonly text: string;
  /** BCP 47 language, `zh` unless said otherwise. */
  readonly language: string;
  readonly confidence: Confidence;
  readonly sources: readonly string[];
}

interface Identifier {
  /** `lei`, `registration` ... */
  readonly scheme: string;
  readonly value: string;
  readonly confidence: Confidence;
  readonly sources: readonly string[];
}

export interface Party extends Provenance {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly originalName: OriginalName | null;
  readonly kind: PartyKind;
  /** ISO 3166-1 alpha-2, null when unknown. */
  readonly jurisdiction: string | null;
  readonly city: string;
  readonly addresses: readonly string[];
  /** What the party does where a source says so: `distributor`, `manufacturer` ... */
  readonly roles: readonly string[];
  readonly identifiers: readonly Identifier[];
  /** The complex this party is the anchor of: `huawei`, `smic`; null for everybody else. */
  readonly complex: string | null;
}

export interface Listing extends DatedFact {
  readonly party: string;
  /** Id of the list: `bis-entity-list`, `ofac-sdn` ... */
  readonly list: string;
  readonly footnotes: readonly string[];
  readonly programs: readonly string[];
  readonly citation: string;
  readonly licenceRequirement: string;
  readonly reviewPolicy: string;
  /** Where the start date comes from, when it was not read with the listing itself. */
  readonly fromConfidence: Confidence;
}

export interface Holding extends DatedFact {
  readonly owner: string;
  readonly owned: string;
  readonly share: Share;
  readonly kind: HoldingKind;
}

export interface Investment extends DatedFact {
  readonly investor: string;
  readonly target: string;
  readonly amount: string;
  readonly round: string;
}

export interface Control extends DatedFact {
  readonly controller: string;
  readonly controlled: string;
  /** `board`, `contract`, `golden-share`, `general-partner`, `state-supervision` ... */
  readonly kind: string;
}

export interface Affiliation extends DatedFact {
  readonly a: string;
  readonly b: string;
  readonly kind: string;
}

export interface Officer extends DatedFact {
  readonly person: string;
  readonly party: string;
  readonly role: string;
}

export interface Facility extends Provenance {
  readonly name: string;
  readonly operator: string | null;
  readonly operatorConfidence: Confidence;
  /** ISO 3166-1 alpha-2, null when unknown. */
  readonly country: string | null;
  readonly city: string;
  readonly address: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** `logic`, `dram`, `nand`, `foundry-legacy`, `assembly`, `tool-plant`, `rd` ... */
  readonly kind: string;
  readonly status: string;
  readonly startYear: number | null;
  readonly waferMm: number | null;
  readonly node: string;
  /** Does it make advanced-node ICs? null when nobody knows. */
  readonly advancedNode: boolean | null;
  /** Days over which it makes them, where known. */
  readonly advancedFrom: string | null;
  readonly advancedTo: string | null;
  /** What it makes, as sources give it; tested against the dated definition where `advancedNode` is null. */
  readonly technologies: readonly Technology[];
}

export interface PhysicalLink extends DatedFact {
  readonly a: string;
  readonly b: string;
  readonly kind: LinkKind;
}

/** An item ordered by a party, or for one of its facilities; `from` is the day of the order. */
export interface Order extends DatedFact {
  readonly facility: string | null;
  readonly party: string | null;
  readonly item: string;
  readonly needs: Need;
}

export interface Source extends Known {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly citation: string;
  /** As printed: a day, a month, a year, or text. */
  readonly date: string;
  readonly note: string;
  readonly row: string;
}

/** Everything that is known, one array a kind. */
export interface Facts {
  readonly sources: readonly Source[];
  readonly parties: readonly Party[];
  readonly listings: readonly Listing[];
  readonly holdings: readonly Holding[];
  readonly investments: readonly Investment[];
  readonly controls: readonly Control[];
  readonly affiliations: readonly Affiliation[];
  readonly officers: readonly Officer[];
  readonly facilities: readonly Facility[];
  readonly physicalLinks: readonly PhysicalLink[];
  readonly orders: readonly Order[];
}

/** The sections of a case file, in the order in which they are read and loaded. */
export const FACT_SECTIONS = [
  'sources',
  'parties',
  'listings',
  'holdings',
  'investments',
  'controls',
  'affiliations',
  'officers',
  'facilities',
  'physicalLinks',
  'orders',
] as const satisfies readonly (keyof Facts)[];

export type FactSection = (typeof FACT_SECTIONS)[number];
