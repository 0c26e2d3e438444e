import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Comparison, Elsewhere } from './compare.ts';
import type { Figure } from './target.ts';

const MEGABYTE = 2 ** 20;
/** Issue 5: at no less than 70 % of the speed of merely splitting and parsing. */
const SLOWDOWN = 1 / 0.7;
const MEMORY = 200;
const FASTER = 5;
const ONCE = { repeats: 1 };

/** How the product reads large files, beside the least that must be done and beside a library that streams tokens. */
export function readingFigures(lineMegabytes: number): (Comparison | Figure)[] {
  const linesFile = made('lines.json', () =>
    makeFile('lines.json', lineMegabytes, { before: '', between: '\n', after: '\n' }),
  );
  const document = made('document.json', () => {
    return makeFile('document.json', 100, { before: '{"total":1,"results":[', between: ',', after: ']}' });
  });
  return [
    {
      name: `reading ${lineMegabytes} MB of newline JSON, megabytes of memory`,
      meaning: 'the most that a process held which opened, hashed, checked and parsed it all',
      target: { atMost: MEMORY },
      take: () => {
        const { megabytes, count } = child('lines', linesFile());
        return { value: megabytes, sizes: `${lineMegabytes} MB`, results: String(count) };
      },
    },
    {
      name: 'reading newline JSON, times splitting and parsing the lines',
      unit: null,
      meaning:
        'with the hash of the file, every byte checked as UTF-8 and the lines numbered; the other only splits and parses',
      target: { atMost: SLOWDOWN },
      ...ONCE,
      prepare: () => ({ base: by('split-and-parse', linesFile), other: by('lines', linesFile) }),
    },
    {
      name: 'a token-streaming library (stream-json) on a document of 100 MB, times the product',
      unit: null,
      meaning: 'both give every record of an array as a value; neither holds the document',
      target: { atLeast: FASTER },
      ...ONCE,
      prepare: () => ({ base: by('document', document), other: by('stream-json', document) }),
    },
  ];
}

const resultShape = z.object({ count: z.number(), micros: z.number(), megabytes: z.number() });

function child(way: string, file: string): z.infer<typeof resultShape> {
  const program = join(import.meta.dirname, 'reading-child.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, way, file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Reading by ${way} failed: ${stderr}`);
  return resultShape.parse(JSON.parse(stdout));
}

/** Each run is a process of its own, which is long enough; it is not repeated. */
function by(way: string, file: () => string): Elsewhere {
  return { size: 1, measure: async () => child(way, file()) };
}

const files = new Map<string, string>();
let folder = '';

/** A made file, when it is first asked for; removed when the bench ends. */
function made(name: string, make: () => string): () => string {
  return () => {
    const path = files.get(name) ?? make();
    files.set(name, path);
    return path;
  };
}

interface Layout {
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

function makeFile(name: string, megabytes: number, { before, between, after }: Layout): string {
  if (folder === '') {
    folder = mkdtempSync(join(tmpdir(), 'interlock-bench-'));
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  }
  const path = join(folder, name);
  const file = openSync(path, 'w');
  writeSync(file, before);
  let written = 0;
  for (let at = 0; written < megabytes * MEGABYTE; at += PIECE) {
    const piece = Array.from({ length: PIECE }, (_, offset) => JSON.stringify(recordOf(at + offset)));
    written += writeSync(file, (at === 0 ? '' : between) + piece.join(between));
  }
  writeSync(file, after);
  closeSync(file);
  return path;
}

const PIECE = 1_000;

/** A company as registers print it, 500 bytes, in two scripts. */
function recordOf(at: number): object {
  return {
    id: `made-${at}`,
    caption: `Made Company ${at} Co., Ltd.`,
    schema: 'Company',
    properties: {
      name: [`Made Company ${at} Co., Ltd.`, `某某公司${at}号`],
      country: ['cn', 'hk'],
      address: [`No. ${at % 977} Made Road, Made District, Made City`],
      registrationNumber: [String(1_000_000_000 + at)],
      incorporationDate: ['2001-02-03'],
    },
    referents: [],
    datasets: ['made'],
    target: at % 2 === 0,
    first_seen: '2024-01-01T00:00:00',
    last_seen: '2025-01-01T00:00:00',
  };
}
