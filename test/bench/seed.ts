import { analyse } from '../../server/analysis/analyse.ts';
import { readInput, SEED } from '../../server/pipeline.ts';
import { judge } from '../../server/rules/judge.ts';
import type { Law } from '../../server/store/load-report.ts';
import type { Comparison, Work } from './compare.ts';

/** The product's own facts: what each stage costs beside reading them. */
export function seedComparisons(law: Law): Comparison[] {
  const { facts } = readInput([SEED]);
  const conclusions = analyse(facts, law.regulation);
  const size = facts.holdings.length;
  const reading: Work = { size, run: () => readInput([SEED]).facts.holdings.length };
  const analysis: Work = { size, run: () => analyse(facts, law.regulation).verdicts.length };
  const rules: Work = { size, run: () => judge({ facts, conclusions, ...law }).length };
  return [
    {
      name: 'seed, analysis beside reading',
      unit: null,
      meaning: 'all conclusions of the seed, measured in readings (read, check and normalise its files)',
      prepare: () => ({ base: reading, other: analysis }),
    },
    {
      name: 'seed, rules beside reading',
      unit: null,
      meaning: 'all red flags of the seed in memory, measured in readings',
      prepare: () => ({ base: reading, other: rules }),
    },
  ];
}
