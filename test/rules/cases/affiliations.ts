import { facts } from '../../support/cases.ts';
import { IN_FORCE, type RuleCases } from './rule-case.ts';

const listing = (party: string, list = 'bis-entity-list') => ({ party, list });

/** S tied to L, which is listed. */
const tied = (kind: string, more: object = {}) =>
  facts({
    parties: [
      { id: 'S', name: 'Sub Co' },
      { id: 'L', name: 'Listed Co' },
    ],
    listings: [listing('L')],
    affiliations: [{ a: 'S', b: 'L', kind, ...more }],
  });

const complex = (kind: string, confidence = 'secondary', anchor: string | null = 'huawei') =>
  facts({
    parties: [
      { id: 'S', name: 'Shadow Fab' },
      { id: 'H', name: 'Anchor', ...(anchor === null ? {} : { complex: anchor }) },
    ],
    affiliations: [{ a: 'S', b: 'H', kind, confidence }],
  });

const officers = (otherParty: string) =>
  facts({
    parties: [
      { id: 'S', name: 'Sub Co' },
      { id: 'L', name: 'Listed Co' },
      { id: 'N' },
      { id: 'P', name: 'Ms P', kind: 'person' },
    ],
    listings: [listing('L')],
    officers: [
      { person: 'P', party: 'S', role: 'chair' },
      { person: 'P', party: otherParty, role: 'process lead', to: '2024-01-01' },
    ],
  });

const resident = (id: string, address: string) => ({ id, name: id, addresses: [address] });
const ROAD = 'No. 1, Chuangye Road, Shenzhen';
const residents = (other: string, list = 'bis-entity-list') =>
  facts({ parties: [resident('S', ROAD), resident('L', other)], listings: [listing('L', list)] });

/** S at the address of so many listed parties, of which the first may have been listed on a day of its own. */
const neighbours = (count: number, firstListed?: string) => {
  const ids = Array.from({ length: count }, (_, at) => `L${at}`);
  return facts({
    parties: ['S', ...ids].map((id) => resident(id, ROAD)),
    listings: ids.map((id, at) => ({ ...listing(id), from: at === 0 ? firstListed : undefined })),
  });
};

const distributor = (roles: readonly string[], facility: boolean) =>
  facts({
    parties: [{ id: 'S', name: 'Trader', roles }],
    ...(facility ? { facilities: [{ id: 'F', operator: 'S', country: 'CN' }] } : {}),
  });

/** Cases of the rules on ties that are neither shares nor control. */
export const AFFILIATION_CASES: Readonly<Record<string, RuleCases>> = {
  'rf24-shared-leadership': {
    fires: [
      {
        why: 'a leader who was with a listed party',
        facts: officers('L'),
        day: IN_FORCE,
        subject: 'S',
        level: 'red-flag',
        says: 'Ms P',
      },
    ],
    silent: [
      { why: 'the other post is at an unlisted party', facts: officers('N'), day: IN_FORCE },
      { why: 'before the red flag was published', facts: officers('L'), day: '2024-12-01' },
    ],
  },
  'rf24-leaders-from-listed-party': {
    fires: [
      {
        why: 'leaders said to come from a listed party',
        facts: tied('former-executive-leads'),
        day: IN_FORCE,
        subject: 'S',
        level: 'red-flag',
        says: 'Listed Co',
      },
    ],
    silent: [{ why: 'a tie of supply', facts: tied('supplier'), day: IN_FORCE }],
  },
  'rf21-distributor-without-facility': {
    fires: [
      {
        why: 'a distributor of which no facility is known',
        facts: distributor(['distributor'], false),
        day: IN_FORCE,
        subject: 'S',
        level: 'red-flag',
        says: 'distributor',
      },
    ],
    silent: [
      { why: 'it runs a facility', facts: distributor(['distributor'], true), day: IN_FORCE },
      {
        why: 'it also makes things',
        facts: distributor(['distributor', 'manufacturer'], false),
        day: IN_FORCE,
      },
      { why: 'nothing says that it distributes', facts: distributor([], false), day: IN_FORCE },
    ],
  },
  'rf21-buys-for-another': {
    fires: [
      {
        why: 'said to buy for another',
        facts: tied('procurement-for'),
        day: IN_FORCE,
        subject: 'S',
        level: 'red-flag',
        says: 'Listed Co',
      },
      {
        why: 'a single report gives a lead',
        facts: tied('procurement-for', { confidence: 'reported' }),
        day: IN_FORCE,
        subject: 'S',
        level: 'lead',
        says: 'buy for',
      },
    ],
    silent: [
      { why: 'a tie of supply', facts: tied('supplier'), day: IN_FORCE },
      { why: 'the tie has ended', facts: tied('procurement-for', { to: '2025-01-01' }), day: IN_FORCE },
    ],
  },
  'shared-address': {
    fires: [
      {
        why: 'the same address, written otherwise',
        facts: residents('NO. 1 CHUANGYE ROAD; Shenzhen'),
        day: IN_FORCE,
        subject: 'S',
        level: 'red-flag',
        says: 'S gives the same address as L, listed on the',
      },
      {
        why: 'all who were listed over the same days are told at once',
        facts: neighbours(4),
        day: IN_FORCE,
        subject: 'S',
        level: 'red-flag',
        says: 'as L0, L1, L2 and L3, listed on the',
      },
      {
        why: 'of many some are named, the rest counted',
        facts: neighbours(12),
        day: IN_FORCE,
        subject: 'S',
        level: 'red-flag',
        says: 'as L0, L1, L10, L11, L2 and 7 more, listed on the',
      },
      {
        why: 'whoever was listed on another day is told apart',
        facts: neighbours(3, '2025-01-16'),
        day: IN_FORCE,
        subject: 'S',
        level: 'red-flag',
        says: 'as L0, listed on the',
      },
    ],
    silent: [
      { why: 'the next house', facts: residents('No. 2, Chuangye Road, Shenzhen'), day: IN_FORCE },
      { why: 'a list that restricts nothing', facts: residents(ROAD, 'dod-1260h'), day: IN_FORCE },
    ],
  },
  'shared-address-reported': {
    fires: [
      {
        why: 'a source says so',
        facts: tied('shared-address'),
        day: IN_FORCE,
        subject: 'S',
        level: 'red-flag',
        says: 'an address',
      },
      {
        why: 'a shared site is a lead',
        facts: tied('shared-site'),
        day: IN_FORCE,
        subject: 'S',
        level: 'lead',
        says: 'a site',
      },
    ],
    silent: [{ why: 'a tie of another kind', facts: tied('supplier'), day: IN_FORCE }],
  },
  'huawei-complex': {
    fires: [
      {
        why: 'named as a shadow fab',
        facts: complex('reported-shadow-fab'),
        day: IN_FORCE,
        subject: 'S',
        level: 'red-flag',
        says: 'reported shadow fab',
      },
      {
        why: 'a single weak report is a lead',
        facts: complex('reported-shadow-fab', 'reported'),
        day: IN_FORCE,
        subject: 'S',
        level: 'lead',
        says: 'Anchor',
      },
      {
        why: 'business with Huawei is a lead',
        facts: complex('supplier'),
        day: IN_FORCE,
        subject: 'S',
        level: 'lead',
        says: 'supplier',
      },
    ],
    silent: [
      {
        why: 'a source says that the likeness is only of names',
        facts: complex('false-friend'),
        day: IN_FORCE,
      },
      {
        why: 'the other one belongs to no complex',
        facts: complex('reported-shadow-fab', 'secondary', null),
        day: IN_FORCE,
      },
    ],
  },
};
