import { describe, expect, it } from 'vitest';
import { findingsOn, graph, outcomes, partyIn } from '../support/cases.ts';

/**
 * Published examples and real cases with the verdict that their source gives. Examples about items, orders or
 * signatures (Red Flags 25 and 26, OFAC FAQ 400) wait for the transaction check.
 */
interface Example {
  readonly id: string;
  readonly source: string;
  /** The owners' list; the Entity List if not said. */
  readonly list?: string;
  /** Owners and owned, as `graph` reads them. */
  readonly lines: string;
  /** Further keys of the case file. */
  readonly more?: object;
  /** `regime day: party outcome, party outcome`. */
  readonly verdicts?: readonly string[];
  /** `day: flag subject, flag subject; not flag, flag`: the first must be there, of the others no more. */
  readonly flags?: string;
}

const EXAMPLES: readonly Example[] = [
  {
    id: 'ofac-399',
    source: 'OFAC FAQ 399',
    list: 'ofac-sdn',
    lines: 'X* -25-> A; Y* -25-> A',
    verdicts: ['ofac-50 2020-01-01: A captured'],
  },
  {
    id: 'ofac-401-1',
    source: 'OFAC FAQ 401',
    list: 'ofac-sdn',
    lines: 'X* -50-> A; A -50-> B',
    verdicts: ['ofac-50 2020-01-01: A captured, B captured'],
  },
  {
    id: 'ofac-401-3',
    source: 'OFAC FAQ 401',
    list: 'ofac-sdn',
    lines: 'X* -50-> A; X* -10-> B; A -40-> B',
    verdicts: ['ofac-50 2020-01-01: A captured, B captured'],
  },
  {
    id: 'ofac-401-5',
    source: 'OFAC FAQ 401',
    list: 'ofac-sdn',
    lines: 'X* -25-> A; X* -25-> B; A -50-> C; B -50-> C',
    verdicts: ['ofac-50 2020-01-01: A not-captured, B not-captured, C not-captured'],
  },
  {
    id: 'ofac-398',
    source: 'OFAC FAQ 398',
    list: 'ofac-sdn',
    lines: 'X* -40-> A; X* ~controls~> A',
    verdicts: ['ofac-50 2020-01-01: A not-captured'],
    flags: '2020-01-01: significant-minority A, control A',
  },
  {
    id: 'eu-30-25',
    source: 'EU Best Practices',
    list: 'eu-consolidated',
    lines: 'D1* -30-> A; D2* -25-> A',
    verdicts: ['eu-own-or-control 2024-08-01: A captured'],
  },
  {
    id: 'eu-50-threshold',
    source: 'EU Best Practices, 3 July 2024',
    list: 'eu-consolidated',
    lines: 'D1* -50-> A',
    verdicts: ['eu-own-or-control 2024-07-02: A not-captured', 'eu-own-or-control 2024-07-03: A captured'],
  },
  {
    id: 'uk-still-more-than-50',
    source: 'EU Best Practices, compared by Akin',
    list: 'uk-sanctions',
    lines: 'D1* -50-> A',
    verdicts: ['uk-own-or-control 2024-07-03: A not-captured'],
  },
  {
    id: 'eu-control-40',
    source: 'EU Best Practices',
    list: 'eu-consolidated',
    lines: `D1* -40-> A; h1 -10-> A; h2 -10-> A; h3 -10-> A; h4 -10-> A; h5 -10-> A; h6 -10-> A`,
    verdicts: ['eu-own-or-control 2024-08-01: A not-captured'],
    flags: '2024-08-01: significant-minority A',
  },
  {
    id: 'bis-exact-50',
    source: 'Supp. No. 8 to Part 744',
    lines: 'L* -50-> S',
    verdicts: ['bis-affiliates 2025-10-15: S captured'],
  },
  {
    id: 'bis-cascade',
    source: 'Supp. No. 8 to Part 744',
    lines: 'L* -50-> P; P -50-> S',
    verdicts: ['bis-affiliates 2025-10-15: P captured, S captured'],
  },
  {
    id: 'bis-no-multiplication',
    source: 'Supp. No. 8 to Part 744',
    lines: 'L* -60-> P; P -60-> S',
    verdicts: ['bis-affiliates 2025-10-15: P captured, S captured'],
  },
  {
    id: 'bis-sub50-parent',
    source: 'vendor scenario',
    lines: 'L* -49-> P; P -100-> S',
    verdicts: ['bis-affiliates 2025-10-15: P not-captured, S not-captured'],
    flags: '2025-10-15: significant-minority P; not captured, RF29',
  },
  {
    id: 'bis-unknown-percent',
    source: 'Red Flag 29',
    lines: 'L* -?-> S',
    verdicts: ['bis-affiliates 2025-10-15: S cannot-exclude'],
    flags: '2025-10-15: RF29 S; not captured',
  },
  {
    id: 'bis-control-only',
    source: 'BIS FAQ 43',
    lines: 'L* -30-> S; L* ~controls~> S',
    verdicts: ['bis-affiliates 2025-10-15: S not-captured'],
    flags: '2025-10-15: significant-minority S, control S; not captured',
  },
  {
    id: 'bis-faq-45-branch',
    source: 'BIS FAQ 45',
    lines: 'L* =branch=> L-MY',
    more: { parties: [partyIn('CN', 'L'), partyIn('MY', 'L-MY')] },
    verdicts: [
      'bis-affiliates 2025-10-15: L-MY captured',
      'bis-legally-distinct 2025-09-28: L-MY not-captured',
    ],
  },
  {
    id: 'bis-legally-distinct-before',
    source: 'legally distinct standard',
    lines: 'L* -100-> S',
    verdicts: [
      'bis-legally-distinct 2025-09-28: S not-captured',
      'bis-legally-distinct 2025-12-01: S not-captured',
    ],
  },
  {
    id: 'bis-uvl-owner',
    source: 'Affiliates Rule, owners that do not count',
    list: 'bis-unverified',
    lines: 'U* -100-> S',
    verdicts: ['bis-affiliates 2025-10-15: S not-captured'],
  },
  {
    id: 'case-ymtc-phase3',
    source: 'registered capital',
    lines: 'ymtc* -50.19-> ymtc-phase3',
    verdicts: ['bis-affiliates 2025-10-15: ymtc-phase3 captured'],
  },
  {
    id: 'case-kaihong',
    source: 'Reuters 2022',
    lines: 'huawei* -100-> hubble; hubble -20-> kaihong',
    verdicts: ['bis-affiliates 2025-10-15: hubble captured, kaihong not-captured'],
    flags: '2025-10-15: significant-minority kaihong',
  },
  {
    id: 'rf27-direct',
    source: 'Red Flag 27',
    lines: '',
    more: twoFabs('bridge'),
    flags: '2025-10-15: RF27 F1; not RF27',
  },
  {
    id: 'rf27-shared-campus-only',
    source: 'BIS FAQ on facilities',
    lines: '',
    more: twoFabs('shared-campus'),
    flags: '2025-10-15: ; not RF27',
  },
  {
    id: 'rf24',
    source: 'Red Flag 24',
    lines: 'listedCo*; newCo; engineer',
    more: {
      officers: [
        { person: 'engineer', party: 'newCo', role: 'process lead' },
        { person: 'engineer', party: 'listedCo', role: 'process lead', to: '2024-01-01' },
      ],
    },
    flags: '2025-10-15: RF24 newCo; not RF24',
  },
];

