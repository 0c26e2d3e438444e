import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assessCase } from '../../server/cli/assess.ts';
import { covers } from '../../server/facts/dates.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { assess } from '../../server/pipeline.ts';
import { readRegulation } from '../../server/regulation/read.ts';
import { ROOT } from '../../server/root.ts';
import { parseRule } from '../../server/rules/rule.ts';
import { graph, LAW } from '../support/cases.ts';
import { textOf } from '../support/files.ts';

/** A folder with the law of the product, to change. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'interlock-law-'));
  cpSync(join(ROOT, 'server', 'regulation'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (name: string): string => readFileSync(join(folder, 'regimes', name), 'utf8');
const write = (name: string, text: string): void => writeFileSync(join(folder, 'regimes', name), text);

/** A regime of one test from the first day on. */
function regime(more: object): object {
  return {
    ...{ id: 'quarter', title: 'A quarter is enough', citation: 'made up', confidence: 'verified' },
    inForce: [{ from: '2030-01-01', to: null, confirmed: false, note: 'Made up.' }],
    notInForceNote: 'Not yet.',
    restrictedOwners: [{ list: 'uk-sanctions' }],
    doNotCount: [],
    tests: [
      { from: null, to: '2031-01-01', threshold: '25', inclusive: true, control: false, branches: 'all' },
      { from: '2032-01-01', to: null, threshold: '40', inclusive: false, control: false, branches: 'all' },
    ],
    ...{ exemptJurisdictions: [], exemptNote: '', notes: [] },
    ...more,
  };
}

function outcomeOn(all: Facts, day: string): string {
  const law = { ...LAW, regulation: readRegulation(folder) };
  const verdict = assess(all, law).conclusions.verdicts.find(
    (each) => each.regime === 'quarter' && each.party === 'S' && covers(each, day),
  );
  return verdict?.outcome ?? 'not-captured';
}

describe('a regime that is put beside the others', () => {
  const at = (share: string): Facts => graph(`L* -${share}-> S`, {}, 'uk-sanctions');

  it.each([
    ['25', '2030-06-01', 'captured'],
    ['24.999', '2030-06-01', 'not-captured'],
    ['40', '2030-12-31', 'captured'],
    ['40', '2032-01-01', 'not-captured'],
    ['40.001', '2032-01-01', 'captured'],
  ])('captures by its own thresholds and days: %s %% on %s: %s', (share, day, outcome) => {
    write('quarter.json', JSON.stringify(regime({})));
    expect(outcomeOn(at(share), day)).toBe(outcome);
  });

  it('answers on the command line, in force from its own first day on', () => {
    write('quarter.json', JSON.stringify(regime({})));
    const law = { ...LAW, regulation: readRegulation(folder) };
    const on = (asOf: string) => {
      const { json } = assessCase({ facts: at('30'), law, asOf, regime: 'quarter' });
      const { regimes }: { regimes: { id: string; inForce: boolean; note: string }[] } = JSON.parse(json);
      return regimes.map(({ id, inForce }) => [id, inForce]);
    };
    expect(on('2029-12-31')).toEqual([['quarter', false]]);
    expect(on('2030-01-01')).toEqual([['quarter', true]]);
  });

  it('is all that a new day takes: the end of the suspension moved in the file moves the verdict', () => {
    const before = readRegulation(folder).regimes.find(({ id }) => id === 'bis-affiliates');
    expect(before?.inForce.map(({ from }) => from)).toContain('2026-11-10');
    write('bis-affiliates.json', read('bis-affiliates.json').replaceAll('2026-11-10', '2027-11-10'));
    const law = { ...LAW, regulation: readRegulation(folder) };
    const isInForce = (asOf: string): boolean => {
      const { json } = assessCase({ facts: graph('L* -50-> S'), law, asOf, regime: 'bis-affiliates' });
      const { verdicts }: { verdicts: { party: string; inForce: boolean }[] } = JSON.parse(json);
      return verdicts.find(({ party }) => party === 'S')?.inForce ?? false;
    };
    expect(['2026-11-10', '2027-11-09', '2027-11-10'].map(isInForce)).toEqual([false, false, true]);
  });
});

const period = (from: string | null, to: string | null): object => ({ from, to, confirmed: true, note: '' });
const test = (from: string | null, to: string | null): object => ({
  ...{ from, to, threshold: '50', inclusive: true, control: false, branches: 'all' },
});

