import { z } from 'zod';
import { CONFIDENCES, type Confidence } from '../facts/confidence.ts';
import * as F from '../facts/facts.ts';
import { LINK_KINDS } from '../facts/links.ts';
import type { Share } from '../facts/share.ts';
import { NEEDS, TECHNOLOGY_KINDS, type Technology, TRANSISTORS } from '../facts/technology.ts';
import { type Properties, PropertyReader } from './properties.ts';
import { readSeen } from './seen-properties.ts';

/** Facts from what Neo4j holds of them: one maker a section. */

const identifiersShape = z.array(
  z.object({
    scheme: z.string(),
    value: z.string(),
    confidence: z.enum(CONFIDENCES),
    sources: z.array(z.string()),
  }),
);

const measure = z.string().nullable();

const technologiesShape: z.ZodType<Technology[]> = z.array(
  z.strictObject({
    kind: z.enum(TECHNOLOGY_KINDS),
    transistor: z.enum(TRANSISTORS).nullable(),
    ...{ nodeNm: measure, layers: measure, halfPitchNm: measure },
    ...{ cellAreaUm2: measure, densityGbPerMm2: measure, tsvPerDie: measure },
    ...{ from: z.iso.date().nullable(), to: z.iso.date().nullable() },
    ...{ sources: z.array(z.string()), confidence: z.enum(CONFIDENCES), note: z.string() },
  }),
);

/** One fact as a statement of `cypher/project/` gives it. */
export interface FactRow {
  readonly fact: PropertyReader;
  readonly a: string;
  readonly b: string;
  readonly operator: string | null;
  /** Null where nobody operates it. */
  readonly operatorConfidence: string | null;
}

export function toFactRow(record: Properties): FactRow {
  const columns = new PropertyReader(record);
  return {
    fact: new PropertyReader(columns.map('fact')),
    a: columns.text('a'),
    b: columns.text('b'),
    operator: columns.optionalText('operator'),
    operatorConfidence: columns.optionalText('operatorConfidence'),
  };
}

function provenance(fact: PropertyReader): F.Provenance {
  return {
    id: fact.text('id'),
    sources: fact.texts('sources'),
    confidence: fact.oneOf('confidence', CONFIDENCES),
    note: fact.text('note'),
    row: fact.text('row'),
    ...known(fact),
    ...readSeen(fact),
  };
}

function known(fact: PropertyReader): F.Known {
  return { knownFrom: fact.date('knownFrom'), knownTo: fact.date('knownTo') };
}

function dated(fact: PropertyReader): F.DatedFact {
  return {
    ...provenance(fact),
    from: fact.date('from'),
    to: fact.date('to'),
    fromPrecision: fact.oneOf('fromPrecision', F.DATE_PRECISIONS, 'day'),
    toPrecision: fact.oneOf('toPrecision', F.DATE_PRECISIONS, 'day'),
  };
}

function toSource(fact: PropertyReader): F.Source {
  const text = (name: string): string => fact.text(name);
  return {
    id: text('id'),
    title: text('title'),
    url: text('url'),
    citation: text('citation'),
    date: text('date'),
    note: text('note'),
    row: text('row'),
    ...known(fact),
  };
}

function toParty(fact: PropertyReader): F.Party {
  const original = fact.optionalText('originalName');
  return {
    ...provenance(fact),
    name: fact.text('name'),
    aliases: fact.texts('aliases'),
    originalName:
      original === null
        ? null
        : {
            text: original,
            language: fact.text('originalNameLanguage'),
            confidence: fact.oneOf('originalNameConfidence', CONFIDENCES),
            sources: fact.texts('originalNameSources'),
          },
    kind: fact.oneOf('kind', F.PARTY_KINDS),
    jurisdiction: fact.optionalText('jurisdiction'),
    city: fact.text('city'),
    addresses: fact.texts('addresses'),
    roles: fact.texts('roles'),
    identifiers: fact.json('identifiersJson', identifiersShape),
    complex: fact.optionalText('complex'),
  };
}

function toListing(fact: PropertyReader): F.Listing {
  return {
    ...dated(fact),
    party: fact.text('party'),
    list: fact.text('list'),
    footnotes: fact.texts('footnotes'),
    programs: fact.texts('programs'),
    citation: fact.text('citation'),
    licenceRequirement: fact.text('licenceRequirement'),
    reviewPolicy: fact.text('reviewPolicy'),
    fromConfidence: fact.oneOf('fromConfidence', CONFIDENCES),
  };
}

function toHolding({ fact, a, b }: FactRow): F.Holding {
  return {
    ...dated(fact),
    owner: a,
    owned: b,
    share: toShare(fact),
    kind: fact.oneOf('kind', F.HOLDING_KINDS),
  };
}

function toShare(fact: PropertyReader): Share {
  return {
    min: fact.text('shareMinExact'),
    max: fact.text('shareMaxExact'),
    minExclusive: fact.flag('shareMinExclusive') ?? false,
    maxExclusive: fact.flag('shareMaxExclusive') ?? false,
    stated: fact.flag('shareStated') ?? false,
  };
}

function toFacility({ fact, operator, operatorConfidence: sure }: FactRow): F.Facility {
  const base = provenance(fact);
  const operatorConfidence: Confidence =
    CONFIDENCES.find((each) => operator !== null && each === sure) ?? base.confidence;
  return {
    ...base,
    name: fact.text('name'),
    operator,
    operatorConfidence,
    country: fact.optionalText('country'),
    city: fact.text('city'),
    address: fact.text('address'),
    latitude: fact.number('latitude'),
    longitude: fact.number('longitude'),
    kind: fact.text('kind'),
    status: fact.text('status'),
    startYear: fact.number('startYear'),
    waferMm: fact.number('waferMm'),
    node: fact.text('node'),
    advancedNode: fact.flag('advancedNode'),
    advancedFrom: fact.date('advancedFrom'),
    advancedTo: fact.date('advancedTo'),
    technologies: fact.json('technologiesJson', technologiesShape),
  };
}

/** What makes the facts of each section. */
export const MAKERS: { readonly [S in F.FactSection]: (row: FactRow) => F.Facts[S][number] } = {
  sources: ({ fact }) => toSource(fact),
  parties: ({ fact }) => toParty(fact),
  listings: ({ fact }) => toListing(fact),
  holdings: toHolding,
  investments: ({ fact, a, b }) => ({
    ...dated(fact),
    investor: a,
    target: b,
    amount: fact.text('amount'),
    round: fact.text('round'),
  }),
  controls: ({ fact, a, b }) => ({
    ...dated(fact),
    controller: a,
    controlled: b,
    kind: fact.text('kind'),
  }),
  affiliations: ({ fact, a, b }) => ({ ...dated(fact), a, b, kind: fact.text('kind') }),
  officers: ({ fact, a, b }) => ({ ...dated(fact), person: a, party: b, role: fact.text('role') }),
  facilities: toFacility,
  physicalLinks: ({ fact, a, b }) => ({ ...dated(fact), a, b, kind: fact.oneOf('kind', LINK_KINDS) }),
  orders: ({ fact }) => ({
    ...dated(fact),
    facility: fact.optionalText('facility'),
    party: fact.optionalText('party'),
    item: fact.text('item'),
    needs: fact.oneOf('needs', NEEDS),
  }),
};
