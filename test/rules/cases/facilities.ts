import { facts } from '../../support/cases.ts';
import { IN_FORCE, type RuleCases } from './rule-case.ts';

interface Fabs {
  readonly kind?: string;
  readonly country?: string | null;
  readonly advanced?: boolean | null;
  readonly confidence?: string;
}

/** A legacy fab F1 joined to F2. */
function fabs({ kind = 'bridge', country = 'CN', advanced = true, confidence = 'verified' }: Fabs) {
  const place = country === null ? {} : { country };
  return facts({
    facilities: [
      { id: 'F1', name: 'Legacy fab', ...place, advancedNode: false },
      { id: 'F2', name: 'Other fab', ...place, ...(advanced === null ? {} : { advancedNode: advanced }) },
    ],
    physicalLinks: [{ a: 'F1', b: 'F2', kind, confidence }],
  });
}

const chain = (kind: string) =>
  facts({
    facilities: [
      { id: 'F1', name: 'Legacy fab', country: 'CN', advancedNode: false },
      { id: 'F2', name: 'Store', country: 'CN', advancedNode: false },
      { id: 'F3', name: 'Advanced fab', country: 'CN', advancedNode: true },
    ],
    physicalLinks: [
      { a: 'F1', b: 'F2', kind: 'overhead-track' },
      { a: 'F2', b: 'F3', kind },
    ],
  });

interface Leg {
  readonly kind?: string;
  readonly confidence?: string;
}

/** A legacy fab F1, a store F2 and an advanced fab F3, joined in a row; and F1 with F3 where a third link is given. */
function row(first: Leg, second: Leg, direct: Leg | null = null, country = 'CN') {
  const link = (a: string, b: string, leg: Leg) => ({ a, b, kind: 'bridge', ...leg });
  return facts({
    facilities: ['F1', 'F2', 'F3'].map((id) => ({ id, name: id, country, advancedNode: id === 'F3' })),
    physicalLinks: [
      link('F1', 'F2', first),
      link('F2', 'F3', second),
      ...(direct ? [link('F1', 'F3', direct)] : []),
    ],
  });
}

/** A legacy fab F1 joined to F2, of which only technologies are known. */
function byTechnology(technologies: readonly object[], legacy: object = {}) {
  return facts({
    facilities: [
      { id: 'F1', name: 'Legacy fab', country: 'CN', advancedNode: false, ...legacy },
      { id: 'F2', name: 'Other fab', country: 'CN', technologies },
    ],
    physicalLinks: [{ a: 'F1', b: 'F2', kind: 'bridge' }],
  });
}

const FINFET = { kind: 'logic', nodeNm: 16, transistor: 'non-planar' };
const PLANAR = { kind: 'logic', nodeNm: 28, transistor: 'planar' };
const HBM = { kind: 'dram', cellAreaUm2: 0.003, densityGbPerMm2: 0.1, tsvPerDie: 3001 };

