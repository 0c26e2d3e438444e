import { describe, expect, it } from 'vitest';
import { nodePeriods } from '../../server/analysis/facilities/node-periods.ts';
import { facilitySentence } from '../../server/api/sentences.ts';
import { covers } from '../../server/facts/dates.ts';
import type { Level } from '../../server/rules/finding.ts';
import type { WireNodeClass } from '../../server/wire/facilities.ts';
import type { FacilityReply } from '../../server/wire/things.ts';
import { facts, LAW } from '../support/cases.ts';

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
  seen: null,
};

/** The node class that the analysis gives such a facility on the day. */
function classOf({ advancedNode, advancedFrom, advancedTo }: Facility, day: string): WireNodeClass {
  const all = facts({ facilities: [{ id: 'F', advancedNode, advancedFrom, advancedTo }] });
  const found = nodePeriods(all, LAW.regulation.advancedNode).find((each) => covers(each, day));
  if (!found) throw new Error(`There is no class on ${day}`);
  return { ...found, clauses: [...found.clauses], sources: [...found.sources] };
}

function sentence(
  facility: Partial<Facility>,
  day: string,
  findings: FacilityReply['findings'] = [],
): string {
  const whole = { ...FACILITY, ...facility };
  const nodeClass = classOf(whole, day);
  return facilitySentence({ facility: whole, nodeClass, joined: [], physicalLinks: [], findings }, day);
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

describe('the first day of a fab that makes advanced-node ICs', () => {
  it.each([
    [{}, true],
    [{ advancedTo: '2030-01-01' }, true],
    [{ advancedFrom: '2024-01-01' }, false],
  ])('with %j is said to be unknown: %s', (facility, unknown) => {
    expect(sentence(facility, '2025-06-01').includes('The first day is not known.')).toBe(unknown);
  });
});

describe('the sentence on a fab of unknown node class', () => {
  it('says that advanced-node ICs cannot be excluded, and on one of known class does not', () => {
    const says = (advancedNode: boolean | null) => sentence({ advancedNode }, '2025-06-01');
    expect(says(null)).toMatch(/That is no proof .* advanced-node ICs are made here cannot be excluded\.$/);
    expect(says(false)).not.toContain('cannot be excluded');
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
