#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { date, hours, port } from './cli/arguments.ts';
import { checkCommand } from './cli/check-command.ts';
import { assessCommand } from './cli/commands.ts';
import { type CypherCommand, cypherCommand } from './cli/cypher-command.ts';
import { diffCommand, editionsCommand, rollbackCommand } from './cli/editions-command.ts';
import { type Environment, readEnvironment } from './cli/environment.ts';
import {
  candidatesCommand,
  type JudgeCommand,
  judgeCommand,
  type SaidVerdict,
  toVerdict,
} from './cli/judge-command.ts';
import { type LoadCommand, loadCommand } from './cli/load-command.ts';
import { templateCommand } from './cli/template-command.ts';
import { EXIT, fail } from './cli/terminal.ts';
import { updateCommand } from './cli/update-command.ts';
import { VERSION } from './version.ts';

const AFTER_HELP = `
Exit codes: 0 clean, 1 error, 2 flagged, 3 cannot exclude.
NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE use another Neo4j than the managed one.`;

/** The command line. Results go to standard output, everything else to standard error. */
function program(): Command {
  const root = new Command('interlock')
    .description(
      'Ownership and facility graph explorer for export-control due diligence. Never legal advice.',
    )
    .version(VERSION)
    .exitOverride()
    .addHelpText('after', AFTER_HELP);
  for (const add of [addServe, addLoad, addUpdate, addEditions, addJudging, addCheck, addAssess, addCypher])
    add(root);
  return root;
}

const DATA = ['--data <folder>', 'data folder of the managed Neo4j (INTERLOCK_DATA)'] as const;
const JSON_FLAG = ['--json', 'print JSON'] as const;
const PATHS = [
  '[paths...]',
  'case files, folders, or - for standard input; the seed when none is named',
] as const;

function addServe(root: Command): void {
  root
    .command('serve')
    .description('Start the product: Neo4j, the seed, the server')
    .option(...DATA)
    .option('--port <port>', 'HTTP port, 0 for any (INTERLOCK_PORT)', port)
    .option('--host <address>', 'address to listen on; loopback unless you say otherwise (INTERLOCK_HOST)')
    .option('--bolt-port <port>', 'port of the managed Neo4j', port)
    .option(
      '--update-every <hours>',
      'fetch official lists now and every so many hours; off otherwise',
      hours,
    )
    .option(...JSON_FLAG)
    .action(async (flags: ServeFlags) => {
      // The server is a third of the code: no other command waits for it.
      const { serve } = await import('./cli/serve.ts');
      const boltPort = flags.boltPort ?? null;
      const updateEvery = flags.updateEvery ?? null;
      return serve({ environment: environment(flags), boltPort, json: flags.json ?? false, updateEvery });
    });
}

const DATE = [
  '--date <date>',
  'day of the edition, YYYY-MM-DD, where its file does not say it',
  date,
] as const;
const ACCEPT = ['--accept', 'load an edition although something speaks against it'] as const;
const DRY_RUN = ['--dry-run', 'say what would change, and change nothing'] as const;

function addLoad(root: Command): void {
  root
    .command('load')
    .description(
      'Load into Neo4j, whole or not at all: case files or folders of them take the place of the base; files of lists are added as editions',
    )
    .argument(...PATHS)
    .option(...DATE)
    .option(...ACCEPT)
    .option(...DRY_RUN)
    .option(...DATA)
    .option(...JSON_FLAG)
    .action(async (paths: string[], flags: LoadFlags) => loadCommand(paths, loading(flags)));
}

function addUpdate(root: Command): void {
  root
    .command('update')
    .description('Fetch official lists from their published addresses and load what is new')
    .argument('[lists...]', 'sources or lists, such as us-csl or bis-entity-list; all when none is named')
    .option(...DATE)
    .option(...ACCEPT)
    .option(...DRY_RUN)
    .option(...DATA)
    .option(...JSON_FLAG)
    .action(async (names: string[], flags: LoadFlags) => updateCommand(names, loading(flags)));
}

