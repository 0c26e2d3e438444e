import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, splitEdition } from '../../server/editions/edition.ts';
import { mergeEditions } from '../../server/editions/merge.ts';
import { wordingOf } from '../../server/editions/wording.ts';
import { InputError } from '../../server/errors.ts';
import { covers } from '../../server/facts/dates.ts';
import { FACT_SECTIONS, type Facts, type Listing } from '../../server/facts/facts.ts';
import { learn } from '../../server/facts/learn.ts';
import { NO_FACTS } from '../../server/facts/sections.ts';
import { anyEditions, edition, LIST } from '../support/made-editions.ts';

const [JANUARY, FEBRUARY, MAY] = ['2025-01-10', '2025-02-20', '2025-05-01'];

const periods = ({ listings }: Facts) => listings.map(({ id, from, to }) => [id, from, to]);
const seenIn = (list: Listing | undefined) => list?.seen;

/** Facts of each section in the order of their ids. */
const sorted = (facts: Facts) =>
  FACT_SECTIONS.map((section) => [...facts[section]].sort((a, b) => (a.id < b.id ? -1 : 1)));

describe('editions of a list, merged', () => {
  it('make one fact of a row that stays, with its own start and the first edition that has it', () => {
    const row = { party: 'A', from: '2020-05-05' };
    const merged = mergeEditions([edition(JANUARY, [row]), edition(FEBRUARY, [row])]);
    expect(periods(merged)).toEqual([['listing:A', '2020-05-05', null]]);
    expect(merged.listings[0]?.sources).toEqual([`list/bis-entity-list/${JANUARY}`]);
    expect(seenIn(merged.listings[0])).toEqual({ first: `list/bis-entity-list/${JANUARY}`, last: null });
  });

  it('end a row that is gone on the day of the first edition without it, and say between which', () => {
    const merged = mergeEditions([edition(JANUARY, [{ party: 'A' }]), edition(FEBRUARY, [{ party: 'B' }])]);
    const [a, b] = merged.listings;
    expect([a?.from, a?.to, a?.toPrecision]).toEqual([null, FEBRUARY, 'year']);
    expect(a?.note).toBe(
      `Gone from the list: last seen so in the edition of ${JANUARY}, no longer in that of ${FEBRUARY}.`,
    );
    expect(seenIn(a)?.last).toBe(`list/bis-entity-list/${JANUARY}`);
    expect(b?.note).toBe(
      `Start not known: first seen in the edition of ${FEBRUARY}, and not in that of ${JANUARY}.`,
    );
    expect([b?.from, seenIn(b)?.first]).toEqual([null, `list/bis-entity-list/${FEBRUARY}`]);
    expect(merged.parties.map(({ id }) => id)).toEqual(['A', 'B']);
  });

  it.each([
    ['2025-02-20', '2025-02-21', 'day'],
    ['2025-02-03', '2025-02-21', 'month'],
    ['2025-01-31', '2025-02-02', 'year'],
  ])('know an end between %s and %s to the %s', (last, without, precision) => {
    const merged = mergeEditions([edition(last, [{ party: 'A' }]), edition(without, [])]);
    expect(merged.listings[0]?.toPrecision).toBe(precision);
  });

  it('follow an amended row by another from the day of the edition that first shows it', () => {
    const row = { party: 'A', from: '2020-05-05', footnotes: ['4'] };
    const amended = { ...row, footnotes: ['4', '5'], citation: '89 FR 96837' };
    const merged = mergeEditions([
      edition(JANUARY, [row]),
      edition(FEBRUARY, [amended]),
      edition(MAY, [amended]),
    ]);
    expect(periods(merged)).toEqual([
      ['listing:A', '2020-05-05', FEBRUARY],
      [`listing:A@${FEBRUARY}`, FEBRUARY, null],
    ]);
    expect(merged.listings.map(({ footnotes }) => footnotes)).toEqual([['4'], ['4', '5']]);
    expect(merged.listings[1]?.sources).toEqual([`list/bis-entity-list/${FEBRUARY}`]);
  });

  it('take a corrected start, and another spelling, for no amendment', () => {
    const row = { party: 'A', from: '2020-05-05', licenceRequirement: 'See §744.11 of the EAR' };
    const again = { party: 'A', from: '2020-05-06', licenceRequirement: 'See § 744.11 of the EAR.' };
    const merged = mergeEditions([edition(JANUARY, [row]), edition(FEBRUARY, [again])]);
    expect(periods(merged)).toEqual([['listing:A', '2020-05-06', null]]);
    expect(merged.listings[0]?.licenceRequirement).toBe('See § 744.11 of the EAR.');
    expect(seenIn(merged.listings[0])?.first).toBe(`list/bis-entity-list/${JANUARY}`);
  });

  it('give a row that comes back a second interval, which begins after the gap', () => {
    const row = { party: 'A', from: '2020-05-05' };
    const merged = mergeEditions([edition(JANUARY, [row]), edition(FEBRUARY, []), edition(MAY, [row])]);
    expect(periods(merged)).toEqual([
      ['listing:A', '2020-05-05', FEBRUARY],
      [`listing:A@${MAY}`, MAY, null],
    ]);
  });

  it('keep an end that the row itself gives', () => {
    const row = { party: 'A', from: '2020-05-05', to: '2025-02-01' };
    expect(periods(mergeEditions([edition(JANUARY, [row]), edition(MAY, [])]))).toEqual([
      ['listing:A', '2020-05-05', '2025-02-01'],
    ]);
  });

  it('name a party as the last edition does; former names find it, former addresses join nobody', () => {
    const [one, two] = ['1 Long Road, Shenzhen 518000', '7 Other Street, Wuhan 430000'];
    const merged = mergeEditions([
      edition(JANUARY, [{ party: 'A', name: 'Alpha', addresses: [one] }]),
      edition(FEBRUARY, [{ party: 'A', name: 'Alpha Two', addresses: [two] }]),
    ]);
    const [party] = merged.parties;
    expect([party?.name, party?.aliases, party?.addresses]).toEqual(['Alpha Two', ['Alpha'], [two]]);
    expect(party?.note).toBe(`Earlier editions gave: ${one}.`);
  });

  it('refuse two different files of one list and day, whichever came first', () => {
    const files = [edition(MAY, [{ party: 'A' }]), edition(MAY, [{ party: 'B' }])];
    for (const order of [files, files.toReversed()]) expect(() => mergeEditions(order)).toThrow(InputError);
  });

  it('keep lists apart: a list ends nothing of another', () => {
    const other = { ...edition(JANUARY, [{ party: 'B' }], 'bis-meu') };
    const merged = mergeEditions([
      other,
      edition(FEBRUARY, [{ party: 'A' }]),
      edition(MAY, [{ party: 'A' }]),
    ]);
    expect(merged.listings.map(({ party, to }) => [party, to])).toEqual([
      ['A', null],
      ['B', null],
    ]);
  });

  it('take a file of several lists apart by the editions that its facts name', () => {
    const [first, second] = [edition(MAY, [{ party: 'A' }]), edition(MAY, [{ party: 'B' }], 'bis-meu')];
    const facts = { ...first.facts, parties: [...first.facts.parties, ...second.facts.parties] };
    const both = { ...facts, listings: [...facts.listings, ...second.facts.listings] };
    const parts = splitEdition({ date: MAY, sha256: 'x', file: 'csl.json', facts: both }, [
      'bis-entity-list',
      'bis-meu',
    ]);
    expect(parts.map(({ facts: part }) => part.parties.map(({ id }) => id))).toEqual([['A'], ['B']]);
  });
});

