import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PATTERNS } from '../../server/rules/patterns.ts';
import { findingsOn, LAW } from '../support/cases.ts';
import { RULE_CASES } from './cases/all.ts';

const files = readdirSync('cypher/rules')
  .map((file) => file.replace('.cypher', ''))
  .sort();
const cases = Object.entries(RULE_CASES);

/** Whoever adds a rule file adds a pattern, a graph on which it fires and a near one on which it stays silent. */
describe('every rule', () => {
  it('has its cases, its pattern and its file under one name', () => {
    expect(Object.keys(RULE_CASES).sort()).toEqual(files);
    expect(Object.keys(PATTERNS).sort()).toEqual(files);
    expect(LAW.rules.map(({ id }) => id).sort()).toEqual(files);
  });

  it.each(files)('%s has one case at least that fires and one that stays silent', (rule) => {
    expect(RULE_CASES[rule]?.fires.length).toBeGreaterThan(0);
    expect(RULE_CASES[rule]?.silent.length).toBeGreaterThan(0);
  });

  it.each(cases.flatMap(([rule, { fires }]) => fires.map((each) => ({ rule, ...each }))))(
    '$rule fires: $why',
    ({ rule, day, subject, level, says, ...rest }) => {
      const raised = findingsOn(rest.facts, day).filter((each) => each.rule === rule);
      const about = raised.find((each) => each.subject === subject && each.text.includes(says));
      expect(about, JSON.stringify(raised)).toMatchObject({ level });
      expect(about?.text).not.toMatch(/[{}]/);
      expect(about?.asks).not.toMatch(/[{}]/);
    },
  );

  it.each(cases.flatMap(([rule, { silent }]) => silent.map((each) => ({ rule, ...each }))))(
    '$rule stays silent: $why',
    ({ rule, day, ...rest }) => {
      expect(findingsOn(rest.facts, day).filter((each) => each.rule === rule)).toEqual([]);
    },
  );
});
