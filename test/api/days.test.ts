import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LEVELS } from '../../server/rules/finding.ts';
import { findingsReplyShape, overviewShape, verdictsReplyShape } from '../../server/wire/overview.ts';
import { partyReplyShape } from '../../server/wire/things.ts';
import { ask, refusal, type SeedApi, seedApi } from '../support/api.ts';

let api: SeedApi;
beforeAll(async () => {
  api = await seedApi();
});
afterAll(() => api.store.close());

const RULE = 'bis-affiliates';
const PRACTICE = 'bis-legally-distinct';

async function nexperia(asOf: string) {
  const reply = await ask(api, partyReplyShape, '/parties/nexperia', { asOf });
  const under = (regime: string) => {
    const verdict = reply.verdicts.find((each) => each.regime === regime);
    if (!verdict) throw new Error(`no verdict under ${regime}`);
    return verdict;
  };
  return { ...reply, under, captured: reply.findings.filter(({ rule }) => rule === 'captured') };
}

describe('Nexperia, held by Wingtech, which is listed since 2 December 2024', () => {
  it.each(['2025-09-29', '2025-10-15', '2025-11-09'])(
    'is captured on %s, with the rule in force',
    async (day) => {
      const { deciding, under, captured } = await nexperia(day);
      expect(deciding).toBe(RULE);
      expect(under(RULE)).toMatchObject({
        outcome: 'captured',
        inForce: true,
        confirmed: true,
        shareMin: '100',
      });
      expect(under(RULE).sentence).toMatch(/^Captured under BIS 50 % rule .* held by Wingtech/);
      expect(captured).toMatchObject([{ level: 'restricted', inForce: true, confirmed: true, regime: RULE }]);
    },
  );

  it.each(['2025-09-01', '2025-09-28', '2025-11-10', '2026-01-15', '2026-11-09'])(
    'is not captured on %s: the rule is not in force, and the answer says what it would say',
    async (day) => {
      const { deciding, under, captured } = await nexperia(day);
      expect(deciding).toBe(PRACTICE);
      expect(under(PRACTICE)).toMatchObject({ outcome: 'not-captured', inForce: true });
      expect(under(RULE).inForce).toBe(false);
      expect(under(RULE).sentence).toMatch(/^Would be captured under .*, which is not in force on that day/);
      expect(captured).toMatchObject([{ level: 'lead', inForce: false }]);
    },
  );

  it.each(['2026-11-10', '2026-11-22'])(
    'is captured on %s, if the rule is back: unconfirmed',
    async (day) => {
      const { deciding, under, captured } = await nexperia(day);
      expect(deciding).toBe(RULE);
      expect(under(RULE)).toMatchObject({ outcome: 'captured', inForce: true, confirmed: false });
      expect(under(RULE).regimeNote).toMatch(
        /unless BIS extended the suspension.*Check the Federal Register/,
      );
      expect(captured).toMatchObject([{ level: 'restricted', inForce: true, confirmed: false }]);
      expect(under(PRACTICE).regimeNote).toContain('unconfirmed');
    },
  );

  it('was not captured before its owner was listed', async () => {
    const { under, captured } = await nexperia('2024-12-01');
    expect(under(RULE)).toMatchObject({ outcome: 'not-captured', id: null, steps: [] });
    expect(under(RULE).sentence).toContain('That is no proof that there is none.');
    expect(captured).toEqual([]);
  });

  it('shows its arithmetic with the facts and sources of each step', async () => {
    const { under } = await nexperia('2025-10-15');
    expect(under(RULE).steps).toMatchObject([
      {
        owner: 'wingtech-technology-co-ltd',
        ownerOutcome: 'listed',
        sumMin: '100',
        threshold: '50',
        inclusive: true,
        reaches: 'yes',
        facts: ['holding:wingtech-technology-co-ltd:nexperia:2019-01-01'],
        sources: ['nexperia-2025'],
      },
    ]);
    expect(under(RULE).mostRestrictive).toMatchObject({
      party: 'wingtech-technology-co-ltd',
      list: 'bis-entity-list',
    });
  });
});

