import type { QuestionsReply } from '../../server/wire/sensitivity.ts';
import { day, NEVER_ADVICE, OUTCOME_WORDS } from '../words.ts';

/** The questions as plain text for a letter: party, rule and day first, then each question with what follows. */
export function questionsAsText(reply: QuestionsReply): string {
  const { partyName, regimeTitle, asOf, outcome, questions, complete } = reply;
  const head = [
    `Questions about ${partyName}`,
    `Rule: ${regimeTitle}. Day: ${day(asOf)}. Now: ${OUTCOME_WORDS[outcome].toLowerCase()}.`,
  ];
  const asked = questions.map(({ text, follows }, at) => `${at + 1}. ${text}\n   ${follows}`);
  const rest = complete ? [] : ['There are more unknown facts than were tried.'];
  return [...head, '', ...asked, '', ...rest, NEVER_ADVICE, ''].join('\n');
}
