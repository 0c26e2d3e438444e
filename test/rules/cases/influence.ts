import { facts, graph } from '../../support/cases.ts';
import { IN_FORCE, type RuleCases, SUSPENDED } from './rule-case.ts';

const funding = (list: string, round: string) =>
  facts({
    parties: [{ id: 'fund', name: 'Listed Fund', kind: 'fund' }, { id: 'S' }],
    listings: [{ party: 'fund', list, from: '2024-12-02' }],
    investments: [{ investor: 'fund', target: 'S', from: '2023-05-01', round }],
  });

/** Cases of the rules on influence below the threshold: minority holdings, control, funding. */
export const INFLUENCE_CASES: Readonly<Record<string, RuleCases>> = {
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
        why: 'while the rule is suspended it is no graver than 50 % would be',
        facts: graph('L* -49-> S'),
        day: SUSPENDED,
        subject: 'S',
        level: 'lead',
        says: '49 %',
      },
      {
        why: 'OFAC was not suspended',
        facts: graph('L* -49-> S', {}, 'ofac-sdn'),
        day: SUSPENDED,
        subject: 'S',
        level: 'red-flag',
        says: 'OFAC',
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
        says: 'on a list',
      },
      {
        why: 'a captured controller',
        facts: graph('L* -60-> P; P ~controls~> S'),
        day: IN_FORCE,
        subject: 'S',
        level: 'red-flag',
        says: 'P, held by listed parties to the threshold',
      },
      {
        why: 'a lead while the rule that captures the controller is suspended',
        facts: graph('L* -60-> P; P ~controls~> S'),
        day: SUSPENDED,
        subject: 'S',
        level: 'lead',
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
      {
        why: 'an investor on a list since a day that nobody recorded',
        facts: facts({
          parties: [{ id: 'fund' }, { id: 'S' }],
          listings: [{ party: 'fund', list: 'dod-1260h' }],
          investments: [{ investor: 'fund', target: 'S', from: '2023-05-01' }],
        }),
        day: IN_FORCE,
        subject: 'S',
        level: 'lead',
        says: '(first day unknown)',
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
