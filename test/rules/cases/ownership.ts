import { facts, graph } from '../../support/cases.ts';
import { IN_FORCE, type RuleCases, SUSPENDED } from './rule-case.ts';

const funding = (list: string, round: string) =>
  facts({
    parties: [{ id: 'fund', name: 'Listed Fund', kind: 'fund' }, { id: 'S' }],
    listings: [{ party: 'fund', list, from: '2024-12-02' }],
    investments: [{ investor: 'fund', target: 'S', from: '2023-05-01', round }],
  });

/** Cases of the rules on shares, control and funding. */
export const OWNERSHIP_CASES: Readonly<Record<string, RuleCases>> = {
  listed: {
    fires: [
      {
        why: 'a row on the Entity List',
        facts: graph('L*'),
        day: IN_FORCE,
        subject: 'L',
        level: 'restricted',
        says: 'Entity List',
      },
    ],
    silent: [
      { why: 'a subsidiary has no row of its own', facts: graph('S; M'), day: IN_FORCE },
      {
        why: 'the day before the listing',
        facts: facts({
          parties: [{ id: 'L' }],
          listings: [{ party: 'L', list: 'bis-entity-list', from: '2024-12-02' }],
        }),
        day: '2024-12-01',
      },
    ],
  },
  captured: {
    fires: [
      {
        why: 'exactly 50 %',
        facts: graph('L* -50-> S'),
        day: IN_FORCE,
        subject: 'S',
        level: 'restricted',
        says: 'L',
      },
      {
        why: 'while the rule is suspended it is a lead',
        facts: graph('L* -50-> S'),
        day: SUSPENDED,
        subject: 'S',
        level: 'lead',
        says: 'L',
      },
      {
        why: 'two owners together',
        facts: graph('L* -25-> S; M* -25-> S'),
        day: IN_FORCE,
        subject: 'S',
        level: 'restricted',
        says: 'M',
      },
    ],
    silent: [
      { why: 'just below 50 %', facts: graph('L* -49.999999999999999999-> S'), day: IN_FORCE },
      {
        why: 'an owner on the Unverified List does not count',
        facts: graph('L* -50-> S', {}, 'bis-unverified'),
        day: IN_FORCE,
      },
    ],
  },
  'rf29-listed-owner-share-undecided': {
    fires: [
      {
        why: 'an unknown share',
        facts: graph('L* -?-> S'),
        day: IN_FORCE,
        subject: 'S',
        level: 'cannot-exclude',
        says: 'L',
      },
      {
        why: 'a range across the threshold',
        facts: graph('L* -25..50-> S'),
        day: IN_FORCE,
        subject: 'S',
        level: 'cannot-exclude',
        says: 'L',
      },
      {
        why: 'a lead while the rule is suspended',
        facts: graph('L* -?-> S'),
        day: SUSPENDED,
        subject: 'S',
        level: 'lead',
        says: 'L',
      },
    ],
    silent: [
      { why: 'a range that ends short of 50 %', facts: graph('L* -[25..50)-> S'), day: IN_FORCE },
      {
        why: 'another owner holds 60 %, so at most 40 are left',
        facts: graph('L* -?-> S; M -60-> S'),
        day: IN_FORCE,
      },
    ],
  },
  'share-undecided': {
    fires: [
      {
        why: 'an unknown share of an SDN',
        facts: graph('L* -?-> S', {}, 'ofac-sdn'),
        day: IN_FORCE,
        subject: 'S',
        level: 'cannot-exclude',
        says: 'OFAC',
      },
    ],
    silent: [
      { why: 'under the BIS rule Red Flag 29 says it', facts: graph('L* -?-> S'), day: IN_FORCE },
      { why: 'a share known to be small', facts: graph('L* -1..20-> S', {}, 'ofac-sdn'), day: IN_FORCE },
    ],
  },
  'circular-ownership': {
    fires: [
      {
        why: 'two parties that hold 50 % of each other, and the listed one 10 % of one',
        facts: graph('L* -10-> A; A -50-> B; B -50-> A'),
        day: IN_FORCE,
        subject: 'A',
        level: 'cannot-exclude',
        says: 'circle',
      },
    ],
    silent: [
      {
        why: 'the circle is captured from outside',
        facts: graph('L* -50-> A; A -50-> B; B -50-> A'),
        day: IN_FORCE,
      },
      {
        why: 'a circle without a listed owner',
        facts: graph('N -10-> A; A -50-> B; B -50-> A; L*'),
        day: IN_FORCE,
      },
    ],
  },
  'significant-minority': {
    fires: [
      {
        why: '49 % of a listed owner',
        facts: graph('L* -49-> S'),
        day: IN_FORCE,
        subject: 'S',
        level: 'red-flag',
        says: '49 %',
      },
      {
        why: 'a small holding is a lead',
        facts: graph('L* -3-> S'),
        day: IN_FORCE,
        subject: 'S',
        level: 'lead',
        says: '3 %',
      },
    ],
    silent: [
      { why: 'the owner above holds a minority only', facts: graph('N -49-> S; L*'), day: IN_FORCE },
      { why: 'a captured party is not a minority holding', facts: graph('L* -50-> S'), day: IN_FORCE },
    ],
  },
  'control-by-restricted-party': {
    fires: [
      {
        why: 'a listed controller',
        facts: graph('L* ~controls~> S'),
        day: IN_FORCE,
        subject: 'S',
        level: 'red-flag',
        says: 'controls',
      },
      {
        why: 'a captured controller',
        facts: graph('L* -60-> P; P ~controls~> S'),
        day: IN_FORCE,
        subject: 'S',
        level: 'red-flag',
        says: 'P',
      },
    ],
    silent: [
      {
        why: 'a controller that is not restricted',
        facts: graph('N ~controls~> S; L* -49-> N'),
        day: IN_FORCE,
      },
      {
        why: 'the controlled one is listed, not the controller',
        facts: graph('N ~controls~> L*'),
        day: IN_FORCE,
      },
    ],
  },
  'investor-on-a-list': {
    fires: [
      {
        why: 'an investor on the Entity List',
        facts: funding('bis-entity-list', 'A'),
        day: IN_FORCE,
        subject: 'S',
        level: 'red-flag',
        says: '(A)',
      },
      {
        why: 'an investor on a list that restricts nothing is a lead',
        facts: funding('dod-1260h', ''),
        day: IN_FORCE,
        subject: 'S',
        level: 'lead',
        says: 'Listed Fund',
      },
    ],
    silent: [
      { why: 'before the investor was listed', facts: funding('bis-entity-list', 'A'), day: '2024-12-01' },
      {
        why: 'the one funded is listed, not the investor',
        facts: facts({
          parties: [{ id: 'fund' }, { id: 'S' }],
          listings: [{ party: 'S', list: 'bis-entity-list' }],
          investments: [{ investor: 'fund', target: 'S' }],
        }),
        day: IN_FORCE,
      },
    ],
  },
};
