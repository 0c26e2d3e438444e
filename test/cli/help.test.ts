import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ROOT } from '../../server/root.ts';
import { cleanUp, run, startNode } from '../support/interlock.ts';

afterEach(cleanUp);

describe('help', () => {
  it.each([
    ['serve', ['--data', '--port', '--host', '--bolt-port', '--json']],
    ['load', ['paths', '--data', '--json']],
    ['check', ['paths', '--json']],
    ['assess', ['file', '--as-of', '--regime']],
    ['cypher', ['query', '--file', '--saved', '--param', '--data', '--json']],
  ])('of %s names what it takes, on standard output', async (command, names) => {
    const { code, stdout, stderr } = await run([command, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Usage: interlock ${command}`);
    for (const name of names) expect(stdout).toMatch(new RegExp(`^  .*${name}\\b`, 'm'));
  });

  it('of the whole names every command, the exit codes and the variables for another Neo4j', async () => {
    const { code, stdout } = await run(['--help']);
    expect(code).toBe(0);
    for (const command of ['serve', 'load', 'check', 'assess', 'cypher'])
      expect(stdout).toMatch(new RegExp(`^  ${command} \\[options\\]`, 'm'));
    expect(stdout).toContain('Exit codes: 0 clean, 1 error, 2 flagged, 3 cannot exclude.');
    expect(stdout).toMatch(/NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE/);
  });

  it('of the start command is that of serve', async () => {
    const script = join(ROOT, 'server', 'bootstrap', 'start.mjs');
    const { code, stdout, stderr } = await startNode([script, '--help'], {}).ended;
    expect(code, stderr).toBe(0);
    expect(stdout).toBe((await run(['serve', '--help'])).stdout);
  });

  it('--version gives the version of the package and nothing else', async () => {
    const { version }: { version: string } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(await run(['--version'])).toEqual({ code: 0, signal: null, stdout: `${version}\n`, stderr: '' });
  });
});

describe('a command line that makes no sense', () => {
  it.each([
    ['an unknown command', ['explode'], /unknown command 'explode'/],
    ['an unknown option', ['check', '--fast'], /unknown option '--fast'/],
    ['a missing file', ['assess'], /missing required argument 'file'/],
    ['a port out of range', ['serve', '--port', '65536'], /65536.*number from 0 to 65535/],
    ['a port that is no number', ['serve', '--bolt-port', 'x'], /'x'.*number from 0 to 65535/],
    ['a day that is none', ['assess', '-', '--as-of', '2025-02-30'], /2025-02-30.*YYYY-MM-DD/],
    ['a parameter without a value', ['cypher', 'RETURN 1', '--param', 'asOf'], /"asOf" is not NAME=VALUE/],
    ['no query', ['cypher'], /There is no query.*Fix: .*--saved NAME/],
    ['a query file that is not there', ['cypher', '-f', 'no.cypher'], /no\.cypher.*cannot be read.*Fix: /],
  ])('with %s ends with 1, the reason on standard error', async (...[, parameters, reason]) => {
    const { code, stdout, stderr } = await run(parameters);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(reason);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('with a variable that is wrong names the variable', async () => {
    const { code, stdout, stderr } = await run(['serve'], { env: { INTERLOCK_PORT: 'many' } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/environment variable INTERLOCK_PORT cannot be "many"/);
  });
});