describe('merged editions, whatever they are,', () => {
  it('are the same in whatever order they came, and however often', () => {
    fc.assert(
      fc.property(anyEditions, fc.infiniteStream(fc.nat()), (editions, numbers) => {
        const keyed = editions.map((each) => ({ each, at: numbers.next().value ?? 0 }));
        const shuffled = keyed.sort((a, b) => a.at - b.at).map(({ each }) => each);
        expect(mergeEditions([...shuffled, ...editions])).toEqual(mergeEditions(editions));
      }),
    );
  });

  it('say of each edition’s day what that edition says, and have no two periods of a row that meet', () => {
    fc.assert(
      fc.property(anyEditions, (editions) => {
        const { listings } = mergeEditions(editions);
        const say = (all: readonly Listing[]) =>
          all.map((each) => [each.party, each.citation, wordingOf(each.reviewPolicy)].join(' ')).sort();
        for (const { date, facts } of editions) {
          // A row may say that it began before an edition that did not have it yet: publishers are late.
          const shown = listings.filter(({ seen }) => (seen?.first ?? '') <= `list/${LIST}/${date}`);
          expect(say(shown.filter((each) => covers(each, date)))).toEqual(say(facts.listings));
        }
      }),
    );
  });

  it('change only what the newest edition changes', () => {
    fc.assert(
      fc.property(anyEditions, (editions) => {
        const ordered = inOrder(editions);
        const newest = ordered.at(-1);
        const again = { ...edition('2027-01-01', []), sha256: 'again', facts: newest?.facts ?? NO_FACTS };
        const one = mergeEditions(ordered);
        const two = mergeEditions([...ordered, again]);
        const ids = (facts: Facts) => facts.listings.filter(({ to }) => to === null);
        expect(ids(two)).toEqual(ids(one));
        expect(sorted(two).slice(1)).toEqual(sorted(one).slice(1));
      }),
    );
  });
});

it('A further edition that says the same teaches nothing: the day of learning stays', () => {
  const row = { party: 'A', from: '2020-05-05' };
  const [one, two] = [edition(JANUARY, [row]), edition(FEBRUARY, [row])];
  const held = learn({ stated: mergeEditions([one]), held: NO_FACTS, day: '2026-01-01' }).facts;
  const { facts, former } = learn({ stated: mergeEditions([one, two]), held, day: '2026-02-01' });
  expect(facts.listings).toEqual(held.listings);
  expect(former.listings).toEqual([]);
});
