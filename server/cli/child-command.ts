import { spawn } from 'node:child_process';
import { InterlockError } from '../errors.ts';
import { errorOf } from '../told-error.ts';
import { say } from './terminal.ts';

interface Child {
  /** The script that is the command line. */
  readonly main: string;
  readonly env: NodeJS.ProcessEnv;
  /** Is told what it says to a person. */
  readonly onSaid?: (line: string) => void;
}

/**
 * Runs a command of the product in a process of its own and gives what it prints, as JSON. So the server answers others
 * meanwhile, and what the browser does and what the command line does are one thing. Nothing ends the process early: a
 * judgement goes on when the one who made it has closed the page.
 *
 * @param parameters the command, with `--json`
 * @throws InterlockError as the command says it
 */
export async function childCommand(parameters: readonly string[], child: Child): Promise<unknown> {
  const { code, stdout, told } = await ended(parameters, child);
  if (code === 0) return JSON.parse(stdout);
  throw errorOf(told) ?? brokenOff(parameters);
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly told: unknown;
}

function ended(parameters: readonly string[], { main, env, onSaid = say }: Child): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...parameters], {
    ...{ env, detached: true },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const parts: string[] = [];
  let told: unknown = null;
  child.stdout?.setEncoding('utf8').on('data', (text: string) => parts.push(text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n').filter((each) => each.trim() !== '')) onSaid(line);
  });
  child.on('message', (message) => {
    told = message;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout: parts.join(''), told }));
  });
}

function brokenOff([command = '']: readonly string[]): InterlockError {
  const fix = 'Try again; the server says in its terminal what went wrong.';
  return new InterlockError(`\`interlock ${command}\` broke off; nothing was changed.`, {
    ...{ status: 503, code: 'unavailable', fix },
  });
}
