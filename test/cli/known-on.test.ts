import { afterEach, describe, expect, it } from 'vitest';
import { cleanUp, run } from '../support/interlock.ts';

afterEach(cleanUp);

/** Until 1 March 2026 it was held to be known that `L` holds 40 %, since then that it holds 60 %. */
const CASE = JSON.stringify({
  parties: [{ id: 'L' }, { id: 'S' }, { id: 'N', knownFrom: '2026-03-01' }],
  listings: [{ party: 'L', list: 'bis-entity-list', from: '2020-12-18' }],
  holdings: [
    { owner: 'L', owned: 'S', share: 40, knownFrom: '2026-01-01', knownTo: '2026-03-01' },
    { owner: 'L', owned: 'S', share: 60, knownFrom: '2026-03-01' },
    { owner: 'L', owned: 'N', share: 5, knownFrom: '2026-01-01' },
  ],
});

const QUESTION = ['assess', '-', '--as-of', '2025-10-15', '--regime', 'bis-affiliates'];

describe('assess --known-on', () => {
  it.each([
    ['2025-12-31', { L: 'listed', S: 'not-captured' }, []],
    ['2026-02-28', { L: 'listed', S: 'not-captured' }, ['holding:L:N']],
    ['2026-03-01', { L: 'listed', S: 'captured', N: 'not-captured' }, []],
  ])(
    '%s answers from what was known at the end of that day, and says what it left out',
    async (day, outcomes, leftOut) => {
      const { stdout, stderr } = await run([...QUESTION, '--known-on', day], { input: CASE });
      expect(stderr).toBe('');
      const reply = JSON.parse(stdout);
      expect(reply).toMatchObject({ asOf: '2025-10-15', knownOn: day, leftOut });
      const rows: { party: string; outcome: string }[] = reply.verdicts;
      expect(Object.fromEntries(rows.map(({ party, outcome }) => [party, outcome]))).toEqual(outcomes);
    },
  );

  it.each(['2026-02-30', 'yesterday'])('%s is refused', async (day) => {
    const { code, stderr } = await run([...QUESTION, '--known-on', day], { input: CASE });
    expect(code).toBe(1);
    expect(stderr).toContain('Give a day of the calendar as YYYY-MM-DD.');
  });
});
