import fc from 'fast-check';
import type { Plan } from 'neo4j-driver';
import { describe, expect, it } from 'vitest';
import { RefusedError } from '../../server/errors.ts';
import { ALLOWED_PROCEDURES, checkPlan } from '../../server/store/read-only/check-plan.ts';
import { checkText, withoutTextAndComments } from '../../server/store/read-only/check-text.ts';

/** What a text is refused for; empty when it passes. */
function refusal(check: () => void): string {
  try {
    check();
    return '';
  } catch (error) {
    if (error instanceof RefusedError) return error.message;
    throw error;
  }
}

const textRefusal = (cypher: string): string => refusal(() => checkText(cypher));

/** Texts with words that mean something elsewhere: in strings, quoted names and comments they mean nothing. */
const HARMLESS: readonly string[] = [
  "RETURN 'CREATE'",
  'RETURN "USE system; CALL dbms.killQuery(1)"',
  "RETURN 'it\\'s USE system' AS a",
  "RETURN 'ends in a backslash \\\\' AS a, 'apoc.text.join(' AS b",
  'RETURN 1 /* ; USE system */ AS a',
  'RETURN 1 /* // */ AS a // apoc.text.join("x")',
  'MATCH (n) // USE system\nRETURN n',
  'MATCH (n) // USE system\r\nRETURN n',
  'MATCH (`USE x`) RETURN `USE x`.`apoc.y(`',
  'MATCH (n:`a``USE b`) RETURN n',
  '/* EXPLAIN */ MATCH (n) RETURN n',
  'MATCH (n) WHERE n.name CONTAINS "//" RETURN n.name /* " */',
  "RETURN date('2025-01-01') + duration('P1D') AS day, date.truncate('month') AS first",
  'RETURN point.distance(point({x: 1, y: 2}), point({x: 2, y: 2}))',
  'CALL db.labels() YIELD label RETURN label',
  'CALL db . index . fulltext . queryNodes("search", "l") YIELD node RETURN node',
  'MATCH (n) RETURN n.used, n.userName, n.name IN ["a"]',
  "RETURN '\\u534E\\u4E3A' AS huawei",
  'RETURN "昇维旭 USE system" AS a',
  'CYPHER 5 MATCH (n) RETURN n',
  'CYPHER runtime=slotted planner = cost MATCH (n) RETURN n',
  'CYPHER 5 MATCH (explain) WHERE explain.debug = 1 RETURN explain',
];

const REFUSED: readonly (readonly [what: string, cypher: string])[] = [
  ['a foreign function', 'RETURN apoc.text.join(["a"], "b")'],
  ['a foreign function in capitals', 'RETURN APOC.text.join(["a"], "b")'],
  ['a foreign function spread over comments', 'RETURN apoc/* x */.text // y\n.join (["a"])'],
  ['a foreign function with a quoted part', 'RETURN apoc.`text`.join(["a"])'],
  ['a foreign function with a quoted start', 'RETURN `apoc`.text.join(["a"])'],
  ['a foreign function with letters beyond a to z', 'RETURN foo.bä(1)'],
  ['a foreign procedure', 'CALL dbms.listConfig() YIELD name RETURN name'],
  ['a foreign function after a string', "RETURN 'a' + foo.bar('b')"],
  ['a foreign function after a comment that a lone carriage return ends', 'RETURN 1 // x\r, foo.bar(1)'],
  ['a foreign function behind an escaped quote', "RETURN '\\u0027 + foo.bar(1) //' AS a"],
  ['a foreign function written in escapes', 'RETURN \\u0066oo.bar(1)'],
  ['another database', 'USE system MATCH (n) RETURN n'],
  ['another database in lower case and below', '\n\tuse\n`system` MATCH (n) RETURN n'],
  ['another database in a subquery', 'CALL () {USE other MATCH (n) RETURN n} RETURN n'],
  ['another database behind a comment', '/* a */USE/* b */system RETURN 1'],
  ['EXPLAIN', ' explain MATCH (n) RETURN n'],
  ['PROFILE', '// c\nPROFILE MATCH (n) RETURN n'],
  ['EXPLAIN behind CYPHER', 'CYPHER EXPLAIN MATCH (n) RETURN n'],
  ['EXPLAIN behind a version', 'cypher 5 /* x */ explain MATCH (n) RETURN n'],
  ['PROFILE behind options', 'CYPHER 5 runtime = slotted planner=cost PROFILE MATCH (n) RETURN n'],
  ['EXPLAIN behind CYPHER twice', 'CYPHER 5 CYPHER runtime=slotted EXPLAIN MATCH (n) RETURN n'],
  ['EXPLAIN behind a space of Cypher only', '\u001CEXPLAIN MATCH (n) RETURN n'],
  ['a debug option', 'CYPHER debug=tostring MATCH (n) RETURN n'],
  ['a debug option among others', 'CYPHER 5 planner=cost DEBUG /* x */ = ast MATCH (n) RETURN n'],
  ['another database behind options', 'CYPHER runtime=slotted USE system MATCH (n) RETURN n'],
  ['another database between spaces of Cypher only', '\u001DUSE\u001Esystem MATCH (n) RETURN n'],
];

