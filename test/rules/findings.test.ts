import { describe, expect, it } from 'vitest';
import type { Facts } from '../../server/facts/facts.ts';
import { findingsOn, graph } from '../support/cases.ts';
import { IN_FORCE, SUSPENDED } from './cases/rule-case.ts';

const controlOf = (all: Facts, day = IN_FORCE) =>
  findingsOn(all, day).filter((finding) => finding.rule === 'control-by-restricted-party');

describe('findings of one rule on one party', () => {
  it('are one for each controller', () => {
    const found = controlOf(graph('L* ~controls~> S; M* ~controls~> S'));
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
    expect(found.map(({ text }) => text.slice(0, 2)).sort()).toEqual(['L,', 'M,']);
  });

  it('keep their id when another fact joins the proof of the verdict', () => {
    const [before] = controlOf(graph('L* -60-> P; P ~controls~> S'));
    const [after] = controlOf(graph('L* -60-> P; M* -5-> P; P ~controls~> S'));
    expect(after?.evidence.length).toBeGreaterThan(before?.evidence.length ?? 0);
    expect(after?.id).toBe(before?.id);
  });

  it('say that the rule is not in force where it is not', () => {
    const [found] = controlOf(graph('L* -60-> P; P ~controls~> S'), SUSPENDED);
    expect(found).toMatchObject({ inForce: false, level: 'lead' });
    expect(found?.note).toContain('Suspended from 10 November 2025');
  });
});
