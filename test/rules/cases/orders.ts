import { facts } from '../../support/cases.ts';
import { FINFET, PLANAR } from './fabs.ts';
import { IN_FORCE, type RuleCases } from './rule-case.ts';

/** A tool ordered for a fab, or by a party that runs fabs; one of them joined to nothing. */
function ordered(order: object, ...fabsOf: readonly object[]) {
  return facts({
    parties: [{ id: 'P', name: 'Operator' }],
    facilities: fabsOf.map((fab, at) => ({ id: `F${at + 1}`, name: `Fab ${at + 1}`, operator: 'P', ...fab })),
    orders: [{ item: 'EUV scanner', needs: 'advanced-node', date: '2025-03-01', ...order }],
  });
}

const LEGACY = { advancedNode: false };
const FAB = { facility: 'F1' };
const PARTY = { party: 'P' };

/** Cases of the rules on orders. */
export const ORDER_CASES: Readonly<Record<string, RuleCases>> = {
  'rf20-tool-beyond-node': {
    fires: [
      {
        why: 'a fab that makes no advanced-node ICs orders a tool for them',
        facts: ordered(FAB, LEGACY),
        day: IN_FORCE,
        subject: 'F1',
        level: 'red-flag',
        says: 'EUV scanner, designed for making advanced-node ICs; no such ICs',
      },
      {
        why: 'the class follows from the technology of the day of the order, not of later days',
        facts: ordered(FAB, { technologies: [PLANAR, { ...FINFET, from: '2025-03-02' }] }),
        day: IN_FORCE,
        subject: 'F1',
        level: 'red-flag',
        says: 'no such ICs',
      },
      {
        why: 'the node class is not known',
        facts: ordered(FAB, {}),
        day: IN_FORCE,
        subject: 'F1',
        level: 'cannot-exclude',
        says: 'not confirmed',
      },
      {
        why: 'a party whose fabs all make older nodes',
        facts: ordered(PARTY, LEGACY, LEGACY),
        day: IN_FORCE,
        subject: 'P',
        level: 'red-flag',
        says: 'no such ICs',
      },
      {
        why: 'a party with a fab of unknown class',
        facts: ordered(PARTY, LEGACY, {}),
        day: IN_FORCE,
        subject: 'P',
        level: 'cannot-exclude',
        says: 'not confirmed',
      },
      {
        why: 'a party of which no fab is recorded',
        facts: ordered(PARTY),
        day: IN_FORCE,
        subject: 'P',
        level: 'cannot-exclude',
        says: 'not confirmed',
      },
      {
        why: 'a reported order gives a lead',
        facts: ordered({ ...FAB, confidence: 'reported' }, LEGACY),
        day: IN_FORCE,
        subject: 'F1',
        level: 'lead',
        says: 'EUV',
      },
      {
        why: 'a class that is only reported leaves it open',
        facts: ordered(FAB, { ...LEGACY, confidence: 'reported' }),
        day: IN_FORCE,
        subject: 'F1',
        level: 'cannot-exclude',
        says: 'not confirmed',
      },
      {
        why: 'that it makes them is only reported, which settles nothing',
        facts: ordered(FAB, { advancedNode: true, confidence: 'reported' }),
        day: IN_FORCE,
        subject: 'F1',
        level: 'cannot-exclude',
        says: 'not confirmed',
      },
    ],
    silent: [
      { why: 'the fab makes advanced-node ICs', facts: ordered(FAB, { advancedNode: true }), day: IN_FORCE },
      {
        why: 'one of the fabs of the party does',
        facts: ordered(PARTY, LEGACY, { advancedNode: true }),
        day: IN_FORCE,
      },
      {
        why: 'the tool is for any node',
        facts: ordered({ ...FAB, needs: 'any-node' }, LEGACY),
        day: IN_FORCE,
      },
      { why: 'before the order', facts: ordered(FAB, LEGACY), day: '2025-02-28' },
      {
        why: 'before the red flag was published',
        facts: ordered({ ...FAB, date: '2024-01-01' }, LEGACY),
        day: '2024-12-01',
      },
      {
        why: 'the fab was advanced on the day of the order',
        facts: ordered(FAB, { advancedNode: true, advancedTo: '2025-06-01' }),
        day: IN_FORCE,
      },
    ],
  },
};
