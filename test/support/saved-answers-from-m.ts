/** What a saved query must answer from the seed: the named columns of its rows, parted by bars. */
export interface Expected {
  readonly columns: readonly string[];
  /** All rows, in any order. */
  readonly all?: readonly string[];
  /** Rows among others, and rows that must not be there. */
  readonly some?: readonly string[];
  readonly none?: readonly string[];
  readonly given?: Readonly<Record<string, string>>;
}

/** The expected answers of the queries from M on; the others are in `saved-answers.ts`. */
export const EXPECTED_FROM_M: readonly (readonly [id: string, expected: Expected])[] = [
  [
    'members-of-a-complex',
    {
      columns: ['party', 'grade', 'basis'],
      some: [
        'huawei-technologies-co-ltd | member | anchor',
        'hubble | member | ownership',
        'swaysure-technology-co-ltd | strong | affiliation',
      ],
      none: ['semiconductor-manufacturing-international-corporation-smic | member | anchor'],
    },
  ],
  [
    'members-of-a-complex',
    {
      columns: ['party', 'basis'],
      given: { complex: 'smic', asOf: '2019-01-01' },
      none: ['hubble | ownership'],
      some: ['semiconductor-manufacturing-international-corporation-smic | anchor'],
    },
  ],
  [
    'proof-of-a-finding',
    {
      columns: ['subject', 'evidence'],
      some: [
        'dosilicon | [holding:huawei-technologies-co-ltd:hubble:2019-04-01, holding:hubble:dosilicon, listing:bis-entity-list:huawei-technologies-co-ltd:2020-05-15]',
      ],
    },
  ],
  [
    'state-funds-in-listed-parties',
    {
      columns: ['fund', 'party', 'share'],
      some: ['big-fund-1 | semiconductor-manufacturing-international-corporation-smic | 8.93 %'],
    },
  ],
  [
    'tied-to-huawei-without-a-share',
    {
      columns: ['party', 'kind', 'confidence'],
      some: [
        'swaysure-technology-co-ltd | clandestine-network | verified',
        'dggmt | reported-shadow-fab | reported',
      ],
      none: ['hubble | former-executive-leads | verified', 'cr-micro-holding | false-friend | verified'],
    },
  ],
  [
    'unconfirmed-conclusions',
    {
      columns: ['subject', 'flag', 'confidence', 'confirmed'],
      some: ['guanlan-sicarrier | RF27 | reported | true', 'dosilicon | RF29 | secondary | false'],
    },
  ],
  [
    'unlisted-operators-of-connected-fabs',
    {
      columns: ['operator', 'facility', 'advanced', 'certain'],
      some: ['intel | intel-fab12 | intel-fab42 | true'],
      none: ['semiconductor-manufacturing-international-corporation-smic | smic-s1 | smic-sn1 | true'],
    },
  ],
  [
    'unlisted-operators-of-connected-fabs',
    {
      columns: ['operator', 'facility', 'advanced'],
      given: { asOf: '2019-01-01' },
      some: ['intel | intel-fab12 | intel-fab42'],
    },
  ],
  [
    'unlisted-parties-held-by-hubble',
    {
      columns: ['party', 'share', 'outcome'],
      some: [
        'kaihong | 20 % | not-captured',
        'dosilicon | ? | cannot-exclude',
        'sicc | 5.63 % | not-captured',
      ],
      none: ['skyverse | ? | listed', '3peak | 6 % | not-captured'],
    },
  ],
  [
    'unlisted-parties-held-by-hubble',
    {
      columns: ['party', 'share'],
      given: { asOf: '2021-10-01' },
      some: ['3peak | 6 %', 'skyverse | ?'],
      none: ['kaihong | 20 %'],
    },
  ],
  [
    'verdict-step-by-step',
    {
      columns: ['regime', 'outcome', 'step', 'says', 'from'],
      some: [
        'bis-affiliates | captured | 1 | Wingtech Technology Co., Ltd. (listed) holds 100 % of Nexperia; sum 100 %; 50 % or more: reached. | 2024-12-02',
      ],
    },
  ],
  [
    'what-depends-on-one-fact',
    {
      columns: ['subject', 'what'],
      some: [
        'hubble | bis-affiliates',
        'hubble | Huawei complex',
        'dosilicon | bis-affiliates',
        'dosilicon | RF29',
        'dosilicon | Huawei complex',
      ],
      none: ['nexperia | bis-affiliates'],
    },
  ],
];
