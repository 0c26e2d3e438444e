import type { Plan } from 'neo4j-driver';
import { RefusedError } from '../../errors.ts';

/** Procedures that people may call: they read the schema or the full-text index, and nothing else. */
export const ALLOWED_PROCEDURES: readonly string[] = [
  'db.labels',
  'db.relationshipTypes',
  'db.propertyKeys',
  'db.schema.visualization',
  'db.schema.nodeTypeProperties',
  'db.schema.relTypeProperties',
  'db.index.fulltext.queryNodes',
  'db.index.fulltext.queryRelationships',
];

interface Refusal {
  readonly operator: RegExp;
  readonly what: string;
}

/**
 * Operators that do more than read this database. READ access mode alone does not stop them: on Neo4j 5.26 it lets
 * LOAD CSV reach files and the network, and lets transactions be listed and ended.
 */
const REFUSED: readonly Refusal[] = [
  { operator: /^LoadCSV/, what: 'LOAD CSV reaches files and the network' },
  { operator: /^Transaction/, what: 'CALL { } IN TRANSACTIONS commits by itself' },
  { operator: /^(Show|Terminate)/, what: 'SHOW and TERMINATE commands tell about and act on the server' },
  { operator: /(Administration|Command$|System)/, what: 'administration commands act on the server' },
  {
    operator: /^(Create|Merge|Delete|DetachDelete|Set|Remove|Foreach|SubqueryForeach|Drop|Alter|DoNothingIf)/,
    what: 'it writes',
  },
];

/**
 * Refuses a query whose plan does more than read the graph.
 *
 * @param plan plan that EXPLAIN gave for the very text that will run
 * @param queryType `r` for a query that only reads, as the server classifies it
 * @throws RefusedError saying what is refused
 */
export function checkPlan(plan: Plan, queryType: string): void {
  for (const operator of operatorsOf(plan)) checkOperator(operator);
  if (queryType !== 'r') throw refused('the server does not call it a query that only reads');
}

function checkOperator({ operatorType, arguments: details }: Plan): void {
  const name = operatorType.split('@')[0] ?? operatorType;
  const refusal = REFUSED.find(({ operator }) => operator.test(name));
  if (refusal) throw refused(refusal.what);
  if (name.startsWith('ProcedureCall') && !ALLOWED_PROCEDURES.includes(procedureName(details.Details))) {
    throw refused(
      `procedure ${procedureName(details.Details) || '(unknown)'} is not on the list of those allowed`,
    );
  }
}

/** `db.labels() :: (label :: STRING)` names `db.labels`. */
function procedureName(details: string | undefined): string {
  return /^\s*([\w.]+)\s*\(/.exec(details ?? '')?.[1] ?? '';
}

function* operatorsOf(plan: Plan): Generator<Plan> {
  yield plan;
  for (const child of plan.children) yield* operatorsOf(child);
}

/** The error for a query that is understood and not run. */
export function refused(what: string): RefusedError {
  const fix = `Only queries that read the graph run here. Allowed procedures: ${ALLOWED_PROCEDURES.join(', ')}.`;
  return new RefusedError(`This query was not run: ${what}.`, fix);
}
