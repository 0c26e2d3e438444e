import { parseArgs } from 'node:util';
import { readLaw } from '../../server/pipeline.ts';
import { compare } from './compare.ts';
import { ownershipComparisons } from './ownership.ts';
import { pathComparisons } from './paths.ts';
import { seedComparisons } from './seed.ts';
import { tableOf } from './table.ts';

const HELP = `npm run bench -- [options]
  --parties N   size of the largest register (6000)
  --pairs N     how often each pair is measured; the median counts (3)
  --only TEXT   only comparisons whose name has the text
  --json        JSON instead of a table
`;

const values = options();
if (values.help) process.stdout.write(HELP);
else run(wholeNumber('parties', 1_000), wholeNumber('pairs', 1));

function options() {
  try {
    return parseArgs({
      options: {
        parties: { type: 'string', default: '6000' },
        pairs: { type: 'string', default: '3' },
        only: { type: 'string', default: '' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${HELP}`);
    return process.exit(1);
  }
}

function run(parties: number, pairs: number): void {
  const law = readLaw();
  const all = [...ownershipComparisons(parties, law), ...pathComparisons(parties), ...seedComparisons(law)];
  const measured = all
    .filter(({ name }) => name.includes(values.only))
    .map((comparison) => {
      process.stderr.write(`${comparison.name} ...\n`);
      return compare(comparison, pairs);
    });
  const result = values.json ? JSON.stringify({ parties, pairs, measured }, null, 2) : tableOf(measured);
  process.stdout.write(`${result}\n`);
}

function wholeNumber(option: 'parties' | 'pairs', least: number): number {
  const value = Number(values[option]);
  if (Number.isSafeInteger(value) && value >= least) return value;
  process.stderr.write(`--${option} is a whole number from ${least} on.\n`);
  process.exit(1);
}
