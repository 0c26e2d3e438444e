import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldAtLeast, heldAtMost, roomFor } from '../../server/analysis/sensitivity/limits.ts';
import { situationOf } from '../../server/analysis/sensitivity/situation.ts';
import { anyCase, PARTIES } from '../support/made-up-register.ts';
import { plainSums } from '../support/oracle/plain-sums.ts';

const DAY = '2025-10-15';

describe('sums of what owners hold, kept from one question to the next', () => {
  it('are those of adding up all owners anew, whoever counts and whichever ties are left out', () => {
    fc.assert(
      fc.property(anyCase, fc.infiniteStream(fc.boolean()), ({ all, regime }, coins) => {
        const coin = (): boolean => coins.next().value;
        for (const party of PARTIES) {
          const request = { party, asOf: DAY, regime, listings: all.listings };
          const situation = situationOf(all, request);
          if (!situation) continue;
          const { certain, possible } = situation.evaluate({});
          for (const [at] of situation.parties.entries()) {
            for (const members of [certain, possible, certain]) {
              const plain = plainSums(situation, at, members);
              const ties = new Set(situation.ties.flatMap(({ number }) => (coin() ? [number] : [])));
              expect([
                heldAtLeast(situation, at, members, ties),
                heldAtMost(situation, at, members, ties),
                roomFor(situation, at, ties),
              ]).toEqual([plain.atLeast(ties), plain.atMost(ties), plain.room(ties)]);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
