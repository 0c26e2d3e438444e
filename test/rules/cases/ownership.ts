import { facts, graph } from '../../support/cases.ts';
import { IN_FORCE, type RuleCases, SUSPENDED } from './rule-case.ts';

/** Cases of the rules on listings and on shares up to the threshold. */
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
      {
        why: 'a row without a first day stands, and says that the day is unknown',
        facts: facts({ parties: [{ id: 'L' }], listings: [{ party: 'L', list: 'dod-1260h' }] }),
        day: '2020-01-01',
        subject: 'L',
        level: 'information',
        says: ', first day unknown',
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
      {
        why: 'all is held by an SDN whose programmes are not recorded',
        facts: graph('L* -100-> S', {}, 'ofac-sdn'),
        day: IN_FORCE,
        subject: 'S',
        level: 'cannot-exclude',
        says: 'L (cannot be excluded) 100 %',
      },
    ],
    silent: [
      { why: 'a range that ends short of 50 %', facts: graph('L* -[25..50)-> S'), day: IN_FORCE },
      {
        why: 'the party is listed itself, under programmes that are not recorded',
        facts: graph('L*', {}, 'ofac-sdn'),
        day: IN_FORCE,
      },
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
      {
        why: 'the listed party itself has no owner to ask about',
        facts: graph('S; L*', {}, 'ofac-sdn'),
        day: IN_FORCE,
      },
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
};
