import { refused } from './check-plan.ts';

/** Namespaces of functions that come with every Neo4j and only compute. */
const ALLOWED_NAMESPACES = [
  'date',
  'datetime',
  'localdatetime',
  'time',
  'localtime',
  'duration',
  'point',
  'vector',
  'db',
];

const CALL = /(?<![\p{L}\p{N}_])([\p{L}_][\p{L}\p{N}_]*)(?:\s*\.\s*[\p{L}_][\p{L}\p{N}_]*)+\s*\(/gu;

/** What Cypher takes for a space and JavaScript does not, with what both do. */
const SPACES = /[\p{Cc}\u180E]/gu;

/** `CYPHER 5 runtime = slotted planner=cost`, as often as it stands before the query. */
const OPTIONS = /^\s*CYPHER\b(?:\s*(?:CYPHER\b|[\d.]+|[\p{L}_][\p{L}\p{N}_]*\s*=\s*[\p{L}\p{N}_]+))*/iu;

/**
 * Refuses what a plan does not show: functions that a server may have been extended with, a change of database, and
 * prefixes that would change what EXPLAIN explains. The database itself judges everything else.
 *
 * @throws RefusedError saying what is refused
 */
export function checkText(cypher: string): void {
  for (const reading of new Set([cypher, withEscapesRead(cypher)]))
    checkCode(withoutTextAndComments(reading));
}

function checkCode(blanked: string): void {
  const code = blanked.replace(SPACES, ' ');
  const options = OPTIONS.exec(code)?.[0] ?? '';
  if (/\bdebug\s*=/i.test(options)) throw refused('debug options show the server at work, not the facts');
  if (/^\s*(EXPLAIN|PROFILE)\b/i.test(code.slice(options.length)))
    throw refused('EXPLAIN and PROFILE are left to Interlock; give the query alone');
  if (/(^|[\s{(])USE\s+[`\w]/i.test(code)) throw refused('USE would leave the database of the facts');
  for (const [, namespace = ''] of code.matchAll(CALL)) {
    if (!ALLOWED_NAMESPACES.includes(namespace.toLowerCase())) {
      throw refused(`functions and procedures of "${namespace}" are not among those allowed`);
    }
  }
}

/** The query with strings, quoted names and comments blanked, so that words in them are not taken for code. */
export function withoutTextAndComments(cypher: string): string {
  const token = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`|\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g;
  return cypher.replace(token, (found) => (found.startsWith('`') ? 'x' : ' '));
}

/** Neo4j replaces `\u0027` before it looks for strings, so that such a quote ends one. */
function withEscapesRead(cypher: string): string {
  return cypher.replace(/\\(?:u+([0-9A-Fa-f]{4})|[\s\S])/g, (found, code: string | undefined) =>
    code === undefined ? found : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
