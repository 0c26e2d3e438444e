import { createHash } from 'node:crypto';

/** First part of the ids of parties that are known by their name on a list only. */
const REGISTER: Readonly<Record<string, string>> = {
  'bis-entity-list': 'el',
  'bis-meu': 'meu',
  'bis-unverified': 'uvl',
  'bis-denied-persons': 'dpl',
  'state-isn': 'isn',
  'state-itar-debarred': 'dtc',
  'dod-1260h': '1260h',
  'ofac-ns-cmic': 'ns-cmic',
  'meti-end-user': 'meti',
};

/**
 * Id of a party known by name only: `el/` and twelve digits of the SHA-256 of the name as printed, in lower case with
 * blanks collapsed. The publisher's own row id is not used: an amended row of the Entity List gets another one. Made of the
 * raw name alone, so that a better cleaner changes no id; a test pins some.
 */
export function listPartyId(list: string, rawName: string): string {
  const key = rawName.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 12);
  return `${REGISTER[list] ?? list}/${hash}`;
}
