import { describe, expect, it } from 'vitest';
import { answer, home, listing, rowOf } from '../support/assessed.ts';

describe('what is said beside the outcome', () => {
  it.each([
    ['2025-09-28', false, true, true],
    ['2025-09-29', true, true, false],
    ['2025-11-09', true, true, false],
    ['2025-11-10', false, true, true],
    ['2026-11-09', false, true, true],
    ['2026-11-10', true, false, false],
  ])('on %s: is the BIS rule in force (%s), confirmed (%s); is the practice (%s)', (...row) => {
    const [day, inForce, confirmed, practice] = row;
    const asked = answer('L* -50-> S', { regime: 'bis-affiliates', day });
    expect(asked.regimes).toMatchObject([{ inForce, confirmed }]);
    expect(asked.verdicts.every((each) => each.inForce === inForce)).toBe(true);
    if (!confirmed) expect(asked.regimes[0]?.note).toContain('unless BIS extended the suspension');
    expect(answer('L* -50-> S', { regime: 'bis-legally-distinct', day }).regimes).toMatchObject([
      { inForce: practice },
    ]);
  });

  it('a US party is exempt, in words', () => {
    const more = { parties: [home('L', 'CN'), home('S', 'US')] };
    const row = rowOf('L* -100-> S', { regime: 'bis-affiliates', more });
    expect(row.exempt).toBe(true);
    expect(row.notes.join(' ')).toContain('a US party is outside it');
  });

  it('a known 60 leaves at most 40 for an unknown share', () => {
    const row = rowOf('L* -?-> S; P -60-> S', { regime: 'bis-affiliates' });
    expect([row.held, row.notes]).toEqual([
      '0 to 40 %',
      ["Other owners' known shares leave at most 40 % for these owners."],
    ]);
  });

  it('holdings of more than 100 % are a data finding, and the verdict is decided without cutting any', () => {
    const over = answer('L* -60-> S; P -60-> S', { regime: 'bis-affiliates' });
    expect(over.dataFindings).toMatchObject([
      { kind: 'over-allocated', party: 'S', text: expect.stringContaining('add up to 120 %') },
    ]);
    const row = over.verdicts.find(({ party }) => party === 'S');
    expect([row?.held, row?.notes.some((note) => note.includes('more than 100 %'))]).toEqual(['60 %', true]);
    const unknown = rowOf('L* -?-> S; P -60-> S; Q -60-> S', { regime: 'bis-affiliates' });
    expect([unknown.outcome, unknown.held]).toEqual(['cannot-exclude', '0 to 100 %']);
  });

  it('the strictest owner governs, and footnote 5 travels with the others, tier by tier', () => {
    const more = {
      listings: [
        listing('L', 'bis-entity-list', { footnotes: ['1'], reviewPolicy: 'Presumption of denial' }),
        listing('M', 'bis-entity-list', { footnotes: ['5'], reviewPolicy: 'Case-by-case' }),
      ],
    };
    const row = rowOf('L -30-> P; M -30-> P; P -50-> S', { regime: 'bis-affiliates', more });
    expect(row).toMatchObject({
      outcome: 'captured',
      mostRestrictive: { party: 'L', allFootnotes: ['5', '1'] },
    });
  });
});
