import type { JudgedReply } from '../../server/wire/judging.ts';

export const VERDICT_WORDS = {
  same: 'Same party',
  different: 'Different parties',
  undo: 'Taken back',
} as const;

/** What a judgement changed, in one sentence. */
export function touchedInWords({
  stricter,
  lessStrict,
  raised,
  dropped,
  facilities,
}: JudgedReply['touched']) {
  const parts = [
    counted(stricter, 'verdict is stricter', 'verdicts are stricter'),
    counted(lessStrict, 'verdict is less strict', 'verdicts are less strict'),
    counted(raised, 'finding was raised', 'findings were raised'),
    counted(dropped, 'finding was dropped', 'findings were dropped'),
    counted(facilities, 'facility is touched', 'facilities are touched'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'No verdict and no finding changed.' : `${parts.join(', ')}.`;
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}
