import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cleanUp, type Ended, run, start, temporaryFolder } from '../support/interlock.ts';

afterEach(cleanUp);

/** The minimal example of the interchange format, as a person would write it. */
const EXAMPLE = `{"parties":[{"id":"L","name":"Listed Co","jurisdiction":"CN"},{"id":"S","name":"Sub Co","jurisdiction":"SG"}],
 "listings":[{"party":"L","list":"bis-entity-list","from":"2020-12-18","footnotes":["5"]}],
 "holdings":[{"owner":"L","owned":"S","share":50}],
 "facilities":[{"id":"F1","operator":"S","country":"CN","advancedNode":false},{"id":"F2","operator":"L","country":"CN","advancedNode":true}],
 "physicalLinks":[{"a":"F1","b":"F2","kind":"bridge"}]}`;

const IN_FORCE = ['--as-of', '2025-10-15'];

const answer = z.strictObject({
  asOf: z.string(),
  regimes: z.array(z.looseObject({ id: z.string(), inForce: z.boolean(), note: z.string() })),
  verdicts: z.array(
    z.looseObject({
      party: z.string(),
      regime: z.string(),
      outcome: z.string(),
      shareMin: z.number(),
      shareMax: z.number(),
      steps: z.array(z.looseObject({ owner: z.string(), text: z.string() })),
      mostRestrictive: z.looseObject({ party: z.string() }).nullable(),
    }),
  ),
  findings: z.array(
    z.looseObject({
      flag: z.string(),
      subject: z.string(),
      level: z.string(),
      evidence: z.array(z.string()),
    }),
  ),
  dataFindings: z.array(z.unknown()),
});

/** The whole of standard output, which must be one JSON object of the promised shape. */
function answerOf({ stdout }: Ended): z.infer<typeof answer> {
  return answer.parse(JSON.parse(stdout));
}

/** Under the BIS 50 % rule on a day it was in force: what is said of each party, and the exit code. */
async function assess(input: string): Promise<{ code: number | null; outcomes: Record<string, string> }> {
  const ended = await run(['assess', '-', ...IN_FORCE, '--regime', 'bis-affiliates'], { input });
  expect(ended.stderr).toBe('');
  const rows = answerOf(ended).verdicts.map(({ party, outcome }) => [party, outcome]);
  return { code: ended.code, outcomes: Object.fromEntries(rows) };
}

/** `L` on the Entity List, and `S` with these holdings. The texts are JSON, so that every digit arrives. */
function held(holdings: string): string {
  return `{"parties":[{"id":"L"},{"id":"S"}],"listings":[{"party":"L","list":"bis-entity-list"}],"holdings":[${holdings}]}`;
}

