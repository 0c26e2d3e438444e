import { foldName } from '../../normalise/names.ts';
import type { SearchHit } from '../../wire/things.ts';
import type { Runner } from '../connection.ts';
import type { PropertyReader } from '../properties.ts';
import { readNodes } from './graph.ts';
import { inner, type OnDay, rows } from './on-day.ts';

export interface SearchRequest {
  readonly text: string;
  readonly kind: 'party' | 'facility' | 'all';
  readonly limit: number;
  /** The day, and the regime, under which the hits are marked. */
  readonly day: OnDay;
}

const HAN = /\p{Script=Han}/u;

/**
 * Finds parties and facilities by any of their names, in any script, with typing errors: all words first, and
 * when nothing has them all, any of them.
 */
export async function search(tx: Runner, request: SearchRequest): Promise<SearchHit[]> {
  const found = await ranked(tx, request);
  const ids = found.map(({ id }) => id);
  const nodes = new Map((await readNodes(tx, ids, request.day)).map((node) => [node.id, node]));
  return found.map((hit) => {
    const { outcome = null, weak = false, codes = [], flags = [] } = nodes.get(hit.id) ?? {};
    return { ...hit, outcome, weak, codes, flags };
  });
}

type Named = Omit<SearchHit, 'outcome' | 'weak' | 'codes' | 'flags'>;

async function ranked(tx: Runner, { text, kind, limit }: SearchRequest): Promise<Named[]> {
  const words = foldName(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const kinds = kind === 'all' ? ['Party', 'Facility'] : [kind === 'party' ? 'Party' : 'Facility'];
  for (const joint of [' AND ', ' OR ']) {
    const query = [`(${words.map(wordQuery).join(joint)})`, ...asOneWord(words)].join(' OR ');
    const found = await rows(tx, 'read/search', { query, limit: CANDIDATES, kinds });
    if (found.length > 0) return rank(found, text).slice(0, limit);
  }
  return [];
}

/** Hits that are ranked anew; the index knows words, not which of many Huaweis is meant. */
const CANDIDATES = 400;

/** `zhongxin guoji` is indexed as one word too: where blanks stand in pinyin is a matter of taste. */
function asOneWord(words: readonly string[]): string[] {
  return words.length < 2 || words.some((word) => HAN.test(word)) ? [] : [`${words.join('')}*^6`];
}

/** Lucene for one folded word: as it is, as a beginning, and with one or two letters wrong. */
function wordQuery(word: string): string {
  if (HAN.test(word)) return `"${word}"^4`;
  const near = word.length >= 7 ? `${word}~2` : word.length >= 4 ? `${word}~1` : '';
  return `(${[`${word}^8`, `${word}*^3`, near].filter((part) => part !== '').join(' OR ')})`;
}

/** Nearest name first; then the anchors of complexes, parties before facilities, the better known, the score. */
function rank(found: readonly PropertyReader[], text: string): Named[] {
  const wanted = foldName(text);
  const candidates = found.map((row) => {
    const thing = inner(row, 'thing');
    const hit = toHit(row, thing, wanted);
    const isAnchor = thing.optionalText('complex') !== null;
    return {
      hit,
      order: [
        closeness(thing, wanted),
        isAnchor ? 0 : 1,
        hit.type === 'party' ? 0 : 1,
        -(row.number('ties') ?? 0),
        -hit.score,
      ],
    };
  });
  candidates.sort((a, b) => compareAll(a.order, b.order) || a.hit.name.localeCompare(b.hit.name));
  return candidates.map(({ hit }) => hit);
}

/** 0 when a name is the query, 1 when one begins with it, 2 when one holds it, 3 for what is only similar. */
function closeness(thing: PropertyReader, wanted: string): number {
  const names = [thing.text('id'), ...thing.text('search').split(' | ')].map(foldName);
  if (names.includes(wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted))) return 1;
  return names.some((name) => name.includes(wanted)) ? 2 : 3;
}

function compareAll(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const order = value - (b[index] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

function toHit(row: PropertyReader, thing: PropertyReader, wanted: string): Named {
  const isFacility = row.texts('labels').includes('Facility');
  const name = thing.text('name');
  const others = [thing.text('originalName'), ...thing.texts('aliases')].filter((each) => each !== '');
  const matched = foldName(name).includes(wanted)
    ? ''
    : (others.find((each) => foldName(each).includes(wanted)) ?? '');
  return {
    id: thing.text('id'),
    type: isFacility ? 'facility' : 'party',
    kind: thing.text('kind'),
    name,
    originalName: thing.optionalText('originalName'),
    country: thing.optionalText(isFacility ? 'country' : 'jurisdiction'),
    matched,
    score: row.number('score') ?? 0,
  };
}
