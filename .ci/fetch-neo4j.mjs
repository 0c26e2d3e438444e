/** Fetches the jars of the managed Neo4j, as the first start would. */
const { findJdk } = await import('../dist/server/store/managed/jdk.js');
const { ensureJars, neo4jVersion } = await import('../dist/server/store/managed/jars.js');

const say = (line) => process.stderr.write(`${line}\n`);
await ensureJars(findJdk(neo4jVersion()), say);
