import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffEditions, type ListDiff } from '../../server/editions/diff.ts';
import { type EditionShape, GUARD_LIMITS, holdBack } from '../../server/editions/guard.ts';
import { anyEditions, edition, type MadeRow } from '../support/made-editions.ts';

function diff(before: readonly MadeRow[], after: readonly MadeRow[]): ListDiff {
  return diffEditions(edition('2025-01-10', before).facts, edition('2025-02-20', after).facts);
}

const parties = (rows: ListDiff['added']) => rows.map(({ party }) => party.id);
const ADDRESS = 'No. 1 Long Road, Pudong, Shanghai 200000';

describe('two editions, compared,', () => {
  it('tell what was added and removed, and by which rule, also where publishers cite its pages differently', () => {
    const result = diff(
      [{ party: 'A' }, { party: 'B' }],
      [
        { party: 'B' },
        { party: 'C', citation: '89 FR 96837' },
        { party: 'D', citation: '89 F.R. 96836 12/5/24' },
        { party: 'E', citation: '89 FR 96837; 90 FR 1' },
        { party: 'F', citation: '89 FR 99702' },
      ],
    );
    expect([parties(result.added), parties(result.removed), result.same]).toEqual([
      ['C', 'D', 'E', 'F'],
      ['A'],
      1,
    ]);
    expect(result.addedBy).toEqual([
      { citation: '89 FR 96837', count: 3 },
      { citation: '89 FR 99702', count: 1 },
    ]);
  });

  it('know an amended row by its name, and tell each field', () => {
    const row = { party: 'A', citation: '85 FR 83420', footnotes: ['4'], reviewPolicy: 'Case by case' };
    const after = {
      ...row,
      citation: '85 FR 83420; 89 FR 96837',
      footnotes: ['4', '5'],
      reviewPolicy: 'Presumption of denial',
      aliases: ['Alpha'],
      addresses: [ADDRESS],
    };
    const [change, ...others] = diff([row], [after]).amended;
    expect(others).toEqual([]);
    expect(change?.fields).toEqual([
      { field: 'aliases', before: [], after: ['Alpha'] },
      { field: 'addresses', before: [], after: [ADDRESS] },
      { field: 'reviewPolicy', before: ['Case by case'], after: ['Presumption of denial'] },
      { field: 'footnotes', before: [], after: ['5'] },
      { field: 'citation', before: [], after: ['89 FR 96837'] },
    ]);
  });

  it('show another spelling as editorial, and a word more as an amendment', () => {
    const row = { party: 'A', licenceRequirement: 'All items (See §744.11 of the EAR)' };
    const spelled = { ...row, licenceRequirement: 'All items  (see § 744.11 of the EAR).' };
    const noted = { ...row, licenceRequirement: 'All items (See §744.11 of the EAR)5' };
    const result = diff([row], [spelled]);
    expect([result.editorial.length, result.amended.length]).toEqual([1, 0]);
    expect(diff([row], [noted]).amended).toHaveLength(1);
  });

  it('pair rows of one party by their first citation, and an added row takes its address with it', () => {
    const [old, second] = [
      { party: 'A', citation: '80 FR 1' },
      { party: 'A', citation: '81 FR 2' },
    ];
    const result = diff(
      [old, second],
      [
        { ...second, addresses: [ADDRESS] },
        { ...old, citation: '80 FR 1; 90 FR 3' },
        { party: 'A', citation: '90 FR 3' },
      ],
    );
    expect(result.amended.map(({ after, fields }) => [after.listing.citation, fields])).toEqual([
      ['80 FR 1; 90 FR 3', [{ field: 'citation', before: [], after: ['90 FR 3'] }]],
    ]);
    expect([result.added.length, result.removed.length, result.same]).toEqual([1, 0, 1]);
  });

  it('know a renamed party by its first citation and address or alias', () => {
    const result = diff(
      [
        { party: 'A', name: 'Alpha', citation: '80 FR 1', addresses: [ADDRESS] },
        { party: 'B', name: 'Beta', citation: '80 FR 1' },
        { party: 'C', name: 'Gamma', citation: '80 FR 1' },
      ],
      [
        { party: 'A2', name: 'Omega', citation: '80 FR 1; 90 FR 1', addresses: [ADDRESS.toUpperCase()] },
        { party: 'B2', name: 'Psi', aliases: ['beta'], citation: '80 FR 1' },
        { party: 'C2', name: 'Gamma.', citation: '81 FR 7' },
        { party: 'D', name: 'Delta', citation: '80 FR 1' },
      ],
    );
    expect(result.renamed.map(({ before, after, by }) => [before.party.id, after.party.id, by])).toEqual([
      ['B', 'B2', 'the same first citation and alias'],
      ['A', 'A2', 'the same first citation and address'],
    ]);
    expect(result.amended.map(({ after }) => after.party.id)).toEqual(['C2']);
    expect([parties(result.added), parties(result.removed)]).toEqual([['D'], []]);
  });

  it('leave to a person what fits in more than one way', () => {
    const shared = { citation: '80 FR 1', addresses: [ADDRESS] };
    const result = diff(
      [{ party: 'A', ...shared }],
      [
        { party: 'X', ...shared },
        { party: 'Y', ...shared },
      ],
    );
    expect([result.renamed, result.added, result.removed]).toEqual([[], [], []]);
    expect(result.ambiguous.map(({ before, after }) => [parties(before), parties(after)])).toEqual([
      [['A'], ['X', 'Y']],
    ]);
  });

  it('have each row of either in exactly one part, and are mirrored the other way round', () => {
    fc.assert(
      fc.property(anyEditions, anyEditions, ([first], [second]) => {
        if (first === undefined || second === undefined) return;
        const there = diffEditions(first.facts, second.facts);
        const back = diffEditions(second.facts, first.facts);
        const pairs = there.same + there.amended.length + there.renamed.length + there.editorial.length;
        const ambiguous = there.ambiguous.flatMap(({ after }) => after).length;
        expect(pairs + ambiguous + there.added.length).toBe(second.facts.listings.length);
        expect(parties(back.added)).toEqual(parties(there.removed));
        expect(back.amended.length).toBe(there.amended.length);
        expect(diffEditions(first.facts, first.facts).same).toBe(first.facts.listings.length);
      }),
    );
  });
});

