import { describe, expect, it } from 'vitest';
import { readStories } from '../../server/api/stories.ts';
import { InputError } from '../../server/errors.ts';
import { covers } from '../../server/facts/dates.ts';
import { readInput, SEED } from '../../server/pipeline.ts';
import { checkManifest } from '../../server/readers/seed-folder.ts';
import { findingsOn, LAW, outcomes, verdictsOn } from '../support/cases.ts';

const input = readInput([SEED]);
const { facts } = input;
const listed = (list: string, day: string) =>
  facts.listings.filter((listing) => listing.list === list && covers(listing, day));
const party = (id: string) => facts.parties.find((each) => each.id === id);

describe('the seed', () => {
  it('keeps what its manifest promises, and fails on anything else', () => {
    const { manifest } = input;
    expect(manifest).not.toBeNull();
    if (!manifest) return;
    expect(() => checkManifest(manifest, { ...facts, holdings: facts.holdings.slice(1) }, SEED)).toThrow(
      InputError,
    );
  });

  it('holds the rule of 2 December 2024: 140 added, 7 of the 14 modified with footnote 5', () => {
    expect(
      facts.listings.filter(
        ({ list, from, citation }) =>
          list === 'bis-entity-list' && from === '2024-12-02' && citation.includes('2024-28267'),
      ),
    ).toHaveLength(140);
    const five = listed('bis-entity-list', '2024-12-02').filter(({ footnotes }) => footnotes.includes('5'));
    expect(five).toHaveLength(16);
    expect(
      listed('bis-entity-list', '2024-12-01').filter(({ footnotes }) => footnotes.includes('5')),
    ).toHaveLength(0);
  });

  it('holds the footnote-1 and footnote-4 parties', () => {
    const on = (footnote: string) =>
      new Set(
        listed('bis-entity-list', '2026-01-15')
          .filter(({ footnotes }) => footnotes.includes(footnote))
          .map((each) => each.party),
      ).size;
    expect([on('1'), on('4')]).toEqual([132, 96]);
  });

  it('holds 141 facilities, 73 of them in China, and links that join nothing beside those that do', () => {
    expect(facts.facilities).toHaveLength(141);
    expect(facts.facilities.filter(({ country }) => country === 'CN')).toHaveLength(73);
    const kinds = new Set(facts.physicalLinks.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([
      'bridge',
      'none',
      'other',
      'overhead-track',
      'planned',
      'shared-campus',
    ]);
  });

  it('keeps Chinese names, ranges, unknown shares and confidence', () => {
    expect(party('swaysure-technology-co-ltd')?.originalName?.text).toBe('昇维旭');
    expect(facts.parties.filter(({ originalName }) => originalName !== null).length).toBeGreaterThan(200);
    expect(facts.holdings.filter(({ share }) => !share.stated).length).toBeGreaterThan(20);
    expect(facts.holdings.some(({ share }) => share.minExclusive)).toBe(true);
    expect(new Set(facts.holdings.map(({ confidence }) => confidence))).toEqual(
      new Set(['verified', 'secondary', 'reported', 'inferred']),
    );
  });

  it('lets what was recalled raise nothing by itself', () => {
    const recalled = new Set(
      [...facts.holdings, ...facts.affiliations, ...facts.officers]
        .filter(({ confidence }) => confidence === 'inferred')
        .map(({ id }) => id),
    );
    const raised = findingsOn(facts, '2026-01-15').filter(({ level }) => level !== 'information');
    const alone = raised.filter(
      ({ evidence }) => evidence.length > 0 && evidence.every((id) => recalled.has(id)),
    );
    expect(alone).toEqual([]);
  });

  it('has no holdings that contradict each other', () => {
    expect(outcomes(facts)['nexperia']).toBe('captured');
    expect(facts.holdings.length).toBeGreaterThan(200);
  });

  it('tells name traps, and raises nothing on them', () => {
    const traps = facts.affiliations.filter(({ kind }) => kind === 'false-friend');
    expect(traps).toHaveLength(6);
    const ids = new Set(traps.map(({ id }) => id));
    expect(
      findingsOn(facts, '2026-01-15').filter(({ evidence }) => evidence.some((id) => ids.has(id))),
    ).toEqual([]);
  });
});

describe('the stories of the seed', () => {
  it('start at things that are there', () => {
    const ids = new Set([...facts.parties, ...facts.facilities].map(({ id }) => id));
    for (const { start } of readStories(SEED))
      expect(ids.has(start.slice(start.indexOf('/') + 1)), start).toBe(true);
    expect(readStories(SEED)).toHaveLength(5);
  });

  it('Nexperia: captured by Wingtech from the day of its listing', () => {
    const [verdict] = verdictsOn(facts, 'bis-affiliates', '2025-10-15').filter(
      (each) => each.party === 'nexperia',
    );
    expect(verdict).toMatchObject({
      outcome: 'captured',
      shareMin: '100',
      mostRestrictive: { party: 'wingtech-technology-co-ltd' },
    });
    expect(outcomes(facts, 'bis-affiliates', '2024-12-01')['nexperia']).toBe('not-captured');
  });

  it('SMIC: S1 is flagged through the bridge to SN1, campuses are not, Guanlan is a lead on both ends', () => {
    const flags = findingsOn(facts, '2026-01-15')
      .filter(({ flag }) => flag === 'RF27')
      .map(({ subject, level }) => `${subject} ${level}`);
    expect(flags.sort()).toEqual([
      'guanlan-huawei lead',
      'guanlan-sicarrier lead',
      'smic-legacy-unspecified red-flag',
      'smic-s1 red-flag',
    ]);
  });

  it('fabs joined in Arizona, Texas and Yokkaichi raise nothing', () => {
    const countries = new Map(facts.facilities.map(({ id, country }) => [id, country]));
    const flagged = findingsOn(facts, '2026-01-15')
      .filter(({ flag }) => flag === 'RF27')
      .map(({ subject }) => countries.get(subject));
    expect(new Set(flagged)).toEqual(new Set(['CN']));
  });

  it('Hubble: captured itself, its unknown shares cannot be excluded, its known small ones are not captured', () => {
    const found = outcomes(facts);
    expect(found).toMatchObject({
      hubble: 'captured',
      dosilicon: 'cannot-exclude',
      maxic: 'cannot-exclude',
      kaihong: 'not-captured',
      canqin: 'not-captured',
    });
    const rf29 = findingsOn(facts, '2025-10-15')
      .filter(({ flag, level }) => flag === 'RF29' && level === 'cannot-exclude')
      .map(({ subject }) => subject);
    expect(rf29).toContain('dosilicon');
    expect(rf29).not.toContain('kaihong');
  });

  it.each([
    'pxw-semiconductor-manufactory-co-ltd',
    'swaysure-technology-co-ltd',
    'shenzhen-pengxinxu-technology-co-ltd',
  ])('%s: tied to Huawei with no holding of Huawei', (id) => {
    const found = findingsOn(facts, '2026-01-15').filter(
      ({ subject, flag, level }) => subject === id && flag === 'huawei-complex' && level === 'red-flag',
    );
    expect(found.length).toBeGreaterThan(0);
    expect(facts.holdings.some(({ owner, owned }) => owned === id && owner.startsWith('huawei'))).toBe(false);
  });

  it("Honor: formerly Huawei's, from the day of the sale", () => {
    const on = (day: string) =>
      findingsOn(facts, day).filter(({ subject, flag }) => subject === 'honor' && flag === 'formerly-owned')
        .length;
    expect([on('2020-11-16'), on('2020-11-17'), on('2026-01-15')]).toEqual([0, 1, 1]);
  });
});

describe('the law as data', () => {
  it('names for every rule a pattern, and for every list of a regime a list', () => {
    const lists = new Set(LAW.regulation.lists.map(({ id }) => id));
    for (const regime of LAW.regulation.regimes) {
      for (const { list } of regime.restrictedOwners)
        expect(lists.has(list), `${regime.id}: ${list}`).toBe(true);
    }
  });
});
