import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InterlockError } from '../../errors.ts';
import { paths, startOf } from '../managed/data-folder.ts';
import { TOOL_NOTE } from '../managed/new-store.ts';
import type { LaunchOptions } from '../managed/process.ts';
import { LIST_DELIMITER } from './cells.ts';
import type { Tables } from './write-tables.ts';

/** Buffer of the tool for what it reads, in bytes: any field must fit. */
const LEAST_BUFFER = 4_194_304;
/** A sign takes at most three bytes of UTF-8. */
const BYTES_A_SIGN = 3;
/** The tool keeps what it needs outside of the heap. */
const HEAP = '1g';

/**
 * Runs Neo4j's import tool (`neo4j-admin database import full`, Operations Manual 5, "Import") over tables into a new
 * store beside the former one.
 *
 * @param progress gets how much of it is done, from 0 to 1
 * @throws InterlockError when the tool fails or ends; what progress throws, after ending the tool
 */
export async function runImportTool(
  options: Pick<LaunchOptions, 'folder' | 'jdk' | 'jars'>,
  tables: Tables,
  progress: (part: number) => void,
): Promise<void> {
  const { folder } = options;
  const { newStore, import: work } = paths(folder);
  mkdirSync(newStore, { mode: 0o700 });
  const settings = join(work, 'neo4j.conf');
  writeFileSync(settings, 'dbms.usage_report.enabled=false\ndb.tx_log.preallocate=false\n');
  const child = start(options, ['database', 'import', 'full', 'neo4j', ...parameters(work, tables)]);
  const note = { pid: child.pid ?? 0, started: startOf(child.pid ?? 0) };
  writeFileSync(join(work, TOOL_NOTE), JSON.stringify(note), { mode: 0o600 });
  const said = await endOf(child, progress);
  appendFileSync(paths(folder).log, said.text);
  if (said.error !== null) throw said.error;
  if (said.code !== 0) throw failed(said.text, said.code, folder);
}

function start(
  { folder, jdk, jars }: Pick<LaunchOptions, 'folder' | 'jdk' | 'jars'>,
  tool: readonly string[],
) {
  const { newStore, import: work } = paths(folder);
  const flags = [`-Xmx${HEAP}`, '-XX:+UseParallelGC', '--add-opens=java.base/java.nio=ALL-UNNAMED'];
  const command = [
    ...flags,
    '-Dfile.encoding=UTF-8',
    '-cp',
    jars.classPath,
    'org.neo4j.cli.AdminTool',
    ...tool,
  ];
  const env = { ...process.env, NEO4J_HOME: newStore, NEO4J_CONF: work };
  return spawn(join(jdk.home, 'bin', 'java'), command, {
    ...{ cwd: work, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  });
}

function parameters(work: string, { nodes, ties }: Tables): string[] {
  const all = [...nodes, ...ties];
  const longest = Math.max(...all.map((each) => each.longest));
  const broken = all.flatMap(({ withLineBreaks }) => (withLineBreaks === null ? [] : [withLineBreaks]));
  const lines = [`--multiline-fields=${broken.join(',')}`, '--multiline-fields-format=v2'];
  return [
    ...nodes.map(({ files }) => `--nodes=${files.join(',')}`),
    ...ties.map(({ type, files }) => `--relationships=${type}=${files.join(',')}`),
    ...(broken.length === 0 ? [] : lines),
    `--array-delimiter=U+${LIST_DELIMITER.charCodeAt(0).toString(16).padStart(4, '0')}`,
    `--read-buffer-size=${Math.max(LEAST_BUFFER, 2 * BYTES_A_SIGN * longest)}`,
    ...['--id-type=string', '--bad-tolerance=0', '--strict=true'],
    `--report-file=${join(work, 'report.txt')}`,
  ];
}

interface Said {
  readonly text: string;
  readonly code: number | null;
  /** What progress threw. */
  readonly error: unknown;
}

function endOf(child: ChildProcess, progress: (part: number) => void): Promise<Said> {
  let text = '';
  let error: unknown = null;
  const hear = (part: string): void => {
    text += part;
    try {
      progress(partOf(text));
    } catch (thrown) {
      error = thrown;
      child.kill('SIGKILL');
    }
  };
  child.stdout?.setEncoding('utf8').on('data', hear);
  child.stderr?.setEncoding('utf8').on('data', hear);
  return new Promise((resolve) => {
    child.on('error', (thrown) => resolve({ text, code: null, error: error ?? thrown }));
    child.on('close', (code) => resolve({ text, code, error }));
  });
}

const STAGES = 4;

/** The tool works in four stages, and says of each how far it is. */
function partOf(text: string): number {
  const stage = (text.match(/\(\d\/4\)/g) ?? []).length;
  const last = Number(/(\d+)%(?!.*\d%)/s.exec(text.slice(text.lastIndexOf('/4)')))?.[1] ?? 0);
  return Math.min(1, Math.max(0, (stage - 1 + last / 100) / STAGES));
}

function failed(text: string, code: number | null, folder: string): InterlockError {
  const reason = text.split('\n').findLast((line) => /error|exception|caused|duplicate|missing/i.test(line));
  const message = `The import tool of Neo4j ${code === null ? 'was ended' : 'failed'}${reason === undefined ? '' : `: ${reason.trim()}`}; nothing was changed.`;
  return new InterlockError(message, {
    status: 500,
    code: 'import-failed',
    fix: `What it said is in ${paths(folder).log}. Load again.`,
  });
}
