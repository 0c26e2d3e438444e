import { parseArgs } from 'node:util';
import { readLaw } from '../../server/pipeline.ts';
import { bulkFigure } from './bulk.ts';
import { cascadeDoubling, memoryFigure } from './cascade.ts';
import { type Comparison, compare } from './compare.ts';
import { editionFigures } from './editions.ts';
import { explanationFigures } from './explanation.ts';
import { httpFigures } from './http.ts';
import { inUseFigure } from './in-use.ts';
import { ownershipComparisons } from './ownership.ts';
import { pathFigures } from './path-peers.ts';
import { hubFigure, pathComparisons } from './paths.ts';
import { measurePeers } from './peers.ts';
import { readingFigures } from './reading.ts';
import { seedComparisons } from './seed.ts';
import { sweepBesideRepeated, sweepComparison, sweepDoubling } from './sweep.ts';
import { tableOf } from './table.ts';
import { type Figure, type Measured, takeFigure } from './target.ts';

const HELP = `npm run bench -- [options]
  --peers       also the same cascade in C, in Python libraries and in Cypher, and paths beside Neo4j: brings them,
                needs cc, python3, a JDK
  --http        also how long one party takes over HTTP, over a Neo4j of its own; needs a JDK
  --editions    also how long editions of a list of the Entity List's size take, in a Neo4j of their own; needs a JDK
  --bulk        also how fast 1 million parties and 2 million holdings go into an empty Neo4j of our own, beside Neo4j's
                import tool alone; needs a JDK, 4 GB of memory and 4 GB of disk
  --in-use      also how fast 50,000 parties and 100,000 holdings go into a Neo4j that holds the seed, beside the best
                plain UNWIND script; needs a JDK
  --full        made registers of up to 8 million parties, and 1 GB of newline JSON (needs 8 GB of memory)
  --parties N   size of the largest register of facts (2000)
  --pairs N     how often each pair is measured; the median counts (3)
  --only TEXT   only figures whose name has the text
  --json        JSON instead of a table
`;
/** Parties of a made register: as many as a national one, and in the usual run as fit into a minute. */
const REGISTER = 1_000_000;
/** Parties of a made register as facts: how long one explanation takes does not depend on it. */
const EXPLAINED = 50_000;
/** Parties of made registers that are doubled, for one cascade and for the sweep over everything. */
const MILLIONS = [1_000_000, 2_000_000, 4_000_000];
const DOUBLED = {
  usual: { cascade: [250_000, 500_000, 1_000_000], sweep: [250_000] },
  full: { cascade: MILLIONS, sweep: MILLIONS },
};
/** Megabytes of newline JSON: as much as a register, and in the usual run a quarter. */
const LINES = { usual: 256, full: 1024 };
const NO_PEERS = { measured: [], missing: [] };

const values = options();
if (values.help) process.stdout.write(HELP);
else await run(wholeNumber('parties', 1_000), wholeNumber('pairs', 1));

function options() {
  try {
    return parseArgs({
      options: {
        peers: { type: 'boolean', default: false },
        http: { type: 'boolean', default: false },
        editions: { type: 'boolean', default: false },
        bulk: { type: 'boolean', default: false },
        'in-use': { type: 'boolean', default: false },
        full: { type: 'boolean', default: false },
        parties: { type: 'string', default: '2000' },
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

async function run(parties: number, pairs: number): Promise<void> {
  const peers = values.peers ? await measurePeers(REGISTER, doubledParties().cascade, pairs, say) : NO_PEERS;
  const measured: Measured[] = [...peers.measured];
  if (values.peers) measured.push(...(await pathFigures(REGISTER, say)));
  if (values.peers || values.http) measured.push(...(await httpFigures(readLaw(), say)));
  if (values.editions) measured.push(...(await editionFigures(say)));
  if (values.bulk) measured.push(await bulkFigure(say));
  if (values['in-use']) measured.push(await inUseFigure(readLaw(), say));
  for (const each of figures(parties).filter(({ name }) => name.includes(values.only))) {
    const start = process.cpuUsage();
    measured.push('take' in each ? takeFigure(each) : await compare(each, pairs));
    const { user, system } = process.cpuUsage(start);
    say(`${each.name}: measured with ${((user + system) / 1_000_000).toFixed(1)} s of processor time`);
  }
  const result = values.json
    ? JSON.stringify({ parties, pairs, measured, missing: peers.missing }, null, 2)
    : tableOf(measured);
  process.stdout.write(`${[result, ...(values.json ? [] : peers.missing)].join('\n')}\n`);
}

function figures(parties: number): (Comparison | Figure)[] {
  const law = readLaw();
  const doubled = doubledParties();
  return [
    memoryFigure(REGISTER),
    sweepComparison(REGISTER, law.regulation),
    sweepBesideRepeated(REGISTER, law.regulation),
    ...explanationFigures(EXPLAINED, law.regulation),
    ...doubled.cascade.map(cascadeDoubling),
    ...doubled.sweep.map((each) => sweepDoubling(each, law.regulation)),
    ...ownershipComparisons(parties, law),
    hubFigure(),
    ...pathComparisons(parties),
    ...seedComparisons(law),
    ...readingFigures(values.full ? LINES.full : LINES.usual),
  ];
}

/** How large the registers are that are doubled. */
function doubledParties(): (typeof DOUBLED)['usual' | 'full'] {
  return values.full ? DOUBLED.full : DOUBLED.usual;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function wholeNumber(option: 'parties' | 'pairs', least: number): number {
  const value = Number(values[option]);
  if (Number.isSafeInteger(value) && value >= least) return value;
  process.stderr.write(`--${option} is a whole number from ${least} on.\n`);
  process.exit(1);
}
