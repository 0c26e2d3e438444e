import type { Provenance } from '../../facts/facts.ts';
import type { Outcome } from '../verdict.ts';
import { type AskedPart, type Candidate, factsAsked, type Part } from './candidate.ts';
import type { Limit } from './limits.ts';
import type { Ask, ChangeQuestion } from './question.ts';
import type { Situation } from './situation.ts';

/** Titles of lists by id. */
export type ListTitles = ReadonlyMap<string, string>;

/** A candidate as the question that is asked. */
export function wordQuestion(situation: Situation, candidate: Candidate, lists: ListTitles): ChangeQuestion {
  const { asked, when, yes, no } = candidate;
  const asks = asked.map(({ part }) => askOf(situation, part, lists));
  const rows = asked.flatMap(rowsOf);
  return {
    text: joined(
      asks.map(({ text }) => text),
      when === 'all' ? 'And' : 'Or',
    ),
    asks,
    when,
    size: new Set(factsAsked(candidate)).size,
    yes,
    no,
    follows: followsText(candidate),
    facts: [...new Set(rows.map(({ id }) => id))],
    sources: [...new Set(rows.flatMap(({ sources }) => sources))],
  };
}

function joined(texts: readonly string[], word: string): string {
  return texts
    .map((text, at) => (at === 0 ? text : `${word} ${text.charAt(0).toLowerCase()}${text.slice(1)}`))
    .join(' ');
}

/** Outcomes after an answer; `not captured` is never called clear or safe. */
const AFTER: Readonly<Record<Outcome, string>> = {
  listed: 'listed',
  captured: 'captured',
  'cannot-exclude': 'still cannot be excluded',
  circular: 'still held in a circle and undecided',
  'not-captured': 'not captured on what is recorded',
};

function followsText({ asked, when, yes, no }: Candidate): string {
  if (asked.length === 1) return `Yes: ${AFTER[yes]}. No: ${AFTER[no]}.`;
  if (when === 'all') return `Yes to all: ${AFTER[yes]}. No to any: ${AFTER[no]}.`;
  return `Yes to any: ${AFTER[yes]}. No to all: ${AFTER[no]}.`;
}

function rowsOf({ part }: AskedPart): readonly Pick<Provenance, 'id' | 'sources'>[] {
  if (part.kind === 'share') return part.ties.flatMap((tie) => tie.rows);
  if (part.kind !== 'fact') return [];
  return part.unknown.kind === 'tie' ? part.unknown.tie.rows : [part.unknown.entry.listing];
}

function askOf(situation: Situation, part: Part, lists: ListTitles): Ask {
  const name = (party: number): string => situation.parties[party]?.name ?? '';
  const id = (party: number): string => situation.parties[party]?.id ?? '';
  const bare = { owners: [], percent: null, inclusive: false, listing: null };
  if (part.kind === 'fact') return { ...bare, ...factAsk(situation, part, lists) };
  if (part.kind === 'other-control') {
    const owners = part.owners.map(id);
    const text = `${does(part.owners)} ${names(part.owners.map(name))} control ${name(part.party)} by other means than shares (votes, board, contract)?`;
    return { ...bare, kind: 'other-control', party: id(part.party), owners, text };
  }
  const { percent, inclusive } = part.limit;
  if (part.kind === 'unrecorded') {
    const text = `Do listed or captured parties hold ${amount(part.limit)} of ${name(part.party)} beside the holders recorded?`;
    return { ...bare, kind: 'unrecorded-holders', party: id(part.party), percent, inclusive, text };
  }
  const owners = part.ties.map(({ owner }) => owner);
  const party = part.ties[0]?.owned ?? 0;
  const text = `${does(owners)} ${names(owners.map(name))} ${owners.length > 1 ? 'together ' : ''}hold ${amount(part.limit)} of ${name(party)}?`;
  return { ...bare, kind: 'share', party: id(party), owners: owners.map(id), percent, inclusive, text };
}

type FactAsk = Pick<Ask, 'kind' | 'party' | 'text'> & Partial<Ask>;

function factAsk(
  { parties, test }: Situation,
  part: Extract<Part, { kind: 'fact' }>,
  lists: ListTitles,
): FactAsk {
  const { unknown } = part;
  if (unknown.kind === 'listing') {
    const { listing, firm } = unknown.entry;
    const party = parties[unknown.entry.party]?.name ?? '';
    const list = lists.get(listing.list) ?? listing.list;
    const rest = { party: listing.party, listing: listing.id };
    if (!firm) return { ...rest, kind: 'listing', text: `Is ${party} on ${list}, which is only reported?` };
    return {
      ...rest,
      kind: 'programmes',
      text: `Under which programmes is ${party} designated (${list}): one that counts under this regime?`,
    };
  }
  const { owner, owned, kind } = unknown.tie;
  const [above, below] = [parties[owner], parties[owned]];
  const rest = { party: below?.id ?? '', owners: [above?.id ?? ''] };
  if (unknown.asks === 'country')
    return {
      ...rest,
      kind: 'country',
      text: `Are ${above?.name} and its branch ${below?.name} in the same country?`,
    };
  if (kind === 'control')
    return {
      ...rest,
      kind: 'control',
      text: `Does ${above?.name} control ${below?.name}, which is only reported?`,
    };
  const where = test.branches === 'same-jurisdiction' ? ' in the same country' : '';
  return {
    ...rest,
    kind: 'branch',
    text: `Is ${below?.name} a branch of ${above?.name}${where}, the same legal person, which is only reported?`,
  };
}

function does(owners: readonly number[]): string {
  return owners.length > 1 ? 'Do' : 'Does';
}

/** At most three names, and how many more. */
export function names(all: readonly string[]): string {
  const more = all.length - 3;
  const shown = more > 1 ? [...all.slice(0, 3), `${more} more owners`] : all;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** `20 % or more`, `more than 50 %`, `all`, `any share`. */
function amount({ percent, inclusive }: Limit): string {
  if (percent === '100' && inclusive) return 'all';
  if (percent === '0' && !inclusive) return 'any share';
  return inclusive ? `${percent} % or more` : `more than ${percent} %`;
}