describe('the text of a query', () => {
  it.each(HARMLESS)('passes: %s', (cypher) => {
    expect(textRefusal(cypher)).toBe('');
  });

  it.each(REFUSED)('is refused for %s', (_, cypher) => {
    expect(textRefusal(cypher)).toMatch(/^This query was not run: /);
  });

  it('passes whatever stands in one string, comment or quoted name', () => {
    const anything = fc.array(fc.constantFrom('USE x ', 'apoc.a(', 'EXPLAIN ', ' ', ';', '//', '昇'), {
      maxLength: 8,
    });
    const wrapped = fc.constantFrom(['"', '"'], ["'", "'"], ['`', '`'], ['/* ', ' */'], ['// ', '\n']);
    fc.assert(
      fc.property(anything, wrapped, (parts, [open = '', close = '']) => {
        expect(textRefusal(`RETURN 1 ${open}${parts.join('')}${close}`)).toBe('');
      }),
    );
  });

  it('keeps what is code and blanks the rest', () => {
    expect(withoutTextAndComments('RETURN "a" + \'b\' // c\n, `d e`')).toBe('RETURN   +    \n, x');
    expect(withoutTextAndComments('RETURN "not closed')).toBe('RETURN "not closed');
  });
});

function plan(operatorType: string, details = '', children: Plan[] = []): Plan {
  return { operatorType, identifiers: [], arguments: { Details: details }, children };
}

const planRefusal = (of: Plan, queryType = 'r'): string => refusal(() => checkPlan(of, queryType));

const READING = [
  'ProduceResults@neo4j',
  'NodeByLabelScan@neo4j',
  'Expand(All)',
  'Projection',
  'NodeIndexSeek',
  'Apply',
];
const ACTING = [
  'Create@neo4j',
  'Merge',
  'SetProperty',
  'SetLabels',
  'RemoveLabels',
  'DeleteNode',
  'DetachDeleteNode',
  'Foreach',
  'SubqueryForeach',
  'LoadCSV@neo4j',
  'TransactionForeach',
  'TransactionApply',
  'ShowSettings',
  'ShowTransactions',
  'TerminateTransactions',
  'CreateIndex',
  'DropConstraint',
  'DoNothingIfExists(INDEX)',
  'AlterUser',
  'AdministrationCommand',
];

describe('the plan of a query', () => {
  it('passes when every step reads', () => {
    expect(
      planRefusal(
        plan(
          'ProduceResults',
          '',
          READING.map((name) => plan(name)),
        ),
      ),
    ).toBe('');
  });

  it.each(ACTING)('is refused for %s, however deep it lies', (operator) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...READING), { maxLength: 6 }), fc.boolean(), (above, isLast) => {
        const pair = (inner: Plan): Plan[] =>
          isLast ? [plan('Argument'), inner] : [inner, plan('Argument')];
        const whole = above.reduce((inner, name) => plan(name, '', pair(inner)), plan(operator));
        expect(planRefusal(whole)).toMatch(/^This query was not run: /);
      }),
      { numRuns: 20 },
    );
  });

  it.each(ALLOWED_PROCEDURES)('lets %s be called', (name) => {
    expect(planRefusal(plan('ProcedureCall@neo4j', `${name}($autostring_0) :: (node :: NODE)`))).toBe('');
  });

  it.each(['dbms.listConfig()', 'db.createLabel($x)', 'db.labelsx()', 'x.db.labels()', ''])(
    'refuses the procedure "%s" and says which are allowed',
    (details) => {
      const refused = () => checkPlan(plan('ProcedureCall', details), 'r');
      expect(refusal(refused)).toMatch(/procedure .* is not on the list/);
      expect(refused).toThrow(
        expect.objectContaining({ status: 403, fix: expect.stringContaining('db.labels') }),
      );
    },
  );

  it.each(['w', 'rw', 's', ''])('is refused when the server calls the query "%s"', (type) => {
    expect(planRefusal(plan('ProduceResults'), type)).toMatch(/only reads/);
  });
});
