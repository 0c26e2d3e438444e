import { facts } from '../../support/cases.ts';
import { IN_FORCE, type RuleCases } from './rule-case.ts';

const listedUntil = (to: string | null) =>
  facts({
    parties: [{ id: 'S', name: 'Sub Co' }],
    listings: [{ party: 'S', list: 'bis-entity-list', from: '2020-01-01', ...(to === null ? {} : { to }) }],
  });

const tiedUntil = (key: 'holdings' | 'controls', ties: readonly object[]) =>
  facts({
    parties: [
      { id: 'L', name: 'Listed Co' },
      { id: 'S', name: 'Sub Co' },
    ],
    listings: [{ party: 'L', list: 'bis-entity-list', from: '2020-01-01' }],
    [key]: ties,
  });

const holding = (share: number, from: string, to?: string) => ({
  owner: 'L',
  owned: 'S',
  share,
  from,
  ...(to ? { to } : {}),
});
const control = (from: string, to?: string) => ({
  controller: 'L',
  controlled: 'S',
  from,
  ...(to ? { to } : {}),
});

/** Cases of the rules on what has ended. */
export const PAST_CASES: Readonly<Record<string, RuleCases>> = {
  'formerly-listed': {
    fires: [
      {
        why: 'removed a year ago',
        facts: listedUntil('2024-10-15'),
        day: IN_FORCE,
        subject: 'S',
        level: 'information',
        says: '2024-10-15',
      },
    ],
    silent: [
      { why: 'still listed', facts: listedUntil(null), day: IN_FORCE },
      { why: 'the last day on the list', facts: listedUntil('2025-10-16'), day: IN_FORCE },
      {
        why: 'the row goes on under another one',
        facts: facts({
          parties: [{ id: 'S' }],
          listings: [
            { party: 'S', list: 'bis-entity-list', from: '2020-01-01', to: '2024-01-01' },
            { party: 'S', list: 'bis-entity-list', from: '2024-01-01' },
          ],
        }),
        day: IN_FORCE,
      },
    ],
  },
  'formerly-owned': {
    fires: [
      {
        why: 'sold by a listed party',
        facts: tiedUntil('holdings', [holding(100, '2020-01-01', '2024-11-17')]),
        day: IN_FORCE,
        subject: 'S',
        level: 'lead',
        says: '100 %',
      },
    ],
    silent: [
      { why: 'still held', facts: tiedUntil('holdings', [holding(40, '2020-01-01')]), day: IN_FORCE },
      {
        why: 'the share changed and went on',
        facts: tiedUntil('holdings', [holding(100, '2020-01-01', '2024-11-17'), holding(40, '2024-11-17')]),
        day: IN_FORCE,
      },
    ],
  },
  'formerly-controlled': {
    fires: [
      {
        why: 'control given up by a listed party',
        facts: tiedUntil('controls', [control('2020-01-01', '2025-10-01')]),
        day: IN_FORCE,
        subject: 'S',
        level: 'lead',
        says: '2025-10-01',
      },
    ],
    silent: [
      { why: 'control goes on', facts: tiedUntil('controls', [control('2020-01-01')]), day: IN_FORCE },
      {
        why: 'control was renewed on the day on which it ended',
        facts: tiedUntil('controls', [control('2020-01-01', '2025-10-01'), control('2025-10-01')]),
        day: IN_FORCE,
      },
    ],
  },
};
