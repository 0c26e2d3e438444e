import { describe, expect, it } from 'vitest';
import { facilitySentence } from '../../server/api/sentences.ts';
import type { Level } from '../../server/rules/finding.ts';
import type { FacilityReply } from '../../server/wire/things.ts';

type Facility = FacilityReply['facility'];

const FACILITY: Facility = {
  id: 'F',
  name: 'Fab F',
  operator: null,
  country: 'CN',
  countryName: 'China',
  city: '',
  kind: 'logic',
  status: '',
  startYear: null,
  waferMm: null,
  node: '',
  advancedNode: true,
  advancedFrom: null,
  advancedTo: null,
  latitude: null,
  longitude: null,
  confidence: 'verified',
  sources: [],
  note: '',
  row: '',
};

function sentence(
  facility: Partial<Facility>,
  day: string,
  findings: FacilityReply['findings'] = [],
): string {
  return facilitySentence(
    { facility: { ...FACILITY, ...facility }, joined: [], physicalLinks: [], findings },
    day,
  );
}

function raised(level: Level): FacilityReply['findings'] {
  return [
    {
      id: 'finding',
      rule: 'rf27',
      flag: 'RF27',
      title: 'Red Flag 27',
      level,
      subject: 'F',
      subjectKind: 'facility',
      subjectName: 'Fab F',
      subjectOriginalName: null,
      from: null,
      to: null,
      inForce: true,
      confirmed: true,
      text: 'Fab F is joined with Fab G.',
      asks: '',
      citation: '',
      note: '',
      evidence: [],
      verdict: null,
      regime: null,
      confidence: 'verified',
    },
  ];
}

describe('the sentence on a fab that makes advanced-node ICs', () => {
  const days = { advancedFrom: '2024-01-01', advancedTo: '2025-01-01' };

  it.each([
    [{}, '1999-01-01'],
    [days, '2024-01-01'],
    [days, '2024-12-31'],
    [{ advancedTo: '2025-01-01' }, '1999-01-01'],
    [{ advancedFrom: '2024-01-01' }, '2030-01-01'],
  ])('with %j says on %s that the rule applies directly', (facility, day) => {
    expect(sentence(facility, day)).toMatch(/^Advanced-node ICs are made here; 15 CFR 744\.23 applies/);
  });

  it.each([
    [days, '2023-12-31', /^Advanced-node ICs are made here only from 1 January 2024 on, not yet on 31 Dec/],
    [days, '2025-01-01', /^Advanced-node ICs are made here no longer, since 1 January 2025\./],
  ])('with %j does not say so on %s, a day on which it makes none', (facility, day, words) => {
    expect(sentence(facility, day)).toMatch(words);
    expect(sentence(facility, day)).not.toContain('744.23');
    expect(sentence(facility, day)).toContain('No physical link with an advanced-node facility is recorded');
  });
});

describe('the sentence on a fab with a finding of Red Flag 27', () => {
  it.each([
    ['red-flag', 'Red Flag 27 on 15 October 2025: Fab F is joined with Fab G.'],
    ['cannot-exclude', 'Red Flag 27 cannot be excluded on 15 October 2025: Fab F is joined with Fab G.'],
    ['lead', 'Lead for Red Flag 27 on 15 October 2025: Fab F is joined with Fab G.'],
  ] as const)('of level %s names that level and no other', (level, words) => {
    expect(sentence({ advancedNode: false }, '2025-10-15', raised(level))).toBe(words);
  });
});
