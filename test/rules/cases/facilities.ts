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
    ],
    silent: [
      { why: 'fabs joined in Ireland', facts: fabs({ country: 'IE' }), day: IN_FORCE },
      { why: 'a shared campus is no link', facts: fabs({ kind: 'shared-campus' }), day: IN_FORCE },
      { why: 'a link that is only planned', facts: fabs({ kind: 'planned' }), day: IN_FORCE },
      { why: 'a source that says there is none', facts: fabs({ kind: 'none' }), day: IN_FORCE },
      { why: 'both make legacy nodes', facts: fabs({ advanced: false }), day: IN_FORCE },
      { why: 'before the red flag was published', facts: fabs({}), day: '2024-12-01' },
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
    ],
    silent: [
      { why: 'the chain breaks at a shared campus', facts: chain('shared-campus'), day: IN_FORCE },
      { why: 'one link is no chain', facts: fabs({}), day: IN_FORCE },
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
    ],
    silent: [
      { why: 'known to be legacy', facts: fabs({ advanced: false }), day: IN_FORCE },
      { why: 'unknown, but in Japan', facts: fabs({ advanced: null, country: 'JP' }), day: IN_FORCE },
    ],
  },
};
