import { tidy } from './list-names.ts';

/** What follows a comma and belongs to the name before it. */
const BELONGS =
  /^(?:Ltd|Limited|Inc|LLC|L\.?P|Co\b|Corp|S\.?L\.?U?|S\.?A|GmbH|B\.?V|PLC|Pty|N\.?V|Americas?\b)/i;

/**
 * The names in `Listed together with subsidiaries: A Co., Ltd., B, Inc., and C. | ...`. A comma parts two names unless
 * what follows is the form of a company.
 */
export function splitSubsidiaries(notes: string): string[] {
  const list = /^Listed together with subsidiaries:\s*([^|]*)/.exec(tidy(notes))?.[1];
  if (list === undefined) return [];
  const names: string[] = [];
  for (const part of outsideParentheses(list.trim().replace(/(?<!\b(?:Ltd|Inc|Co|Corp))\.$/, ''))) {
    const text = part.trim().replace(/^and\s+/, '');
    if (names.length > 0 && BELONGS.test(text)) names.push(`${names.pop()}, ${text}`);
    else names.push(text);
  }
  return names.map(tidy).filter((name) => name !== '');
}

/** Parts at commas, and at a full stop that stands alone, but not within parentheses. */
function outsideParentheses(text: string): string[] {
  return text.replaceAll(/\s\.\s/g, ', ').split(/,\s+(?![^()]*\))/);
}
