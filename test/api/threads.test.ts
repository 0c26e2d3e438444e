import { afterEach, describe, expect, it } from 'vitest';
import { InputError, InterlockError } from '../../server/errors.ts';
import { createThreads, type Terms, type Threads } from '../../server/workers/threads.ts';

interface Misbehaving {
  readonly [job: string]: { run(input: unknown, signal: AbortSignal): unknown };
}

const entry = new URL('../support/jobs.mjs', import.meta.url);
const opened: Threads<Misbehaving>[] = [];

function threads(size = 1, waiting = 10): Threads<Misbehaving> {
  const made = createThreads<Misbehaving>({ entry, size, waiting, megabytes: 50, what: 'jobs' });
  opened.push(made);
  return made;
}

afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

const tooLong = () => new InterlockError('too long', { status: 408, code: 'too-long' });
const terms = (more: Partial<Terms> = {}): Terms => ({ milliseconds: 60_000, tooLong, ...more });

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('it gave a result'),
    (reason: unknown) => reason,
  );
  return error instanceof InterlockError ? `${error.status} ${error.code}` : String(error);
}

describe('a job in a thread', () => {
  it('gives its result', async () => {
    expect(await threads().run('echo', { a: [1, 'ü', null] }, terms())).toEqual({ a: [1, 'ü', null] });
  });

  it('throws the errors of Interlock as they are, with their problems, and others as mistakes', async () => {
    const some = threads();
    const refused = await some.run('refuse', {}, terms()).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InputError);
    expect(refused).toMatchObject({ message: 'not so', status: 400, problems: [{ field: 'x', fix: 'do' }] });
    const mistake = await some.run('throw', {}, terms()).catch((error: unknown) => error);
    expect(mistake).not.toBeInstanceOf(InterlockError);
    expect(String(mistake)).toContain('SyntaxError');
  });

  it('that never ends is ended when its time is over, and the next one runs', async () => {
    const some = threads();
    expect(await codeOf(some.run('spin', {}, terms({ milliseconds: 50 })))).toBe('408 too-long');
    expect(await some.run('echo', 1, terms())).toBe(1);
  });

  it('that never ends is ended when nobody waits any more, and the next one runs', async () => {
    const some = threads();
    const leaving = new AbortController();
    const spinning = codeOf(some.run('spin', {}, terms({ signal: leaving.signal })));
    const next = some.run('echo', 2, terms());
    leaving.abort();
    expect(await spinning).toBe('499 taken-back');
    expect(await next).toBe(2);
  });

  it('is not begun when nobody waits any more before its turn', async () => {
    const gone = AbortSignal.abort();
    expect(await codeOf(threads().run('spin', {}, terms({ signal: gone })))).toBe('499 taken-back');
  });

  it('is told to end and given time for it, and its thread goes on where it does', async () => {
    const some = threads();
    const leaving = new AbortController();
    const waiting = codeOf(some.run('wait', {}, terms({ signal: leaving.signal, grace: 60_000 })));
    leaving.abort();
    expect(await waiting).toBe('499 taken-back');
    const spinning = some.run('spin', {}, terms({ milliseconds: 50, grace: 50 }));
    expect(await codeOf(spinning)).toBe('408 too-long');
    expect(await some.run('echo', 3, terms())).toBe(3);
  });

  it.each([
    ['exit', '503 unavailable'],
    ['eat', '413 too-large'],
  ])('that ends its thread (%s) fails alone, and the next one runs', async (job, code) => {
    const some = threads();
    expect(await codeOf(some.run(job, {}, terms()))).toBe(code);
    expect(await some.run('echo', 4, terms())).toBe(4);
  });

  it('is refused when too many wait already', async () => {
    const some = threads(2, 1);
    const leaving = new AbortController();
    const busy = [1, 2, 3].map(() => codeOf(some.run('spin', {}, terms({ signal: leaving.signal }))));
    expect(await codeOf(some.run('echo', 5, terms()))).toBe('429 busy');
    leaving.abort();
    expect(await Promise.all(busy)).toEqual(['499 taken-back', '499 taken-back', '499 taken-back']);
    expect(await some.run('echo', 6, terms())).toBe(6);
  });

  it('ends when its threads are closed', async () => {
    const some = threads();
    const spinning = codeOf(some.run('spin', {}, terms()));
    await some.close();
    expect(await spinning).toBe('503 unavailable');
  });
});