/** Cases of the rules on joined facilities. */
export const FACILITY_CASES: Readonly<Record<string, RuleCases>> = {
  'rf27-connected-facility': {
    fires: [
      {
        why: 'a bridge to an advanced-node fab in China',
        facts: fabs({}),
        day: IN_FORCE,
        subject: 'F1',
        level: 'red-flag',
        says: '(bridge)',
      },
      {
        why: 'Macau counts',
        facts: fabs({ country: 'MO' }),
        day: IN_FORCE,
        subject: 'F1',
        level: 'red-flag',
        says: 'Other fab',
      },
      {
        why: 'a single report gives a lead',
        facts: fabs({ confidence: 'reported' }),
        day: IN_FORCE,
        subject: 'F1',
        level: 'lead',
        says: 'Other fab',
      },
      {
        why: 'what was recalled is information',
        facts: fabs({ confidence: 'inferred' }),
        day: IN_FORCE,
        subject: 'F1',
        level: 'information',
        says: 'Other fab',
      },
      {
        why: 'the technology of the other fab meets the definition',
        facts: byTechnology([FINFET]),
        day: IN_FORCE,
        subject: 'F1',
        level: 'red-flag',
        says: 'Other fab',
      },
      {
        why: 'a technology that is only reported gives a lead',
        facts: byTechnology([{ ...FINFET, confidence: 'reported' }]),
        day: IN_FORCE,
        subject: 'F1',
        level: 'lead',
        says: 'Other fab',
      },
      {
        why: 'DRAM with more than 3,000 vias a die, from 16 January 2025 on',
        facts: byTechnology([HBM]),
        day: '2025-01-16',
        subject: 'F1',
        level: 'red-flag',
        says: 'Other fab',
      },
      {
        why: 'the direct link is second hand, beside a more certain chain',
        facts: row({}, {}, { confidence: 'secondary' }),
        day: IN_FORCE,
        subject: 'F1',
        level: 'red-flag',
        says: '(bridge) to F3',
      },
      {
        why: 'the direct link is only reported: a lead, beside the flag of the chain',
        facts: row({}, {}, { confidence: 'reported' }),
        day: IN_FORCE,
        subject: 'F1',
        level: 'lead',
        says: '(bridge) to F3',
      },
    ],
    silent: [
      { why: 'fabs joined in Ireland', facts: fabs({ country: 'IE' }), day: IN_FORCE },
      { why: 'a shared campus is no link', facts: fabs({ kind: 'shared-campus' }), day: IN_FORCE },
      { why: 'a link that is only planned', facts: fabs({ kind: 'planned' }), day: IN_FORCE },
      { why: 'a source that says there is none', facts: fabs({ kind: 'none' }), day: IN_FORCE },
      { why: 'both make legacy nodes', facts: fabs({ advanced: false }), day: IN_FORCE },
      { why: 'before the red flag was published', facts: fabs({}), day: '2024-12-01' },
      { why: 'the other fab makes planar logic at 28 nm', facts: byTechnology([PLANAR]), day: IN_FORCE },
      { why: 'vias did not count before 16 January 2025', facts: byTechnology([HBM]), day: '2025-01-15' },
      {
        why: 'the technology starts on a later day',
        facts: byTechnology([{ ...FINFET, from: '2025-10-16' }]),
        day: IN_FORCE,
      },
      {
        why: 'a source denies it, whatever the technology says: a data finding, no flag',
        facts: byTechnology([PLANAR], { technologies: [FINFET] }),
        day: IN_FORCE,
      },
    ],
  },
  'rf27-connected-through-chain': {
    fires: [
      {
        why: 'two links away',
        facts: chain('bridge'),
        day: IN_FORCE,
        subject: 'F1',
        level: 'red-flag',
        says: '2 physical links',
      },
      {
        why: 'one verified and one reported link are at most a lead',
        facts: row({}, { confidence: 'reported' }),
        day: IN_FORCE,
        subject: 'F1',
        level: 'lead',
        says: '2 physical links',
      },
      {
        why: 'one verified and one recalled link are information',
        facts: row({ confidence: 'inferred' }, {}),
        day: IN_FORCE,
        subject: 'F1',
        level: 'information',
        says: '2 physical links',
      },
      {
        why: 'the chain is more certain than the direct link',
        facts: row({}, {}, { confidence: 'reported' }),
        day: IN_FORCE,
        subject: 'F1',
        level: 'red-flag',
        says: '2 physical links',
      },
    ],
    silent: [
      { why: 'the chain breaks at a shared campus', facts: chain('shared-campus'), day: IN_FORCE },
      { why: 'one link is no chain', facts: fabs({}), day: IN_FORCE },
      { why: 'the chain breaks at a planned link', facts: chain('planned'), day: IN_FORCE },
      { why: 'the chain breaks where a source says there is no link', facts: chain('none'), day: IN_FORCE },
      { why: 'the direct link is as certain', facts: row({}, {}, {}), day: IN_FORCE },
      { why: 'a chain in Ireland', facts: row({}, {}, null, 'IE'), day: IN_FORCE },
    ],
  },
  'rf27-cannot-exclude': {
    fires: [
      {
        why: 'the node class of the other fab is unknown',
        facts: fabs({ advanced: null }),
        day: IN_FORCE,
        subject: 'F1',
        level: 'cannot-exclude',
        says: 'not known',
      },
      {
        why: 'the country is unknown',
        facts: fabs({ country: null }),
        day: IN_FORCE,
        subject: 'F1',
        level: 'cannot-exclude',
        says: 'country',
      },
      {
        why: 'the technology of the other fab leaves open what decides',
        facts: byTechnology([{ kind: 'logic', nodeNm: 22 }]),
        day: IN_FORCE,
        subject: 'F1',
        level: 'cannot-exclude',
        says: 'not known',
      },
      {
        why: 'a half-pitch decides nothing from 2 December 2024 on',
        facts: byTechnology([{ kind: 'dram', halfPitchNm: 17 }]),
        day: '2024-12-02',
        subject: 'F1',
        level: 'cannot-exclude',
        says: 'not known',
      },
    ],
    silent: [
      { why: 'its technology is none of an advanced node', facts: byTechnology([PLANAR]), day: IN_FORCE },
      { why: 'its technology is of an advanced node', facts: byTechnology([FINFET]), day: IN_FORCE },
      { why: 'known to be legacy', facts: fabs({ advanced: false }), day: IN_FORCE },
      { why: 'unknown, but in Japan', facts: fabs({ advanced: null, country: 'JP' }), day: IN_FORCE },
    ],
  },
};
