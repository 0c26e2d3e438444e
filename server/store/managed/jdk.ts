import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { SetupError } from '../../errors.ts';

/** A Java home with a compiler, and its major version. */
export interface Jdk {
  readonly home: string;
  readonly version: number;
}

/** Majors that a Neo4j runs on: 5.26 on 17 or 21, calendar versions on 21 or 25. */
export function supportedJdks(neo4jVersion: string): readonly number[] {
  return neo4jVersion.startsWith('5.') ? [21, 17] : [25, 21];
}

/** The line that installs what is missing on Debian and its kin. */
export const INSTALL_JDK = 'apt-get install openjdk-17-jdk-headless maven';

/**
 * Finds a JDK that fits: `JAVA_HOME` first, then `PATH`, then the folders that usually hold them.
 *
 * @throws SetupError with the three ways out when there is none
 */
export function findJdk(
  neo4jVersion: string,
  environment: NodeJS.ProcessEnv = process.env,
  folders: readonly string[] = USUAL_FOLDERS,
): Jdk {
  const wanted = supportedJdks(neo4jVersion);
  const found = candidateHomes(environment, folders).flatMap((home) => readVersion(home) ?? []);
  const fitting = found.find((jdk) => wanted.includes(jdk.version));
  if (fitting) return fitting;
  const versions = [...new Set(found.map((jdk) => jdk.version))];
  const others = versions.length === 0 ? 'none was found' : `found only ${versions.join(', ')}`;
  const fix =
    `Install one (on Debian: ${INSTALL_JDK}; or let \`npm start -- --install\` do it), set JAVA_HOME to one, ` +
    'or set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD to use a Neo4j that runs already.';
  throw new SetupError(
    `Neo4j ${neo4jVersion} needs a JDK ${[...wanted].sort().join(' or ')}; ${others}.`,
    fix,
  );
}

const USUAL_FOLDERS: readonly string[] = [
  '/usr/lib/jvm',
  '/opt',
  join(homedir(), '.sdkman/candidates/java'),
  '/Library/Java/JavaVirtualMachines',
];

function candidateHomes(environment: NodeJS.ProcessEnv, folders: readonly string[]): string[] {
  const path = (environment.PATH ?? '').split(delimiter).map((folder) => join(folder, '..'));
  const home = environment.JAVA_HOME;
  const usual = folders
    .filter(existsSync)
    .flatMap((root) =>
      readdirSync(root).flatMap((name) => [join(root, name), join(root, name, 'Contents', 'Home')]),
    );
  const homes = [...(home ? [home] : []), ...path, ...usual];
  return [...new Set(homes)].filter((each) => existsSync(join(each, 'bin', 'javac')));
}

/** Asks the compiler, since `java` on the path may be a run-time only. */
function readVersion(home: string): Jdk | null {
  try {
    const text = execFileSync(join(home, 'bin', 'javac'), ['-version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const version = Number(/javac (?:1\.)?(\d+)/.exec(text)?.[1]);
    return Number.isNaN(version) ? null : { home, version };
  } catch {
    return null;
  }
}
