import { InputError, type Problem } from '../../errors.ts';
import type { FtmRow } from '../../readers/formats/ftm.ts';
import type { Placed } from './from-gleif.ts';

/**
 * Checks that the changes of delta files fit on what is there before them, the first file being whole: only what is not
 * there is added, only what is there is changed or deleted. What does not fit shows that a file between is missing, or
 * that they are out of order.
 *
 * @param rows of all files, in the order of their days
 * @throws InputError naming every row that does not fit
 */
export function checkFit(rows: readonly Placed<FtmRow>[]): void {
  const [first] = rows;
  const there = new Set<string>();
  const problems: Problem[] = [];
  for (const row of rows) {
    const id = row.value.op === 'DEL' ? row.value.id : row.value.entity.id;
    if (row.file !== first?.file) problems.push(...misfit(row, id, there.has(id)));
    if (row.value.op === 'DEL') there.delete(id);
    else there.add(id);
  }
  if (problems.length > 0) throw new InputError(problems, WHAT);
}

const WHAT = 'The changes do not fit on the edition before them; nothing was changed.';
const FIX = 'Load every delta file since the last whole file, in order, or the newest whole file.';

function misfit({ file, row, value }: Placed<FtmRow>, id: string, isThere: boolean): Problem[] {
  if (isThere === (value.op !== 'ADD')) return [];
  const message = isThere
    ? `adds "${id}", which is there already.`
    : `${VERB[value.op]} "${id}", which is not there.`;
  return [{ file, row, field: 'entity.id', message, fix: FIX }];
}

const VERB: Readonly<Record<FtmRow['op'], string>> = { ADD: 'adds', MOD: 'changes', DEL: 'deletes' };
