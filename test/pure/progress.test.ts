import { describe, expect, it } from 'vitest';
import { paceOf } from '../../server/cli/terminal.ts';

describe('progress', () => {
  it('says nothing of pace within the first second, nor before anything is done', () => {
    expect(paceOf(500, 1_000, 0.9)).toBe('');
    expect(paceOf(0, 1_000, 5)).toBe('');
  });

  it('says how fast it goes and how long the rest takes', () => {
    expect(paceOf(250_000, 1_000_000, 2)).toBe(', 125000 a second, 6 s left');
    expect(paceOf(1_000_000, 1_000_000, 8)).toBe(', 125000 a second');
  });
});
