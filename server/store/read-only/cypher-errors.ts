import { InputError, InterlockError, UnavailableError } from '../../errors.ts';

/** What is put before a query to get its plan without running it. */
export const EXPLAIN = 'EXPLAIN ';

const PLACE = /\(line (\d+), column (\d+) \(offset: (\d+)\)\)/;

/** The error for a query whose time is over. */
export function tooLong(message: string, fix: string): InterlockError {
  return new InterlockError(message, { status: 408, code: 'too-long', fix });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What the database says of a person's query, as one of our errors. */
export function explainCypherError(error: unknown): InterlockError {
  if (error instanceof InterlockError) return error;
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (/TransactionTimedOut|Terminated/.test(code))
    return tooLong('The query took too long and was ended.', 'Narrow it down, or add a LIMIT.');
  if (/MemoryPoolOutOfMemory|MemoryLimit|OutOfMemory/i.test(code)) {
    const fix = 'Collect less at once, or add a LIMIT.';
    return new InterlockError('The query needs more memory than one query may have, and was ended.', {
      status: 413,
      code: 'too-large',
      fix,
    });
  }
  if (code.startsWith('Neo.ClientError')) {
    const own = asWritten(message);
    const problem = { file: 'query', row: '', field: '', message: own, fix: 'Correct the query.' };
    return new InputError([problem], own.split('\n')[0] ?? own);
  }
  const fix =
    'If it was this query that ran out of memory, Neo4j is being restarted; try a smaller one in a moment.';
  return new UnavailableError('Neo4j stopped answering during the query.', fix, error);
}

/** The place of a mistake in the query as the person wrote it, without the word put before it to get the plan. */
function asWritten(message: string): string {
  const [first = '', quoted = '', ...rest] = message.split('\n');
  const moved = first.replace(PLACE, (_, line: string, column: string, offset: string) => {
    const shift = line === '1' ? EXPLAIN.length : 0;
    return `(line ${line}, column ${Number(column) - shift} (offset: ${Number(offset) - EXPLAIN.length}))`;
  });
  if (!quoted.startsWith(`"${EXPLAIN}`)) return [moved, quoted, ...rest].join('\n').trim();
  const carets = rest.map((line) => line.replace(' '.repeat(EXPLAIN.length), ''));
  return [moved, `"${quoted.slice(EXPLAIN.length + 1)}`, ...carets].join('\n');
}
