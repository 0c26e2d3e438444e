import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sensitivityOf } from '../../server/analysis/sensitivity/sensitivity.ts';
import { controlJob } from '../../server/api/jobs/control-job.ts';
import { surroundingsOn } from '../../server/projection/surroundings.ts';
import { facts, LAW } from '../support/cases.ts';
import { anyCase, PARTIES } from '../support/made-up-register.ts';

const DAY = '2025-10-15';

describe('what is sent to a thread', () => {
  it('is enough: the answers are those from all facts, also after JSON', () => {
    fc.assert(
      fc.property(anyCase, ({ all, regime }) => {
        for (const party of PARTIES) {
          const request = { party, asOf: DAY, regime, listings: all.listings };
          const sent: typeof all = JSON.parse(
            JSON.stringify({ ...all, ...surroundingsOn(mutable(all), party, DAY) }),
          );
          expect(sensitivityOf(sent, { ...request, listings: sent.listings }, LAW.regulation)).toEqual(
            sensitivityOf(all, request, LAW.regulation),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is enough for who controls whom and what is held through chains', () => {
    fc.assert(
      fc.property(anyCase, ({ all }) => {
        for (const party of PARTIES) {
          const asked = { party, asOf: DAY, limit: 50 };
          const law = { regimes: LAW.regulation.regimes, listings: all.listings };
          const whole = mutable(all);
          const sent: Parameters<typeof controlJob>[0] = JSON.parse(
            JSON.stringify({ facts: surroundingsOn(whole, party, DAY), ...asked, law }),
          );
          expect(controlJob(sent)).toEqual(controlJob({ facts: whole, ...asked, law }));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out what does not bear on the party that day', () => {
    const all = facts({
      parties: ['T', 'A', 'B', 'C', 'O', 'F', 'X'].map((id) => ({ id })),
      holdings: [
        { owner: 'T', owned: 'A', share: 60 },
        { owner: 'A', owned: 'B', share: 60 },
        { owner: 'B', owned: 'C', share: 30 },
        { owner: 'O', owned: 'C', share: 30 },
        { owner: 'T', owned: 'X', share: 60 },
        { owner: 'F', owned: 'B', share: 10, to: '2020-01-01' },
      ],
    });
    const { parties, holdings } = surroundingsOn(mutable(all), 'B', DAY);
    expect(parties.map(({ id }) => id)).toEqual(['T', 'A', 'B', 'C', 'O']);
    expect(holdings.map(({ owner, owned }) => `${owner}${owned}`)).toEqual(['TA', 'AB', 'BC', 'OC']);
  });
});

function mutable({ parties, holdings, controls }: ReturnType<typeof facts>) {
  return { parties: [...parties], holdings: [...holdings], controls: [...controls] };
}
