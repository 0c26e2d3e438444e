import { expect, it } from 'vitest';
import { createComparing } from '../../server/api/comparing.ts';

/** Answers like the command, and counts how often it was run; fails as long as `broken` says so. */
function command() {
  const asked: string[] = [];
  const state = { broken: false };
  const run = (parameters: readonly string[]): Promise<unknown> => {
    asked.push(parameters.slice(-2).join(' '));
    if (state.broken) return Promise.reject(new Error('made'));
    return Promise.resolve({ changes: { by: 'comparison', lists: [], impact: null } });
  };
  return { asked, state, comparing: createComparing(run) };
}

it('compares two editions once while the same is loaded, and again after a judgement or a load', async () => {
  const { asked, comparing } = command();
  await Promise.all([comparing('aa', 'bb', 'run 1'), comparing('aa', 'bb', 'run 1')]);
  expect(asked).toEqual(['aa bb']);
  await comparing('aa', 'bb', 'run 2');
  await comparing('bb', 'aa', 'run 2');
  expect(asked).toEqual(['aa bb', 'aa bb', 'bb aa']);
});

it('keeps no comparison that failed, and not more than a few', async () => {
  const { asked, state, comparing } = command();
  state.broken = true;
  await expect(comparing('aa', 'bb', 'run')).rejects.toThrow('made');
  state.broken = false;
  for (const later of ['bb', 'cc', 'dd', 'ee', 'ff', 'bb', 'ff']) await comparing('aa', later, 'run');
  expect(asked).toEqual(['aa bb', 'aa bb', 'aa cc', 'aa dd', 'aa ee', 'aa ff', 'aa bb']);
});