describe('assess', () => {
  it('answers the minimal example from a file and from standard input alike, without a database', async () => {
    const file = join(temporaryFolder(), 'case.json');
    writeFileSync(file, EXAMPLE);
    const env = { NEO4J_URI: 'bolt://127.0.0.1:9', PATH: '' };
    const fromFile = await run(['assess', file, ...IN_FORCE], { env });
    const fromInput = await run(['assess', '-', ...IN_FORCE], { env, input: EXAMPLE });
    expect(fromFile).toMatchObject({ code: 2, stderr: '' });
    expect(fromInput).toEqual(fromFile);
  });

  it('gives every party a verdict under every regime, with arithmetic, and the findings with evidence', async () => {
    const { asOf, regimes, verdicts, findings } = answerOf(
      await run(['assess', '-', ...IN_FORCE, '--json'], { input: EXAMPLE }),
    );
    expect(asOf).toBe('2025-10-15');
    expect(verdicts.map(({ party, regime }) => `${party} ${regime}`)).toEqual(
      ['L', 'S'].flatMap((party) => regimes.map(({ id }) => `${party} ${id}`)),
    );
    const captured = verdicts.find(({ party, regime }) => party === 'S' && regime === 'bis-affiliates');
    expect(captured).toMatchObject({ outcome: 'captured', shareMin: 50, shareMax: 50 });
    expect(captured?.mostRestrictive).toMatchObject({ party: 'L', footnotes: ['5'] });
    expect(captured?.steps).toMatchObject([{ owner: 'L', sumMin: 50, threshold: 50, reaches: 'yes' }]);
    const connected = findings.find(({ flag }) => flag === 'RF27');
    expect(connected).toMatchObject({ subject: 'F1', level: 'red-flag', evidence: ['link:bridge:F1:F2'] });
  });

  it('answers for a regime that is not in force on the day, and says that it is not', async () => {
    const { regimes } = answerOf(await run(['assess', '-', '--as-of', '2025-09-28'], { input: EXAMPLE }));
    const affiliates = regimes.find(({ id }) => id === 'bis-affiliates');
    expect(affiliates).toMatchObject({ inForce: false });
    expect(affiliates?.note).not.toBe('');
  });

  it('tells a share just under the threshold from the threshold itself, and prints every digit', async () => {
    const digits = `49.${'9'.repeat(40)}`;
    const under = held(`{"owner":"L","owned":"S","share":${digits}}`);
    const { outcomes } = await assess(under);
    expect(outcomes).toEqual({ L: 'listed', S: 'not-captured' });
    expect((await run(['assess', '-', ...IN_FORCE], { input: under })).stdout).toContain(
      `"shareMin": ${digits},`,
    );
    const at = await assess(held('{"owner":"L","owned":"S","share":50}'));
    expect(at.outcomes).toEqual({ L: 'listed', S: 'captured' });
  });

  const exits: readonly (readonly [number, string, string])[] = [
    [0, 'nobody is listed', '{"parties":[{"id":"A"},{"id":"B"}],"holdings":[{"owner":"A","owned":"B"}]}'],
    [2, 'a listed owner reaches the threshold', held('{"owner":"L","owned":"S","share":50}')],
    [2, 'a party is listed and nothing is undecided', held('{"owner":"S","owned":"L","share":50}')],
    [3, 'a listed owner has an unknown share', held('{"owner":"L","owned":"S"}')],
    [3, 'a band holds the threshold', held('{"owner":"L","owned":"S","share":{"min":25,"max":50}}')],
  ];

  it.each(exits)('ends with %i when %s', async (code, _, input) => {
    expect((await assess(input)).code).toBe(code);
  });

  it('refuses a regime that does not exist, naming those that do', async () => {
    const { code, stdout, stderr } = await run(['assess', '-', '--regime', 'ofac-51'], { input: EXAMPLE });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/no regime "ofac-51"[\s\S]*ofac-50/);
  });

  const broken: readonly (readonly [string, string, RegExp])[] = [
    ['no JSON', '{"parties":\n[{]}', /stdin: line 2: Not valid JSON.* Fix: /],
    ['nothing', '', /stdin: The file is empty\. Fix: /],
    ['an array', '[]', /stdin: A case file is one JSON object\. Fix: /],
    [
      'a value of a wrong kind',
      '{"parties":[{"id":"A"},{"id":7}]}',
      /stdin: parties\[1\]: id: 7 .* Fix: Give an id: a text of 1 to 300/,
    ],
    [
      'a word outside of a list',
      '{"parties":[{"id":"A","kind":"firm"}]}',
      /parties\[0\] \(A\): kind: "firm" .*Fix: Use one of: /,
    ],
    [
      'bounds the wrong way round',
      held('{"owner":"L","owned":"S","share":{"min":60,"max":50}}'),
      /holdings\[0\]: share: .*Fix: /,
    ],
    [
      'a key twice',
      '{"parties":[],\n"parties":[{"id":"A"}]}',
      /stdin: line 2: .*Duplicate key 'parties'.* Fix: /,
    ],
    [
      'an interval that ends before it starts',
      held('{"owner":"L","owned":"S","from":"2025-01-02","to":"2025-01-01"}'),
      /holdings\[0\]: to: .*Fix: /,
    ],
  ];

  it.each(broken)('of %s ends with 1 and names the place and the fix', async (_, input, reason) => {
    const { code, stdout, stderr } = await run(['assess', '-'], { input });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(reason);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('names every row that uses an id again or points at an unknown party', async () => {
    const input = `{"parties":[{"id":"A"},{"id":"A"},{"id":"A"}],
      "holdings":[{"owner":"A","owned":"X","share":50},{"owner":"Y","owned":"A","share":50}]}`;
    const { stderr } = await run(['assess', '-'], { input });
    const rows = [...stderr.matchAll(/^ {2}stdin: (\S+): (\w+): /gm)].map(
      ([, row, field]) => `${row} ${field}`,
    );
    expect(rows).toEqual(['parties[1] id', 'parties[2] id', 'holdings[0] owned', 'holdings[1] owner']);
  });

  it('does not mind a reader that has seen enough', async () => {
    const { child, ended } = start(['assess', 'seed', ...IN_FORCE]);
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await ended).toMatchObject({ code: 2, signal: null, stderr: '' });
  });
});
