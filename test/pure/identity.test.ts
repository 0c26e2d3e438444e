import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Party } from '../../server/facts/facts.ts';
import { NO_FACTS } from '../../server/facts/sections.ts';
import type { Judgement } from '../../server/identity/judgements.ts';
import { resolveIdentities } from '../../server/identity/resolve.ts';
import { uniteParties } from '../../server/identity/unite.ts';
import { facts } from '../support/cases.ts';

const parties = (...rows: object[]): readonly Party[] => facts({ parties: rows }).parties;
const named = (id: string, name: string, more: object = {}) => ({ id, name, jurisdiction: 'CN', ...more });
const lei = (value: string) => ({ identifiers: [{ scheme: 'lei', value }] });
const judged = (a: string, b: string, verdict: Judgement['verdict']): Judgement => ({
  ...{ a, b, verdict },
  ...{ by: 'An analyst', on: '2026-07-09', why: 'Read in the annual report' },
});

const joined = (all: readonly Party[], judgements: readonly Judgement[] = [], preferred: string[] = []) =>
  Object.fromEntries(resolveIdentities(all, { judgements, preferred: new Set(preferred) }).canonical);

describe('the same party on two lists', () => {
  it('is joined by a registered identifier, whatever its names; the seed’s id stands for it', () => {
    const all = parties(
      named('smic', 'SMIC', lei('5493000AB')),
      named('el/1', 'Semiconductor Manufacturing International', lei('5493000ab')),
      named('lei/5493000AB', 'SMIC Group'),
    );
    expect(joined(all, [], ['smic'])).toEqual({ 'el/1': 'smic', 'lei/5493000AB': 'smic' });
    expect(joined(all)).toEqual({ 'lei/5493000AB': 'el/1', smic: 'el/1' });
  });

  it('is joined by a list’s cross-reference to the id of another', () => {
    const identifiers = [{ scheme: 'ofac', value: '20264' }];
    const all = parties(named('ofac/20264', 'ONE'), named('el/1', 'Uno', { identifiers }));
    expect(joined(all)).toEqual({ 'ofac/20264': 'el/1' });
  });

  it.each([
    ['Arrow China Electronics Trading Co., Ltd.', 'ARROW CHINA ELECTRONICS TRADING CO LTD'],
    ['Alpha Company, Limited', 'Alpha Co., Ltd.'],
    ['Ａｌｐｈａ Corp.', 'alpha corporation'],
    ['華為技術', '华为技术'],
  ])('is joined by its exact folded name and country: %s', (one, other) => {
    expect(joined(parties(named('a', one), named('b', other)))).toEqual({ b: 'a' });
    expect(joined(parties(named('a', one), { ...named('b', other), jurisdiction: 'HK' }))).toEqual({});
  });

  it('is not joined under another legal form, nor without a country, nor as a person', () => {
    expect(joined(parties(named('a', 'Alpha Ltd'), named('b', 'Alpha Inc')))).toEqual({});
    expect(joined(parties({ id: 'a', name: 'Alpha' }, { id: 'b', name: 'Alpha' }))).toEqual({});
    const person = { kind: 'person' };
    expect(joined(parties(named('a', 'Li Wei', person), named('b', 'Li Wei', person)))).toEqual({});
  });

  it('is never joined against different identifiers, whatever is said', () => {
    const all = parties(named('a', 'Alpha', lei('1')), named('b', 'Alpha', lei('2')));
    expect(joined(all)).toEqual({});
    const result = resolveIdentities(all, { judgements: [judged('a', 'b', 'same')] });
    expect([result.canonical.size, result.candidates]).toEqual([0, []]);
    expect(result.conflicts.map(({ a, b, why }) => [a, b, why])).toEqual([
      ['a', 'b', 'different lei: 1 and 2'],
    ]);
  });

  it('takes a number in a company register for one only within a country', () => {
    const number = { identifiers: [{ scheme: 'registration', value: '123' }] };
    const all = parties(named('a', 'A', number), named('b', 'B', number), {
      ...named('c', 'C', number),
      jurisdiction: 'GB',
    });
    expect(joined(all)).toEqual({ b: 'a' });
  });
});

