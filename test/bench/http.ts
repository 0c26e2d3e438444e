import { z } from 'zod';
import type { Law } from '../../server/store/load-report.ts';
import { serving } from './http-register.ts';
import { type Random, seededRandom } from './random.ts';
import { register } from './register.ts';
import { mixed } from './shapes.ts';
import { type Measured, type Target, targetRow } from './target.ts';

/** As many as one load, which is one transaction, writes within the memory of a managed Neo4j, in a minute. */
const PARTIES = 6_000;
const DAYS = 4;
const ASKED = 400;
/** Rounds of every question that do not count: until plans are made and code is compiled, here and in Neo4j. */
const WARM_UPS = 300;
const WITHIN_MS = 20;
/** The BIS 50 % rule is in force. */
const AS_OF = '2025-10-15';

type Say = (line: string) => void;

interface Question {
  readonly name: string;
  readonly meaning: string;
  readonly path: (party: string, random: Random) => string;
}

/** What asking costs by itself on this machine, and as busy as it is. */
const NOTHING: Question = {
  name: 'nothing',
  meaning: 'an answer without facts, from the same server',
  path: () => '/health',
};
const QUESTIONS: readonly Question[] = [
  {
    name: 'card',
    meaning: 'verdicts of every regime with all steps, findings, listings, neighbours, sources',
    path: (party) => `/parties/${party}?asOf=${AS_OF}`,
  },
  {
    name: 'questions',
    meaning: 'what would change the verdict: questions, smallest sets, divestments',
    path: (party) => `/parties/${party}/questions?asOf=${AS_OF}`,
  },
  {
    name: 'control',
    meaning: 'who controls it and whom it controls, and look-through ownership',
    path: (party) => `/parties/${party}/control?asOf=${AS_OF}`,
  },
  {
    name: 'drawing',
    meaning: 'the facts behind its verdicts and findings, or its owners',
    path: (party) => `/evidence/${party}?asOf=${AS_OF}`,
  },
  {
    name: 'paths',
    meaning: 'between it and a party recorded near it, 3 paths of up to 8 ties',
    path: (party, random) => `/paths?from=${party}&to=${nearTo(party, random)}&asOf=${AS_OF}`,
  },
];

/** Parties of a register are numbered group by group: near ones are often tied. */
function nearTo(party: string, random: Random): string {
  const number = Number(party.slice(1));
  return `p${number < 10 ? number + random.between(1, 9) : number - random.between(1, 9)}`;
}

/**
 * How long one party takes over HTTP, nearly the slowest of hundreds: a made register in a Neo4j of its own, the
 * product's application on loopback, one question after the other.
 *
 * @throws SetupError when Neo4j does not start; Error for any answer but a good one
 */
export async function httpFigures(law: Law, say: Say): Promise<Measured[]> {
  const facts = register({ parties: PARTIES, days: DAYS }, mixed);
  const sizes = `${facts.parties.length} parties, ${facts.holdings.length} holdings`;
  return serving({ facts, law, say }, async (address) => {
    await warmUp(address);
    const ground = { address, sizes };
    const rows = [await figure(ground, NOTHING, null)];
    for (const question of QUESTIONS) rows.push(await figure(ground, question, { atMost: WITHIN_MS }));
    return rows;
  });
}

async function warmUp(address: string): Promise<void> {
  const random = seededRandom(2);
  for (let round = 0; round < WARM_UPS; round += 1)
    for (const { path } of QUESTIONS) await ask(`${address}${path(anyParty(random), random)}`);
}

function anyParty(random: Random): string {
  return `p${random.between(0, PARTIES - 1)}`;
}

interface Ground {
  readonly address: string;
  readonly sizes: string;
}

async function figure(
  { address, sizes }: Ground,
  { name, meaning, path }: Question,
  target: Target | null,
): Promise<Measured> {
  const random = seededRandom(1);
  const times: number[] = [];
  let bytes = 0;
  while (times.length < ASKED) {
    const url = `${address}${path(anyParty(random), random)}`;
    const start = performance.now();
    bytes += await ask(url);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.floor(part * (times.length - 1))] ?? 0;
  const row = {
    name: `${name} over HTTP, ms at p99 (depends on the machine)`,
    meaning: `${meaning}; elapsed time, one after the other; from - to: median and slowest`,
    ...(target === null ? {} : { target }),
  };
  const results = `${ASKED} answers, ${Math.round(bytes / ASKED)} bytes each`;
  return targetRow(row, { value: at(0.99), lowest: at(0.5), highest: at(1), linear: null, sizes, results });
}

async function ask(url: string): Promise<number> {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`);
  z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  return text.length;
}
