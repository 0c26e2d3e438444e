import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SetupError } from '../../server/errors.ts';
import { findJdk, INSTALL_JDK, supportedJdks } from '../../server/store/managed/jdk.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'interlock-jdk-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A Java home whose compiler says what a real one would. */
function makeJdk(name: string, says: string): string {
  const home = join(root, name);
  mkdirSync(join(home, 'bin'), { recursive: true });
  const javac = join(home, 'bin', 'javac');
  writeFileSync(javac, `#!/bin/sh\n${says}\n`);
  chmodSync(javac, 0o755);
  return home;
}

const says = (version: string): string => `echo "javac ${version}"`;

interface Machine {
  readonly javaHome?: string;
  readonly path?: readonly string[];
  readonly folders?: readonly string[];
}

/** Looks on a machine that has nothing but these. */
function find({ javaHome, path = [], folders = [] }: Machine, neo4j = '5.26.30') {
  const PATH = path.map((home) => join(home, 'bin')).join(delimiter);
  const environment = {
    ...(javaHome === undefined ? {} : { JAVA_HOME: javaHome }),
    ...(PATH === '' ? {} : { PATH }),
  };
  return findJdk(neo4j, environment, folders);
}

function failure(machine: Machine, neo4j?: string): SetupError {
  try {
    find(machine, neo4j);
  } catch (error) {
    if (error instanceof SetupError) return error;
    throw error;
  }
  throw new Error('a JDK was found');
}

describe('which JDK runs Neo4j', () => {
  it.each([
    ['5.26.0', [21, 17]],
    ['5.26.30', [21, 17]],
    ['2025.10.1', [25, 21]],
  ])('Neo4j %s runs on %j', (neo4j, majors) => {
    expect(supportedJdks(neo4j)).toEqual(majors);
  });

  it.each(['17.0.13', '21', '21.0.5', '17-ea'])('takes javac %s for 5.26', (version) => {
    const home = makeJdk('one', says(version));
    expect(find({ javaHome: home })).toEqual({ home, version: Number(version.slice(0, 2)) });
  });

  it.each(['25', '25.0.1', '11.0.2', '1.8.0_392', '18', '170.1'])(
    'does not take javac %s for 5.26',
    (version) => {
      expect(failure({ javaHome: makeJdk('one', says(version)) }).message).toContain('needs a JDK 17 or 21');
    },
  );

  it('takes 25 for a Neo4j that runs on it', () => {
    expect(find({ javaHome: makeJdk('one', says('25')) }, '2025.10.1').version).toBe(25);
  });
});

describe('where a JDK is looked for', () => {
  it('takes JAVA_HOME before the path, and the path before the usual folders', () => {
    const [home, onPath, usual] = [
      makeJdk('h', says('17')),
      makeJdk('p', says('21')),
      makeJdk('usual/u', says('17')),
    ];
    const folders = [join(usual, '..')];
    expect(find({ javaHome: home, path: [onPath], folders }).home).toBe(home);
    expect(find({ path: [onPath], folders }).home).toBe(onPath);
    expect(find({ folders }).home).toBe(usual);
  });

  it('goes on looking when JAVA_HOME is too new, a run-time without compiler, or not there', () => {
    const fits = makeJdk('fits', says('21'));
    mkdirSync(join(root, 'jre', 'bin'), { recursive: true });
    for (const javaHome of [makeJdk('new', says('25')), join(root, 'jre'), join(root, 'nothing')])
      expect(find({ javaHome, path: [fits] }).home).toBe(fits);
  });

  it('goes on looking when a compiler fails or says something else', () => {
    const fits = makeJdk('fits', says('17'));
    const path = [makeJdk('broken', 'exit 3'), makeJdk('odd', 'echo hello'), fits];
    expect(find({ path }).home).toBe(fits);
  });

  it('finds a JDK inside an application folder as macOS has them', () => {
    const home = makeJdk(join('machines', 'temurin-21.jdk', 'Contents', 'Home'), says('21'));
    expect(find({ folders: [join(root, 'machines')] })).toEqual({ home, version: 21 });
  });
});

describe('without a JDK that fits', () => {
  it('says what is needed, that there is none, and the ways out', () => {
    const { message, fix, status } = failure({ folders: [join(root, 'nothing')] });
    expect(message).toBe('Neo4j 5.26.30 needs a JDK 17 or 21; none was found.');
    expect(status).toBe(503);
    for (const way of [INSTALL_JDK, '--install', 'JAVA_HOME', 'NEO4J_URI']) expect(fix).toContain(way);
  });

  it('says which others there are, each once and by the name people know', () => {
    const [new25, old] = [makeJdk('new', says('25.0.1')), makeJdk('old', says('1.8.0_392'))];
    const { message } = failure({ javaHome: new25, path: [old, makeJdk('again', says('25'))] });
    expect(message).toContain('found only 25, 8.');
  });
});
