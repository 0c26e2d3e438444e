import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinParts, ownershipParts } from '../../server/analysis/ownership/parts.ts';
import { ownershipVerdicts } from '../../server/analysis/ownership/verdicts.ts';
import { mapFacts } from '../../server/facts/sections.ts';
import { assess } from '../../server/pipeline.ts';
import { factsAround } from '../../server/projection/around.ts';
import { graph, LAW } from '../support/cases.ts';
import { anyCase } from '../support/random-case.ts';

describe('the facts around a party', () => {
  it('give it the same verdicts and findings as all facts do', () => {
    fc.assert(
      fc.property(anyCase, (all) => {
        const whole = assess(all, LAW);
        for (const { id } of all.parties) {
          const near = assess(factsAround(all, id), LAW);
          expect(near.conclusions.verdicts.filter(({ party }) => party === id)).toEqual(
            whole.conclusions.verdicts.filter(({ party }) => party === id),
          );
          const findings = [near, whole].map((each) => each.findings.filter(({ subject }) => subject === id));
          expect(findings[0]).toEqual(findings[1]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leave out what no chain of ownership and no two ties reach', () => {
    const all = graph('L* -50-> S; S -50-> T; X -50-> Y');
    expect(factsAround(all, 'T').parties.map(({ id }) => id)).toEqual(['L', 'S', 'T']);
    expect(factsAround(all, 'Y').holdings.map(({ owned }) => owned)).toEqual(['Y']);
  });
});

describe('the parts of ownership', () => {
  const hashes = (lines: string, salt = 'law') => ownershipParts(graph(lines), salt).map(({ hash }) => hash);

  it('are those with a listed party, each with a hash that only its own facts change', () => {
    const [one, two] = hashes('L* -50-> S; M* -50-> T; X -50-> Y');
    expect(hashes('L* -50-> S; M* -51-> T; X -50-> Y')).toEqual([one, expect.not.stringMatching(`^${two}$`)]);
    expect(hashes('L* -50-> S; M* -50-> T; X -60-> Y; Z -1-> Y')).toEqual([one, two]);
    expect(hashes('L* -50-> S; L ~controls~> M; M* -50-> T')).toHaveLength(1);
  });

  it('have other hashes under another law', () => {
    expect(hashes('L* -50-> S', 'other law')).not.toEqual(hashes('L* -50-> S'));
  });

  it('have the same hashes whatever row the facts were read from and whenever they were learned', () => {
    const all = graph('L* -50-> S');
    const moved = mapFacts(all, (rows) =>
      rows.map((fact) => ({ ...fact, row: `other#${fact.row}`, knownFrom: '2026-01-01' })),
    );
    expect(ownershipParts(moved, '')[0]?.hash).toBe(ownershipParts(all, '')[0]?.hash);
  });

  it('give the verdicts of all facts when they are taken one by one', () => {
    fc.assert(
      fc.property(anyCase, (all) => {
        const parts = ownershipParts(all, '');
        const apart = parts.flatMap((part) => ownershipVerdicts(joinParts([part]), LAW.regulation));
        const byId = (one: { id: string }, other: { id: string }): number => one.id.localeCompare(other.id);
        expect(apart.sort(byId)).toEqual(ownershipVerdicts(all, LAW.regulation).sort(byId));
      }),
      { numRuns: 200 },
    );
  });
});
