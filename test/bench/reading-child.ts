import { createReadStream, existsSync, readFileSync } from 'node:fs';
import chain from 'stream-chain';
import { parser } from 'stream-json';
import { pick } from 'stream-json/filters/pick.js';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import { openInput } from '../../server/readers/bytes/input.ts';
import { jsonRecords } from '../../server/readers/bytes/json-array.ts';
import { lineBatches } from '../../server/readers/bytes/lines.ts';

/**
 * One way of reading one file, in a process of its own, so that its memory is its own:
 * `node reading-child.js WAY FILE` prints what it counted, its processor time and the most memory it held.
 */

const CHUNK = 256 * 2 ** 10;

const WAYS: Readonly<Record<string, (path: string) => Promise<number>>> = {
  'split-and-parse': splitAndParse,
  lines: ourLines,
  document: ourDocument,
  'stream-json': tokenStream,
};

const [way = '', path = ''] = process.argv.slice(2);
const read = WAYS[way];
if (read === undefined) throw new Error(`No way of reading is called ${way}.`);
const start = process.cpuUsage();
const count = await read(path);
const { user, system } = process.cpuUsage(start);
const megabytes = mostHeld() / 1024;
process.stdout.write(JSON.stringify({ count, micros: user + system, megabytes }));

/**
 * The most memory this program held, in kilobytes. Linux counts what the parent held when it started this one into the
 * maximum that it tells of a process (getrusage(2)); that of the memory itself begins with the program.
 */
function mostHeld(): number {
  const status = '/proc/self/status';
  const own = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return own === undefined ? process.resourceUsage().maxRSS : Number(own);
}

/** The least that anybody must do who reads newline JSON. */
async function splitAndParse(file: string): Promise<number> {
  let records = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK })) {
    const bytes: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, at)) {
      JSON.parse(bytes.toString('utf8', at, end));
      records += 1;
      at = end + 1;
    }
    rest = bytes.subarray(at);
  }
  return records;
}

/** The product's way, with all that it checks: the hash, the encoding, the length of lines. */
async function ourLines(file: string): Promise<number> {
  const { inputs, close } = await openInput(file);
  let records = 0;
  for (const { bytes } of inputs) {
    for await (const batch of lineBatches(bytes)) {
      for (const { text } of batch) JSON.parse(text);
      records += batch.length;
    }
  }
  await close();
  return records;
}

async function ourDocument(file: string): Promise<number> {
  const { inputs, close } = await openInput(file);
  let records = 0;
  for (const { bytes } of inputs) for await (const _ of jsonRecords(bytes, 'results')) records += 1;
  await close();
  return records;
}

async function tokenStream(file: string): Promise<number> {
  const stages = [createReadStream(file), parser(), pick({ filter: 'results' }), streamArray()] as const;
  let records = 0;
  for await (const _ of chain([...stages])) records += 1;
  return records;
}