describe('lists of verdicts and findings on a day', () => {
  it.each([
    ['2024-12-01', false],
    ['2025-10-15', true],
  ])('on %s: is Nexperia among the captured? %s', async (asOf, expected) => {
    const query = { asOf, regime: RULE, outcome: 'captured', limit: 1000 };
    const { verdicts, total } = await ask(api, verdictsReplyShape, '/verdicts', query);
    expect(verdicts.map(({ party }) => party).includes('nexperia')).toBe(expected);
    expect(total).toBe(verdicts.length);
    expect(new Set(verdicts.map(({ outcome, regime }) => `${outcome} ${regime}`))).toEqual(
      new Set(total === 0 ? [] : [`captured ${RULE}`]),
    );
  });

  it.each([
    ['2025-09-01', 'lead', true],
    ['2025-10-15', 'restricted', true],
    ['2026-01-15', 'lead', true],
    ['2026-11-22', 'restricted', false],
  ])('on %s a capture is a finding of level %s, confirmed: %s', async (asOf, level, confirmed) => {
    const { findings } = await ask(api, findingsReplyShape, '/findings', { asOf, rule: 'captured' });
    const kinds = new Set(findings.map((each) => `${each.level} ${each.confirmed}`));
    expect(kinds).toEqual(new Set([`${level} ${confirmed}`]));
  });

  it('gives pages that together are the whole, each finding once, gravest first', async () => {
    const asOf = '2025-10-15';
    const whole = await ask(api, findingsReplyShape, '/findings', { asOf, limit: 1000 });
    const pages: string[] = [];
    for (let offset = 0; offset < whole.total; offset += 100) {
      const page = await ask(api, findingsReplyShape, '/findings', { asOf, limit: 100, offset });
      expect(page).toMatchObject({ total: whole.total, offset, limit: 100 });
      pages.push(...page.findings.map(({ id }) => id));
    }
    expect(pages).toEqual(whole.findings.map(({ id }) => id));
    expect(new Set(pages).size).toBe(whole.total);
    const gravity = whole.findings.map(({ level }) => LEVELS.indexOf(level));
    expect(gravity).toEqual(gravity.toSorted((a, b) => a - b));
  });

  it.each([
    ['/findings', { asOf: '2025-10-15' }, true],
    ['/findings', { asOf: '2025-10-15', flag: 'no-such-flag' }, false],
    ['/verdicts', { asOf: '2025-10-15', regime: RULE }, true],
  ])('gives the true total behind the last page of %s %j; are there any? %s', async (path, query, some) => {
    const list = z.looseObject({ total: z.int(), offset: z.int() });
    const { total } = await ask(api, list, path, query);
    expect(total > 0).toBe(some);
    const behind = await ask(api, list, path, { ...query, offset: total + 1, limit: 5 });
    expect(behind).toMatchObject({ total, offset: total + 1, [path.slice(1)]: [] });
  });

  it('counts in the overview the things that the findings list raises each flag on', async () => {
    const asOf = '2025-10-15';
    const { flags, regimes } = await ask(api, overviewShape, '/overview', { asOf });
    expect(regimes.find(({ id }) => id === RULE)).toMatchObject({ inForce: true, threshold: '50 % or more' });
    for (const { flag, level, count } of flags) {
      const query = { asOf, flag, level, limit: 1000 };
      const { findings } = await ask(api, findingsReplyShape, '/findings', query);
      const subjects = new Set(findings.map(({ subject }) => subject));
      expect([flag, level, subjects.size]).toEqual([flag, level, count]);
    }
  });

  it('never takes a regime that does not exist for one that captures nobody', async () => {
    for (const path of ['/verdicts', '/graph?ids=nexperia', '/evidence/nexperia']) {
      const { status, detail } = await refusal(api, path, { regime: 'bis-affiliate' });
      expect([path, status]).toEqual([path, 404]);
      expect(detail).toContain(RULE);
    }
  });
});
