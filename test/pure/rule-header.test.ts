import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../server/root.ts';
import { readHeader } from '../../server/rules/header.ts';
import { readRules } from '../../server/rules/read-rules.ts';
import { parseRule } from '../../server/rules/rule.ts';

const FILE = 'cypher/rules/example.cypher';

const HEADER: Readonly<Record<string, string>> = {
  id: 'example',
  flag: 'RF99',
  title: 'An example',
  level: 'red-flag',
  citation: '15 CFR 744.99',
  confidence: 'secondary',
  'in force': '2024-12-02 ..',
  otherwise: 'none',
  says: '{subject} is an example.',
  asks: 'Ask somebody.',
  'false positives': 'Anything.',
};

/** A rule file with some keys changed, or left out where null. */
function ruleFile(change: Readonly<Record<string, string | null>> = {}): string {
  const lines = Object.entries({ ...HEADER, ...change }).flatMap(([key, value]) =>
    value === null ? [] : [`// ${key}: ${value}`],
  );
  return [...lines, 'MATCH (subject:Party)', 'RETURN subject', ''].join('\n');
}

describe('the header of a rule', () => {
  it('is read into a rule, the file as a whole its Cypher', () => {
    const text = ruleFile();
    expect(parseRule(FILE, text)).toMatchObject({
      id: 'example',
      level: 'red-flag',
      otherwise: null,
      inForce: [{ from: '2024-12-02', to: null, confirmed: true, note: '' }],
      cypher: text,
    });
  });

  it('says the same with the line ends of another system', () => {
    const { cypher, ...rule } = parseRule(FILE, ruleFile().replaceAll('\n', '\r\n'));
    expect(rule).toEqual({ ...parseRule(FILE, ruleFile()), cypher: undefined });
    expect(cypher).toContain('\r\n');
  });

  it.each(Object.keys(HEADER))('must have "%s"; the message names the file and the key', (key) => {
    expect(() => parseRule(FILE, ruleFile({ [key]: null }))).toThrow(`${FILE}: the header lacks "${key}"`);
  });

  it.each(Object.keys(HEADER).filter((key) => key !== 'in force'))('may not leave "%s" empty', (key) => {
    expect(() => parseRule(FILE, ruleFile({ [key]: '' }))).toThrow(`${FILE}: the header lacks "${key}"`);
  });

  it.each([
    ['level', 'grave', 'restricted, red-flag, cannot-exclude, lead, information'],
    ['otherwise', 'never', 'restricted, red-flag'],
    ['confidence', 'sure', 'verified, secondary, reported, inferred'],
  ])('names the words that "%s" may hold', (key, value, allowed) => {
    const parse = () => parseRule(FILE, ruleFile({ [key]: value }));
    expect(parse).toThrow(`${FILE}: ${key} is "${value}"`);
    expect(parse).toThrow(allowed);
  });

  it.each(['2024-12-02', 'since 2024', '2024-13-01 ..', '.. 2025-02-30', '2024-12-02 - 2025-01-01', ''])(
    'refuses "%s" as the days on which a rule is in force',
    (days) => {
      expect(() => parseRule(FILE, ruleFile({ 'in force': days }))).toThrow(
        `${FILE}: "in force: ${days}" is not FROM .. TO`,
      );
    },
  );

  it.each([
    ['..', { from: null, to: null, confirmed: true, note: '' }],
    ['.. 2025-11-10', { from: null, to: '2025-11-10', confirmed: true, note: '' }],
    [
      '2025-09-29 .. 2025-11-10; suspended',
      { from: '2025-09-29', to: '2025-11-10', confirmed: true, note: 'suspended' },
    ],
    [
      '2026-11-10 ..; unconfirmed, the end of it',
      { from: '2026-11-10', to: null, confirmed: false, note: 'the end of it' },
    ],
  ])('reads the days "%s"', (days, expected) => {
    expect(parseRule(FILE, ruleFile({ 'in force': days })).inForce).toEqual([expected]);
  });

  it('may follow the regime of the verdict instead', () => {
    expect(parseRule(FILE, ruleFile({ 'in force': 'regime' })).inForce).toBe('regime');
  });
});

describe('the comment lines that a Cypher file begins with', () => {
  it('hold keys, that may stand twice and go on over lines', () => {
    const header = readHeader(
      '// a: one\n//   and more\n// in force: x\n// in force: y\nMATCH (n)\n// a: not this\n',
    );
    expect(Object.fromEntries(header)).toEqual({ a: ['one and more'], 'in force': ['x', 'y'] });
  });

  it.each(['', 'MATCH (n) RETURN n', '\n// a: one', '// words without a key'])(
    'may hold no key: %j',
    (cypher) => {
      expect(readHeader(cypher).size).toBe(0);
    },
  );
});

describe('the rules of the product', () => {
  it('are read from their folder, every file one rule named like its file', () => {
    const files = readdirSync(join(ROOT, 'cypher', 'rules')).filter((name) => name.endsWith('.cypher'));
    expect(readRules().map(({ id }) => `${id}.cypher`)).toEqual(files.sort());
    const [first = ''] = files;
    expect(readRules()[0]?.cypher).toBe(readFileSync(join(ROOT, 'cypher', 'rules', first), 'utf8'));
  });

  it('end no rule before it begins', () => {
    const spans = readRules().flatMap(({ inForce }) => (inForce === 'regime' ? [] : inForce));
    expect(spans.length).toBeGreaterThan(0);
    expect(spans.filter(({ from, to }) => from !== null && to !== null && from >= to)).toEqual([]);
  });
});