function addEditions(root: Command): void {
  root
    .command('editions')
    .description('List what is loaded: the base, and the editions of lists with their files')
    .option(...DATA)
    .option(...JSON_FLAG)
    .action(async (flags: LoadFlags) => editionsCommand(loading(flags)));
  root
    .command('rollback')
    .description('Take an edition back: what was before it, exactly')
    .argument('<edition>', 'its file, list@day, or the beginning of its sha256')
    .option(...DATA)
    .option(...JSON_FLAG)
    .action(async (name: string, flags: LoadFlags) => rollbackCommand(name, loading(flags)));
  root
    .command('diff')
    .description('Compare two editions of a list, entry by entry, with what the difference changes')
    .argument('<before>', 'file of a list, or list@day of an edition that is loaded')
    .argument('<after>', 'the same list, later')
    .option(...DATA)
    .option(...JSON_FLAG)
    .action(async (before: string, after: string, flags: LoadFlags) =>
      diffCommand([before, after], loading(flags)),
    );
}

function addJudging(root: Command): void {
  root
    .command('candidates')
    .description('Ids that may be one party, with what speaks for it and against, and what was judged')
    .option(...DATA)
    .option(...JSON_FLAG)
    .action(async (flags: Flags) => candidatesCommand(loading(flags)));
  root
    .command('judge')
    .description('Say that two ids are one party, or two, or undo that')
    .argument('<verdict>', 'same, different or undo', toVerdict)
    .argument('<a>', 'id of a party')
    .argument('<b>', 'id of another')
    .option('--why <text>', 'what it rests on')
    .option('--by <name>', 'who says so; the user of this machine when left out')
    .option(...DATA)
    .option(...JSON_FLAG)
    .action(
      async (verdict: SaidVerdict, a: string, b: string, flags: Flags & Pick<JudgeCommand, 'by' | 'why'>) =>
        judgeCommand(verdict, [a, b], { ...loading(flags), by: flags.by, why: flags.why }),
    );
}

interface LoadFlags extends Flags {
  readonly date?: string;
  readonly accept?: boolean;
  readonly dryRun?: boolean;
}

function loading({ date: day, accept, dryRun, ...flags }: LoadFlags): LoadCommand {
  return { environment: environment(flags), json: flags.json ?? false, date: day, accept, dryRun };
}

function addCheck(root: Command): void {
  root
    .command('check')
    .description('Read and check case files, a seed folder, lists, registers or sheets without loading them')
    .argument(...PATHS)
    .option(...DATE)
    .option(...JSON_FLAG)
    .action(async (paths: string[], { json = false, date: day }: LoadFlags) =>
      checkCommand(paths, { json, date: day }),
    );
  root
    .command('template')
    .description('Print the empty sheet of a section, CSV, to be filled in and loaded')
    .argument('<section>', 'holdings, physicalLinks, facilities, parties or sources')
    .action((section: string) => templateCommand(section));
}

function addAssess(root: Command): void {
  root
    .command('assess')
    .description('Assess a case file on one day, without a database; prints one JSON object')
    .argument('<file>', 'case file, or - for standard input')
    .option('--as-of <date>', 'day of the question, YYYY-MM-DD; today when left out', date)
    .option('--known-on <date>', 'only with what was known at the end of that day, YYYY-MM-DD', date)
    .option('--regime <id>', 'only this regime')
    .option('--json', 'print JSON (it always does)')
    .action((file: string, flags: AssessFlags) => {
      process.exitCode = assessCommand(file, flags);
    });
}

interface AssessFlags {
  readonly asOf?: string;
  readonly knownOn?: string;
  readonly regime?: string;
}

type CypherFlags = Flags & Omit<CypherCommand, 'environment' | 'json'>;

function addCypher(root: Command): void {
  root
    .command('cypher')
    .description('Run one read-only Cypher query')
    .argument('[query]', 'the query')
    .option('-f, --file <file>', 'read the query from a file, - for standard input')
    .option('--saved <name>', 'a query of cypher/saved, by its file name')
    .option('--param <name=value>', 'a parameter, as text; may be given several times', collect, [])
    .option(...DATA)
    .option(...JSON_FLAG)
    .action(async (query: string | undefined, flags: CypherFlags) =>
      cypherCommand({ ...flags, query, environment: environment(flags), json: flags.json ?? false }),
    );
}

interface Flags {
  readonly data?: string;
  readonly json?: boolean;
}

interface ServeFlags extends Flags {
  readonly port?: number;
  readonly host?: string;
  readonly boltPort?: number;
  readonly updateEvery?: number;
}

function environment({ data, port: httpPort, host }: ServeFlags): Environment {
  const read = readEnvironment(process.env);
  return { ...read, data: data ?? read.data, port: httpPort ?? read.port, host: host ?? read.host };
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

try {
  await program().parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.clean : EXIT.error;
  else fail(error);
}
