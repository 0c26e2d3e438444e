import { seeAlsoOf } from './from-csl.ts';
import { tidy } from './list-names.ts';

/** The one text of an entry of the Code of Federal Regulations, taken apart. */
export interface EcfrEntity {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly addresses: readonly string[];
  readonly seeAlso: readonly string[];
}

const SEE_ALSO = /[.,;]?\s*\(?\s*See (?:also|alternate) add?ress(?:es)?[^)]*\)?\.?\s*$/i;
/** Forms of companies that follow a comma and belong to the name before it. */
const FORM =
  'Ltd|Limited|Inc|LLC|L\\.L\\.C|LLP|LP|L\\.P|Corp|Corporation|Co|Company|PLC|GmbH|KG|AG|S\\.?A|S\\.?R\\.?L|SARL|B\\.?V|N\\.?V|Pte|Pvt|PJSC|OJSC|JSC|CJSC|OAO|OOO|ZAO|PAO|AO|FZE|FZC|FZCO|LTDA|A\\.?S|Sdn';
const NAME_END = new RegExp(`,\\s+(?!(?:and\\s+)?(?:${FORM})\\b)`);
/** The end of the last alias: a full stop before what begins like an address, but not "Co. Ltd." or "No. 5". */
const LIST_END = new RegExp(`(?<!\\b(?:Co|No|St|Dr|Mr))\\.\\s+(?!(?:${FORM})\\b)|\\n`);

/**
 * `Name, a.k.a., the following two aliases: —A; and —B. Address; and Address. (See alternate addresses under Pakistan).`
 * Nothing marks where a name ends and an address begins but a comma, so forms such as "Ltd." are kept with the name.
 */
export function ecfrEntity(entity: string): EcfrEntity {
  const reference = SEE_ALSO.exec(entity.replaceAll('\n', ' '))?.[0] ?? '';
  const body = entity.replace(SEE_ALSO, '').trim();
  const seeAlso = seeAlsoOf(reference);
  const known = /,?\s+(?:a\.k\.a|f\.k\.a)\.?,?\s*/i.exec(body);
  if (known === null) {
    const [name, rest] = cut(body.replaceAll('\n', ' '), NAME_END);
    return { name: tidy(name), aliases: [], addresses: addressesIn(rest), seeAlso };
  }
  const name = tidy(body.slice(0, known.index));
  const { aliases, rest } = aliasesIn(body.slice(known.index + known[0].length));
  return { name, aliases, addresses: addressesIn(rest), seeAlso };
}

/** @param text what follows "a.k.a.," */
function aliasesIn(text: string): { aliases: string[]; rest: string } {
  const bullets = text.split(/(?:\n|^|\s)[—–-]{1,2}\s*(?=\S)/);
  const isList = /^the following/i.test(text) && bullets.length > 1;
  if (!isList) {
    const [alias, rest] = cut(text.replaceAll('\n', ' '), NAME_END);
    return { aliases: clean([alias]), rest };
  }
  const [last, rest] = cut(bullets.at(-1) ?? '', LIST_END);
  return { aliases: clean([...bullets.slice(1, -1), last]), rest };
}

function cut(text: string, at: RegExp): [before: string, after: string] {
  const found = at.exec(text);
  if (found === null) return [text, ''];
  return [text.slice(0, found.index), text.slice(found.index + found[0].length)];
}

function clean(names: readonly string[]): string[] {
  return names
    .map((name) => tidy(name.replace(/[;,]\s*(?:and)?\s*$/, '')).replace(/^["'“”]+|["'“”]+$/g, ''))
    .filter((name) => name !== '');
}

/** Addresses are parted by "; and"; each ends with its country, so that one without a semicolon stays whole. */
export function addressesIn(text: string): string[] {
  return text
    .replaceAll(/\s+/g, ' ')
    .replace(SEE_ALSO, '')
    .split(/;\s+(?:and\s+)?/)
    .map((address) => tidy(address).replace(/\.$/, ''))
    .filter((address) => address !== '' && address !== 'and');
}