function twoFabs(kind: string): object {
  return {
    facilities: [
      { id: 'F1', country: 'CN', advancedNode: false },
      { id: 'F2', country: 'CN', advancedNode: true },
    ],
    physicalLinks: [{ a: 'F1', b: 'F2', kind }],
  };
}

const words = (text: string): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

describe('worked examples', () => {
  it.each(EXAMPLES.filter(({ verdicts }) => verdicts))('$id ($source): verdicts', (example) => {
    const all = graph(example.lines, example.more, example.list);
    for (const line of example.verdicts ?? []) {
      const [, regime, day, expected = ''] = /^(\S+) (\S+): (.*)$/.exec(line) ?? [];
      const pairs = words(expected).map((pair) => pair.split(' '));
      expect(outcomes(all, regime, day), line).toMatchObject(Object.fromEntries(pairs));
    }
  });

  it.each(EXAMPLES.filter(({ flags }) => flags))('$id ($source): flags', (example) => {
    const all = graph(example.lines, example.more, example.list);
    const [, day = '', expected = '', not = ''] =
      /^(\S+): ([^;]*)(?:; not (.*))?$/.exec(example.flags ?? '') ?? [];
    const found = findingsOn(all, day).map(({ flag, subject }) => `${flag} ${subject}`);
    expect(found).toEqual(expect.arrayContaining(words(expected)));
    const unwanted = words(not).flatMap((flag) => found.filter((each) => each.startsWith(`${flag} `)));
    expect(unwanted.filter((each) => !words(expected).includes(each))).toEqual([]);
  });

  it('bis-date-gate-nexperia: captured by the rule on every day, in force only on some', () => {
    const all = graph('wingtech* -100-> nexperia');
    const standing = (day: string) => findingsOn(all, day).find(({ flag }) => flag === 'captured');
    const days: readonly (readonly [string, boolean, boolean])[] = [
      ['2025-09-28', false, true],
      ['2025-09-29', true, true],
      ['2025-11-09', true, true],
      ['2025-11-10', false, true],
      ['2026-11-09', false, true],
      ['2026-11-10', true, false],
    ];
    for (const [day, inForce, confirmed] of days) {
      expect(standing(day), day).toMatchObject({
        inForce,
        confirmed,
        level: inForce ? 'restricted' : 'lead',
      });
    }
  });
});
