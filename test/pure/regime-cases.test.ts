import { describe, expect, it } from 'vitest';
import { type Asked, home, listing, rowOf } from '../support/assessed.ts';
import { LAW } from '../support/cases.ts';

/** Cases of each regime, through `interlock assess`, as an auditor would put them. */

/** Why, the holdings, what becomes of S, and what is asked beside the regime. */
type Row = readonly [why: string, lines: string, outcome: string, asked?: Omit<Asked, 'regime'>];

/** What every regime with a threshold of 50, itself included, says alike. */
const INCLUSIVE: readonly Row[] = [
  ['exactly 50', 'L* -50-> S', 'captured'],
  ['just short of 50', 'L* -49.99999999999999999999-> S', 'not-captured'],
  ['two owners in aggregate', 'L* -20-> S; M* -30-> S', 'captured'],
  ['a sum just short of 50', 'L* -20-> S; M* -29.999999-> S', 'not-captured'],
  ['60 % of 60 %: nothing is multiplied', 'L* -60-> P; P -60-> S', 'captured'],
  ['49 % of all that holds 100 %', 'L* -49-> P; P -100-> S', 'not-captured'],
  ['three thirds are the whole', 'L* -100/3-> S; M* -100/3-> S; N* -100/3-> S', 'captured'],
  ['a third and a sixth', 'L* -100/3-> S; M* -50/3-> S', 'captured'],
  ['an unknown share', 'L* -?-> S', 'cannot-exclude'],
  ['an unknown share beside a known 60', 'L* -?-> S; P -60-> S', 'not-captured'],
  ['an unknown share beside a known 50', 'L* -?-> S; P -50-> S', 'cannot-exclude'],
  ['a band above 50', 'L* -(50..75]-> S', 'captured'],
  ['a band below 50', 'L* -[25..50)-> S', 'not-captured'],
  ['a circle that holds itself up', 'L* -20-> S; P -30-> S; L -40-> P; S -10-> P', 'circular'],
  ['holdings of more than 100 %', 'L* -60-> S; P -60-> S', 'captured'],
  ['holdings of more than 100 % that capture nobody', 'L* -40-> S; P -70-> S', 'not-captured'],
];

const MORE_THAN: readonly Row[] = [
  ['exactly 50', 'L* -50-> S', 'not-captured'],
  ['just over 50', 'L* -50.00000000000000000001-> S', 'captured'],
  ['two owners of 50 together', 'L* -20-> S; M* -30-> S', 'not-captured'],
  ['two owners of more together', 'L* -20-> S; M* -30.000001-> S', 'captured'],
  ['60 % of 60 %', 'L* -60-> P; P -60-> S', 'captured'],
  ['50 % of all that holds 100 %', 'L* -50-> P; P -100-> S', 'not-captured'],
  ['three thirds are the whole', 'L* -100/3-> S; M* -100/3-> S; N* -100/3-> S', 'captured'],
  ['an unknown share', 'L* -?-> S', 'cannot-exclude'],
  ['an unknown share beside a known 50', 'L* -?-> S; P -50-> S', 'not-captured'],
  ['a band above 50', 'L* -(50..75]-> S', 'captured'],
  ['a band up to 50', 'L* -[25..50]-> S', 'not-captured'],
];

const CONTROL: readonly Row[] = [
  ['control alone', 'L* ~controls~> S', 'captured'],
  ['control beside a small share', 'L* -10-> S; L ~controls~> S', 'captured'],
  ['control of a holder', 'L* ~controls~> P; P -60-> S', 'captured'],
  [
    'control that is only reported',
    'L*; S',
    'cannot-exclude',
    { more: { controls: [{ controller: 'L', controlled: 'S', confidence: 'reported' }] } },
  ],
];

