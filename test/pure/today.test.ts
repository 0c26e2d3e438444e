import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { today as todayInBrowser } from '../../client/state/view-store.ts';
import { today } from '../../server/facts/dates.ts';

const zone = process.env.TZ;
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => {
  vi.useRealTimers();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

/** Instants at which it is another day somewhere than it is in UTC. */
const INSTANTS: readonly (readonly [instant: string, timeZone: string, day: string])[] = [
  ['2025-10-15T23:30:00Z', 'Asia/Shanghai', '2025-10-16'],
  ['2025-12-31T11:00:00Z', 'Pacific/Kiritimati', '2026-01-01'],
  ['2025-10-15T03:30:00Z', 'America/New_York', '2025-10-14'],
  ['2024-03-01T07:00:00Z', 'America/Los_Angeles', '2024-02-29'],
  ['2025-10-15T12:00:00Z', 'UTC', '2025-10-15'],
];

describe('today', () => {
  it.each(INSTANTS)('at %s in %s is %s, for the server and the page alike', (instant, timeZone, day) => {
    process.env.TZ = timeZone;
    vi.setSystemTime(new Date(instant));
    expect(today()).toBe(day);
    expect(todayInBrowser()).toBe(day);
  });
});
