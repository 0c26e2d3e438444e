import type { Facts } from '../../../server/facts/facts.ts';
import { mapFacts } from '../../../server/facts/sections.ts';
import { normaliseCase } from '../../../server/normalise/from-case.ts';
import { readCaseFiles } from '../../../server/readers/case-file.ts';
import { seededRandom } from '../random.ts';

/** Facts as a register gives them, each an object of its own, made from one that was read. */
export function registerFacts(parties: number, holdings: number): Facts {
  const text = JSON.stringify({
    parties: [{ id: 'a', name: 'A', jurisdiction: 'CN' }, { id: 'b' }],
    holdings: [{ owner: 'a', owned: 'b', share: 25.5, from: '2019-03-01' }],
  });
  const one = normaliseCase(readCaseFiles([{ file: 'bench', text }]), { requireSources: false });
  const known = mapFacts(one, (rows) => rows.map((row) => ({ ...row, knownFrom: '2026-01-01' })));
  const [party, holding] = [known.parties[0], known.holdings[0]];
  if (party === undefined || holding === undefined) throw new Error('Nothing was read');
  const random = seededRandom(1);
  const any = (): string => `party-${random.between(0, parties - 1)}`;
  return {
    ...mapFacts(known, () => []),
    parties: Array.from({ length: parties }, (_, index) => ({
      ...{ ...party, id: `party-${index}`, name: `Made Holding Company ${index} Limited` },
      row: `register.jsonl: ${index}`,
    })),
    holdings: Array.from({ length: holdings }, (_, index) => ({
      ...{ ...holding, id: `holding-${index}`, owner: any(), owned: any() },
      row: `register.jsonl: ${parties + index}`,
    })),
  };
}