describe('an edition', () => {
  const shape: EditionShape = {
    ...{ list: 'bis-meu', date: '2025-02-20', file: 'meu.csv' },
    ...{ rows: 100, aside: 0, columns: ['name', 'address'], claims: null },
  };
  const reasons = (
    edition: Partial<EditionShape>,
    before: EditionShape | null = shape,
    limits = GUARD_LIMITS,
  ) => holdBack(before, { ...shape, date: '2025-03-01', ...edition }, limits).map(({ reason }) => reason);

  it('passes when nothing speaks against it', () => {
    expect(reasons({})).toEqual([]);
    expect(reasons({ rows: 90 })).toEqual([]);
    expect(reasons({ columns: [...shape.columns, 'new'], claims: 100 })).toEqual([]);
    expect(reasons({ rows: 5 }, null)).toEqual([]);
  });

  it.each([
    [{ rows: 0 }, ['empty']],
    [{ rows: 89 }, ['shrank']],
    [{ columns: ['name'] }, ['column-lost']],
    [{ claims: 101 }, ['fewer-than-claimed']],
    [{ aside: 2 }, ['too-many-aside']],
    [{ rows: 50, claims: 200, columns: ['name'] }, ['shrank', 'column-lost', 'fewer-than-claimed']],
  ])('is held back: %j', (edition, expected) => {
    expect(reasons(edition)).toEqual(expected);
  });

  it('is held back when its manifest demands more, and says what to do', () => {
    expect(reasons({}, shape, { ...GUARD_LIMITS, atLeast: 101 })).toEqual(['too-few']);
    const [held] = holdBack(shape, { ...shape, date: '2025-03-01', rows: 80 });
    expect(held?.message).toBe(
      'bis-meu of 2025-03-01 (meu.csv) has 80 rows, 20 fewer than the 100 of 2025-02-20; more than 10 % may not go at once.',
    );
    expect(held?.fix).toContain('--accept');
  });
});
