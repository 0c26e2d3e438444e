import { EXPECTED_FROM_M, type Expected } from './saved-answers-from-m.ts';

const CAPTURED = [
  'hangzhou-huawei-enterprises',
  'hubble',
  'nexperia',
  'smic-jingcheng',
  'smic-lingang',
  'taiyuan-jinke-silicon',
  'ymtc-phase3',
];

/** What the seed must answer; a query may stand several times, with other parameters. */
export const EXPECTED: readonly (readonly [id: string, expected: Expected])[] = [
  [
    'added-on-a-day',
    {
      columns: ['party', 'footnotes'],
      some: ['swaysure-technology-co-ltd | [5]', 'wingtech-technology-co-ltd | []'],
      none: ['huawei-technologies-co-ltd | []'],
    },
  ],
  [
    'cannot-exclude',
    {
      columns: ['party', 'onlyWeakFacts'],
      some: ['dosilicon | false', 'better-way | true'],
      none: ['nexperia | false', 'kaihong | false'],
    },
  ],
  ['captured-on-a-day', { columns: ['party', 'inForce'], all: CAPTURED.map((id) => `${id} | true`) }],
  [
    'captured-on-a-day',
    {
      columns: ['party', 'inForce'],
      given: { asOf: '2025-12-01' },
      some: ['nexperia | false'],
      none: ['nexperia | true'],
    },
  ],
  [
    'captured-under-one-regime-only',
    { columns: ['party', 'underTheOther'], all: CAPTURED.map((id) => `${id} | not-captured`) },
  ],
  ['captured-under-one-regime-only', { columns: ['party'], given: { other: 'bis-affiliates' }, all: [] }],
  ['captured-when-the-rule-came-into-force', { columns: ['party'], all: CAPTURED }],
  ['captured-when-the-rule-came-into-force', { columns: ['party'], given: { day: '2025-10-15' }, all: [] }],
  [
    'ceased-to-be-captured',
    {
      columns: ['party', 'regime', 'since', 'would'],
      all: CAPTURED.map((id) => `${id} | bis-affiliates | 2025-09-29 | captured`),
    },
  ],
  ['ceased-to-be-captured', { columns: ['party'], given: { day: '2025-11-09' }, all: [] }],
  [
    'changed-between-two-days',
    {
      columns: ['party', 'was', 'now'],
      some: ['nexperia | not-captured | captured', 'swaysure-technology-co-ltd | not-captured | listed'],
      none: ['pxw-semiconductor-manufactory-co-ltd | listed | listed'],
    },
  ],
  [
    'connected-fabs',
    {
      columns: ['a', 'b', 'kind'],
      some: [
        'smic-sn1 | smic-s1 | bridge',
        'smic-advanced-logic-unspecified | smic-legacy-unspecified | overhead-track',
      ],
    },
  ],
  [
    'facilities-that-count-as-one',
    {
      columns: ['facility', 'operator', 'kinds', 'advanced'],
      all: ['smic-sn1 | semiconductor-manufacturing-south-china-corporation | [bridge] | true'],
    },
  ],
  [
    'facilities-that-count-as-one',
    {
      columns: ['facility', 'links'],
      given: { facility: 'intel-fab12' },
      some: [
        'intel-fab32 | [link:overhead-track:intel-fab42:intel-fab12, link:overhead-track:intel-fab42:intel-fab32]',
      ],
      none: ['intel-fab12 | []'],
    },
  ],
  [
    'facts-that-confirm-nothing',
    {
      columns: ['held', 'confidence'],
      some: ['holding:cxmt-corp:cxmt | inferred'],
      none: ['holding:hubble:kaihong:2022-01-01 | verified'],
    },
  ],
  [
    'facts-of-one-source',
    {
      columns: ['what', 'id', 'confidence'],
      some: [
        'OWNS | holding:huawei-technologies-co-ltd:hubble:2019-04-01 | secondary',
        'Party | hubble | verified',
      ],
    },
  ],
  [
    'footnote-5-and-their-facilities',
    {
      columns: ['party', 'facility'],
      some: [
        'pxw-semiconductor-manufactory-co-ltd | pxw-pinghu',
        'fujian-jinhua-integrated-circuit-company-ltd | jhicc-jinjiang',
      ],
      none: ['huawei-technologies-co-ltd | null'],
    },
  ],
  ['footnotes-that-travel', { columns: ['party'], all: ['hangzhou-huawei-enterprises', 'hubble'] }],
  [
    'funds-behind-restricted-parties',
    {
      columns: ['fund', 'party', 'outcome', 'share'],
      some: [
        'etown | smic-jingcheng | captured | 24.51 %',
        'hubble | skyverse | listed | ?',
        'hubble | skyverse | listed | funded',
      ],
      none: ['hubble | kaihong | not-captured | 20 %'],
    },
  ],
  [
    'holdings-last-seen-long-ago',
    {
      columns: ['held', 'seen', 'party', 'outcome'],
      some: [
        'holding:huawei-tech-investment-cn:hangzhou-huawei-enterprises | 2019-12 | hangzhou-huawei-enterprises | captured',
      ],
    },
  ],
  ['holdings-last-seen-long-ago', { columns: ['held'], given: { before: '1990-01-01' }, all: [] }],
  [
    'large-holdings-above',
    {
      columns: ['top', 'ties'],
      given: { least: '25' },
      some: ['hua-hong-group | [controlling-holder, verified, 100 %, verified, 29.1 %, verified]'],
      none: ['hua-hong-semi | [21.9 %, verified]'],
    },
  ],
  ...EXPECTED_FROM_M,
];