describe('a regime is refused with its file and field', () => {
  it.each([
    ['text that is no JSON', '{"id": "quarter",', /is not valid JSON: /],
    ['nothing', '', /is not valid JSON: /],
    [
      'a period that ends as it starts',
      regime({ inForce: [period('2030-01-01', '2030-01-01')] }),
      /ends on 2030-01-01[\s\S]*inForce\[0\]/,
    ],
    [
      'a test that ends before it starts',
      regime({ tests: [test('2030-01-01', '2029-01-01')] }),
      /ends on 2029-01-01[\s\S]*tests\[0\]/,
    ],
    [
      'periods that overlap',
      regime({ inForce: [period('2030-01-01', '2031-01-01'), period('2030-12-31', null)] }),
      /starts 2030-12-31, while another period holds until 2031-01-01[\s\S]*inForce\[1\]/,
    ],
    [
      'periods that overlap and stand the other way round',
      regime({ inForce: [period('2030-12-31', null), period('2030-01-01', '2031-01-01')] }),
      /inForce\[0\]/,
    ],
    [
      'tests of which the first has no end',
      regime({ tests: [test(null, null), test('2030-01-01', null)] }),
      /has no end[\s\S]*tests\[1\]/,
    ],
    [
      'two tests without a start',
      regime({ tests: [test(null, '2030-01-01'), test(null, '2031-01-01')] }),
      /starts without a date[\s\S]*tests\[1\]/,
    ],
    [
      'a list that there is not',
      regime({ restrictedOwners: [{ list: 'bis-entity' }] }),
      /"bis-entity" is in no row of lists\.json[\s\S]*restrictedOwners\[0\]\.list/,
    ],
    [
      'a threshold in words',
      regime({ tests: [{ ...test(null, null), threshold: 'half' }] }),
      /is not a percentage[\s\S]*tests\[0\]\.threshold/,
    ],
    [
      'a day of no calendar',
      regime({ inForce: [period('2030-02-30', null)] }),
      /is not a day of the calendar[\s\S]*inForce\[0\]\.from/,
    ],
    ['an id that another has', regime({ id: 'ofac-50' }), /another regime has the id "ofac-50" already/],
  ])('for %s', (_, content, message) => {
    write('quarter.json', typeof content === 'string' ? content : JSON.stringify(content));
    expect(() => readRegulation(folder)).toThrow(join(folder, 'regimes/quarter.json'));
    expect(() => readRegulation(folder)).toThrow(message);
  });

  it('but not for periods with a gap, or that meet, in any order', () => {
    const inForce = [
      period('2032-01-01', null),
      period('2030-01-01', '2031-01-01'),
      period(null, '2030-01-01'),
    ];
    write('quarter.json', JSON.stringify(regime({ inForce })));
    expect(readRegulation(folder).regimes.map(({ id }) => id)).toContain('quarter');
  });

  it('and a file of the law that is not there is named', () => {
    rmSync(join(folder, 'complexes.json'));
    expect(() => readRegulation(folder)).toThrow(`${join(folder, 'complexes.json')}: cannot be read`);
  });
});

describe('the days of a rule', () => {
  const rule = (...lines: readonly string[]) => {
    const text = textOf('cypher/rules/rf27-connected-facility.cypher');
    const inForce = lines.map((line) => `// in force: ${line}`).join('\n');
    return () => parseRule('my-rule.cypher', text.replace(/^\/\/ in force: .*$/m, inForce));
  };

  it.each([
    [
      ['2030-01-01 .. 2030-01-01'],
      /my-rule\.cypher: "in force: 2030-01-01 \.\. 2030-01-01" ends on 2030-01-01, not after/,
    ],
    [['2030-01-01 .. 2029-01-01; note'], /not after its start on 2030-01-01/],
    [
      ['2030-01-01 ..', '2031-01-01 ..'],
      /"in force: 2031-01-01 \.\." starts 2031-01-01, while another period has no end/,
    ],
  ])('%j are refused', (lines, message) => {
    expect(rule(...lines)).toThrow(message);
  });

  it('may have a gap, as those of a suspended rule do', () => {
    expect(rule('2030-01-01 .. 2031-01-01', '2032-01-01 .. ; unconfirmed, back')().inForce).toHaveLength(2);
  });
});
