import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { facilityReplyShape, partyReplyShape } from '../../server/wire/things.ts';
import { ask, refusal, type SeedApi, seedApi } from '../support/api.ts';
import { LAW } from '../support/cases.ts';

let api: SeedApi;
beforeAll(async () => {
  api = await seedApi();
});
afterAll(() => api.store.close());

const party = (id: string, asOf: string) => ask(api, partyReplyShape, `/parties/${id}`, { asOf });
const facility = (id: string, asOf: string) => ask(api, facilityReplyShape, `/facilities/${id}`, { asOf });

const SWAYSURE = 'swaysure-technology-co-ltd';

describe('a party', () => {
  it('comes with its names, addresses and the row that it was read from', async () => {
    const { party: found } = await party(SWAYSURE, '2026-01-15');
    expect(found).toMatchObject({
      name: 'SwaySure Technology Co., Ltd.',
      originalName: '昇维旭',
      originalNameConfidence: 'inferred',
      jurisdiction: 'CN',
      jurisdictionName: 'China',
      sources: ['ecfr-supp4'],
    });
    expect(found.aliases).toContain('SwaySure');
    expect(found.addresses).toHaveLength(3);
    expect(found.row).toMatch(/^seed\/entity-list-2024-12-02\/added\.json#parties\[\d+\]$/);
  });

  it('comes with a verdict under every regime, and one that decides the day', async () => {
    const { verdicts, deciding } = await party(SWAYSURE, '2026-01-15');
    expect(verdicts.map(({ regime }) => regime)).toEqual(LAW.regulation.regimes.map(({ id }) => id));
    const first = verdicts.find(({ regime }) => regime === deciding);
    expect(first).toMatchObject({ outcome: 'listed', inForce: true });
    expect(first?.sentence).toBe(
      'Listed on 15 January 2026: SwaySure Technology Co., Ltd. is itself on BIS Entity List, footnote 5.',
    );
  });

  it('comes with its listing: law, footnotes, requirement and review policy', async () => {
    const { listings } = await party(SWAYSURE, '2026-01-15');
    expect(listings).toMatchObject([
      {
        list: 'bis-entity-list',
        from: '2024-12-02',
        to: null,
        footnotes: ['5'],
        active: true,
        citation: '89 FR 96830 (FR Doc 2024-28267)',
      },
    ]);
    expect(listings[0]?.licenceRequirement).toContain('744.11');
    expect(listings[0]?.reviewPolicy).toContain('Presumption of denial');
  });

  it('shows a listing that is still to come as not active, with no verdict from it', async () => {
    const { listings, verdicts } = await party(SWAYSURE, '2024-12-01');
    expect(listings.map(({ active }) => active)).toEqual([false]);
    expect(verdicts.map(({ outcome }) => outcome)).not.toContain('listed');
  });

  it('comes with findings of the day gravest first, name traps, facilities and a timeline', async () => {
    const { findings, cautions, facilities, timeline } = await party(SWAYSURE, '2026-01-15');
    expect(findings.map(({ level }) => level)).toEqual([
      'restricted',
      'red-flag',
      'red-flag',
      'lead',
      'lead',
      'lead',
    ]);
    expect(findings.map(({ rule }) => rule)).toContain('huawei-complex');
    expect(cautions).toMatchObject([
      { kind: 'false-friend', other: 'shenzhen-sicarrier-technologies-co-ltd' },
    ]);
    expect(facilities.map(({ id }) => id)).toEqual(['guanlan-swaysure']);
    expect(timeline).toContainEqual(
      expect.objectContaining({ regime: 'bis-affiliates', outcome: 'listed', from: '2024-12-02' }),
    );
  });

  it('counts the findings of other days', async () => {
    const { findings, otherFindings } = await party('nexperia', '2025-10-15');
    const others = await Promise.all(
      ['2025-09-01', '2026-01-15', '2026-11-22'].map((day) => party('nexperia', day)),
    );
    const all = new Set([...findings, ...others.flatMap((each) => each.findings)].map(({ id }) => id));
    expect(otherFindings).toBe(all.size - findings.length);
  });

  it('names every source that it cites', async () => {
    const { party: found, listings, cautions, verdicts, sources } = await party(SWAYSURE, '2025-10-15');
    const steps = verdicts.flatMap((verdict) => verdict.steps);
    const cited = [found, ...listings, ...cautions, ...steps].flatMap((each) => each.sources);
    expect(sources.map(({ id }) => id).sort()).toEqual([...new Set(cited)].sort());
    expect(sources.filter(({ title }) => title === '')).toEqual([]);
  });
});

describe('a facility', () => {
  it('comes with its node class, operator, links, and what it counts as one with', async () => {
    const { facility: found, physicalLinks, joined } = await facility('smic-s1', '2026-01-15');
    expect(found).toMatchObject({ advancedNode: false, country: 'CN', waferMm: 200, kind: 'foundry-legacy' });
    expect(found.operator?.name).toBe('Semiconductor Manufacturing International Corporation (SMIC)');
    expect(physicalLinks.map(({ kind, joins }) => [kind, joins])).toEqual([
      ['bridge', true],
      ['shared-campus', false],
    ]);
    expect(joined).toMatchObject([
      { other: 'smic-sn1', advancedNode: 'advanced', destination: 'covered', hops: 1 },
    ]);
  });

  it('raises Red Flag 27 once the flag is in force, and says so in one sentence', async () => {
    const { findings, sentence } = await facility('smic-s1', '2024-12-02');
    expect(findings).toMatchObject([
      { flag: 'RF27', level: 'red-flag', inForce: true, evidence: ['link:bridge:smic-sn1:smic-s1'] },
    ]);
    expect(sentence).toMatch(
      /^Red Flag 27 on 2 December 2024: .* physically connected \(bridge\) to SMIC Shanghai Fab SN1/,
    );
  });

  it('raises nothing the day before, and still says with what it is joined', async () => {
    const { findings, sentence } = await facility('smic-s1', '2024-12-01');
    expect(findings).toEqual([]);
    expect(sentence).toMatch(
      /^Joined on 1 December 2024 with SMIC Shanghai Fab SN1 .*, where advanced-node ICs are made/,
    );
  });

  it('says of the fab that makes advanced-node ICs that the rule itself applies', async () => {
    expect((await facility('smic-sn1', '2026-01-15')).sentence).toContain('744.23 applies directly');
  });

  it('comes with the verdict on its operator under the regime of the day, and its sources', async () => {
    const { operatorVerdict, sources, facility: found } = await facility('smic-s1', '2025-10-15');
    expect(operatorVerdict).toMatchObject({
      regime: 'bis-affiliates',
      outcome: 'listed',
      party: found.operator?.id,
    });
    expect(sources.map(({ id }) => id)).toEqual(expect.arrayContaining([...found.sources]));
  });
});

describe('a thing that is not there', () => {
  it.each([
    ['/parties/nobody', 'no party "nobody"'],
    ['/parties/smic-s1', 'no party "smic-s1"'],
    ['/facilities/nexperia', 'no facility "nexperia"'],
    ['/evidence/nobody', 'nothing with the id "nobody"'],
    ['/neighbours/nobody?group=owners', 'nothing with the id "nobody"'],
    ['/facts/nothing', 'no fact "nothing"'],
    ['/findings/nothing/evidence', 'no finding "nothing"'],
    ['/rules/nothing', 'no rule "nothing"'],
    ['/paths?from=nexperia&to=nobody', 'nothing with the id "nobody"'],
  ])('is a 404 at %s', async (path, words) => {
    const { status, code, title } = await refusal(api, path);
    expect([status, code]).toEqual([404, 'not-found']);
    expect(title).toContain(words);
  });
});