describe('weaker candidates', () => {
  it('wait for a person, with the evidence and what speaks against it', () => {
    const all = parties(
      named('a', 'Yangtze Memory', { aliases: ['YMTC'] }),
      named('b', 'YMTC'),
      { id: 'c', name: 'Yangtze Memory' },
      named('d', 'Yangtze memory', { kind: 'person' }),
    );
    const { candidates, canonical } = resolveIdentities(all);
    expect(canonical.size).toBe(0);
    expect(candidates.map(({ a, b, against }) => [a, b, against])).toEqual([
      ['a', 'b', ''],
      ['a', 'c', ''],
      ['a', 'd', 'of different kinds: organisation and person'],
      ['c', 'd', 'of different kinds: organisation and person'],
    ]);
    expect(candidates[0]?.evidence).toEqual(['both are called “ymtc”']);
  });

  it('of a list that does not say what its parties are may be people, and join as organisations do', () => {
    const listed = { kind: 'unknown' };
    const all = parties(named('a', 'Li Wei', listed), named('b', 'Li Wei', { kind: 'person' }));
    const { candidates, canonical } = resolveIdentities(all);
    expect([canonical.size, candidates.map(({ against }) => against)]).toEqual([0, ['']]);
    const two = parties(named('a', 'Alpha', listed), named('b', 'Alpha'));
    const united = resolveIdentities(two);
    expect(united.canonical.size).toBe(1);
    const [one] = uniteParties({ ...NO_FACTS, parties: two }, united.canonical).facts.parties;
    expect(one?.kind).toBe('company');
  });

  it('of a name that two registered parties have are those of each of them', () => {
    const all = parties(named('gb-coh/1', 'Alpha'), named('gb-coh/2', 'Alpha'), named('el/1', 'Alpha'));
    const { candidates, canonical, conflicts } = resolveIdentities(all);
    expect([canonical.size, conflicts]).toEqual([0, []]);
    expect(candidates.map(({ a, b }) => [a, b])).toEqual([
      ['el/1', 'gb-coh/1'],
      ['el/1', 'gb-coh/2'],
    ]);
  });

  it('are joined or dropped by a judgement, and back when it is removed', () => {
    const all = parties(named('a', 'Alpha', { aliases: ['Beta'] }), named('b', 'Beta'));
    const before = resolveIdentities(all);
    expect(joined(all, [judged('b', 'a', 'same')])).toEqual({ b: 'a' });
    const refused = resolveIdentities(all, { judgements: [judged('a', 'b', 'different')] });
    expect([refused.canonical.size, refused.candidates]).toEqual([0, []]);
    expect(resolveIdentities(all, { judgements: [] })).toEqual(before);
    expect(before.candidates).toHaveLength(1);
  });

  it('of a judgement on an id that is gone wait with it', () => {
    const judgement = judged('a', 'gone', 'same');
    expect(resolveIdentities(parties(named('a', 'A')), { judgements: [judgement] }).idle).toEqual([
      judgement,
    ]);
  });
});

describe('a conflict', () => {
  it('through a third party is told, and the weaker ground is not followed', () => {
    const all = parties(
      named('a', 'Alpha', lei('1')),
      named('b', 'Beta', lei('1')),
      named('c', 'Beta', { identifiers: [{ scheme: 'duns', value: '7' }] }),
      named('d', 'Delta', { identifiers: [{ scheme: 'duns', value: '7' }] }),
    );
    const result = resolveIdentities(all, { judgements: [judged('a', 'd', 'different')] });
    expect(Object.fromEntries(result.canonical)).toEqual({ b: 'a', d: 'c' });
    expect(result.conflicts.map(({ a, b, why }) => [a, b, why])).toEqual([
      ['a', 'd', 'a person says that they are two'],
    ]);
  });

  it('never leaves two that cannot be one together, in whatever order parties and judgements come', () => {
    const name = fc.constantFrom('Alpha', 'alpha', 'Beta');
    const number = fc.constantFrom(undefined, '1', '2');
    const rows = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), name, number }), {
      selector: ({ id }) => id,
    });
    const pair = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('d', 'e'));
    const said = fc.uniqueArray(fc.tuple(pair, fc.constantFrom('same', 'different')), {
      selector: ([ends]) => ends.join(),
    });
    fc.assert(
      fc.property(rows, said, (made, verdicts) => {
        const all = parties(
          ...made.map(({ id, name: each, number: value }) =>
            named(id, each, value === undefined ? {} : lei(value)),
          ),
        );
        const judgements = verdicts.map(([[a, b], verdict]) =>
          judged(a, b, verdict === 'same' ? 'same' : 'different'),
        );
        const result = resolveIdentities(all, { judgements });
        const back = resolveIdentities(all.toReversed(), { judgements: judgements.toReversed() });
        expect([...back.canonical].sort()).toEqual([...result.canonical].sort());
        const standing = (id: string) => result.canonical.get(id) ?? id;
        for (const { a, b, verdict } of judgements)
          if (verdict === 'different') expect(standing(a)).not.toBe(standing(b));
        for (const one of all)
          for (const other of all) {
            const [mine, theirs] = [one.identifiers[0]?.value, other.identifiers[0]?.value];
            if (mine !== undefined && theirs !== undefined && mine !== theirs)
              expect(standing(one.id)).not.toBe(standing(other.id));
          }
      }),
    );
  });
});