const TABLE: Readonly<Record<string, readonly Row[]>> = {
  'bis-affiliates': [
    ...INCLUSIVE,
    ['control is no ownership (FAQ 43)', 'L* -30-> S; L ~controls~> S', 'not-captured'],
    [
      'an owner on the Military End-User List',
      'L -60-> S',
      'captured',
      { more: { listings: [listing('L', 'bis-meu')] } },
    ],
    [
      'owners on three lists in aggregate',
      'L -20-> S; M -15-> S; N -15-> S',
      'captured',
      {
        more: {
          listings: [
            listing('L', 'bis-entity-list'),
            listing('M', 'bis-meu'),
            listing('N', 'ofac-sdn', { programs: ['RUSSIA-EO14024'] }),
          ],
        },
      },
    ],
    [
      'a blocked owner under another programme',
      'L -100-> S',
      'not-captured',
      { more: { listings: [listing('L', 'ofac-sdn', { programs: ['CUBA'] })] } },
    ],
    ['an owner on the Unverified List', 'L* -100-> S', 'not-captured', { list: 'bis-unverified' }],
    ['an owner on the Denied Persons List', 'L* -100-> S', 'not-captured', { list: 'bis-denied-persons' }],
    ['an owner on the 1260H list', 'L* -100-> S', 'not-captured', { list: 'dod-1260h' }],
    ['a US party', 'L* -100-> S', 'not-captured', { more: { parties: [home('L', 'CN'), home('S', 'US')] } }],
    [
      'a party below a US one',
      'L* -100-> U; U -100-> S',
      'captured',
      { more: { parties: [home('L', 'CN'), home('U', 'US'), home('S', 'SG')] } },
    ],
    [
      'a branch abroad (FAQ 45)',
      'L* =branch=> S',
      'captured',
      { more: { parties: [home('L', 'CN'), home('S', 'MY')] } },
    ],
    [
      'a branch in the US is its owner',
      'L* =branch=> S',
      'captured',
      { more: { parties: [home('L', 'CN'), home('S', 'US')] } },
    ],
  ],
  'bis-legally-distinct': [
    ['a subsidiary in whole', 'L* -100-> S', 'not-captured'],
    ['half', 'L* -50-> S', 'not-captured'],
    ['an unknown share', 'L* -?-> S', 'not-captured'],
    ['control', 'L* ~controls~> S', 'not-captured'],
    ['a branch in the same country', 'L* =branch=> S', 'captured'],
    [
      'a branch abroad',
      'L* =branch=> S',
      'not-captured',
      { more: { parties: [home('L', 'CN'), home('S', 'MY')] } },
    ],
    [
      'a branch whose country nobody recorded',
      'L* =branch=> S',
      'cannot-exclude',
      { more: { parties: [home('L', 'CN'), { id: 'S' }] } },
    ],
    ['a branch of a branch', 'L* =branch=> P; P =branch=> S', 'captured'],
    ['a subsidiary of a branch', 'L* =branch=> P; P -100-> S', 'not-captured'],
    [
      'a branch of an owner on the Unverified List',
      'L* =branch=> S',
      'not-captured',
      { list: 'bis-unverified' },
    ],
    ['a branch of an owner on the Military End-User List', 'L* =branch=> S', 'captured', { list: 'bis-meu' }],
  ],
  'ofac-50': [
    ...INCLUSIVE.map(([why, lines, outcome]): Row => [why, lines, outcome, { list: 'ofac-sdn' }]),
    [
      'control is no ownership (FAQ 398)',
      'L* -40-> S; L ~controls~> S',
      'not-captured',
      { list: 'ofac-sdn' },
    ],
    ['an owner on the Entity List only', 'L* -100-> S', 'not-captured'],
    ['an owner on the NS-CMIC list', 'L* -100-> S', 'not-captured', { list: 'ofac-ns-cmic' }],
    ['FAQ 401, example 3', 'L* -50-> P; L -10-> S; P -40-> S', 'captured', { list: 'ofac-sdn' }],
    [
      'FAQ 401, example 5',
      'L* -25-> P; L -25-> Q; P -50-> S; Q -50-> S',
      'not-captured',
      { list: 'ofac-sdn' },
    ],
    ['while the BIS rule is suspended', 'L* -50-> S', 'captured', { list: 'ofac-sdn', day: '2026-01-01' }],
  ],
  'eu-own-or-control': [
    ...[...INCLUSIVE, ...CONTROL].map(
      ([why, lines, outcome, more]): Row => [why, lines, outcome, { list: 'eu-consolidated', ...more }],
    ),
    ...[...MORE_THAN, ...CONTROL].map(
      ([why, lines, outcome, more]): Row => [
        `${why}, on the last day of "more than 50"`,
        lines,
        outcome,
        { list: 'eu-consolidated', day: '2024-07-02', ...more },
      ],
    ),
    [
      'exactly 50 on the first day of "50 or more"',
      'L* -50-> S',
      'captured',
      { list: 'eu-consolidated', day: '2024-07-03' },
    ],
    ['an owner on the UK list', 'L* -100-> S', 'not-captured', { list: 'uk-sanctions' }],
  ],
  'uk-own-or-control': [
    ...[...MORE_THAN, ...CONTROL].map(
      ([why, lines, outcome, more]): Row => [why, lines, outcome, { list: 'uk-sanctions', ...more }],
    ),
    ['an owner on the EU list', 'L* -100-> S', 'not-captured', { list: 'eu-consolidated' }],
  ],
};

describe.each(Object.entries(TABLE))('%s', (regime, rows) => {
  it.each(rows.map((row) => ({ why: row[0], row })))('$why', ({ row: [, lines, outcome, asked] }) => {
    expect(rowOf(lines, { regime, ...asked }).outcome).toBe(outcome);
  });

  it('has ten worked cases or more', () => {
    expect(rows.length).toBeGreaterThanOrEqual(10);
  });
});

it('every regime has its cases', () => {
  expect(Object.keys(TABLE).sort()).toEqual(LAW.regulation.regimes.map(({ id }) => id).sort());
});
