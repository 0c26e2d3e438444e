import type { FtmRow } from '../../readers/formats/ftm.ts';
import { CaseBuilder, type Edition, type Normalised } from './case-builder.ts';
import { Chains } from './chains.ts';
import type { Placed } from './from-gleif.ts';
import { currentEntities, type FlatEntity } from './ftm-entities.ts';
import { addEdge, isEdge, isSum } from './ftm-ties.ts';
import { jurisdictionField, partyId } from './places.ts';

/**
 * FollowTheMoney entities as rows of a case file: organisations, people and vessels are parties, Ownership is a holding,
 * Directorship a post or a tie, Sanction a listing, all other edges affiliations. Edges whose ends are not in the file,
 * and sanctions of lists that Interlock does not know, are set aside.
 */
export function fromFtm(rows: readonly Placed<FtmRow>[], edition: Edition): Normalised {
  const build = new CaseBuilder(edition);
  const entities = currentEntities(rows, ({ value, ...place }, first) => {
    const fix = 'Take one of the two out, or fetch the file again; the first is read.';
    build.aside(place, ['id', value], `is the id of ${first} too`, fix);
  });
  const people = new Set<string>();
  for (const entity of entities) {
    if (KINDS[entity.value.schema] !== undefined) addParty(build, entity);
    if (entity.value.schema === 'Person') people.add(ftmParty(entity.value.id));
  }
  const chains = chainsOf(entities);
  for (const entity of entities) {
    const { value, ...place } = entity;
    if (isEdge(value.schema)) addEdge(build, entity, { people, chains });
    else if (KINDS[value.schema] === undefined && !PARTS.includes(value.schema))
      build.passOver(
        place,
        ['schema', value.schema],
        'is no party and no tie that Interlock knows',
        'Nothing to do.',
      );
  }
  return build.done();
}

function chainsOf(entities: readonly Placed<FlatEntity>[]): Chains {
  const chains = new Chains();
  for (const { value } of entities) {
    if (value.schema !== 'Ownership' || isSum(value)) continue;
    for (const owner of value.properties.owner ?? [])
      for (const owned of value.properties.asset ?? []) chains.add(ftmParty(owner), ftmParty(owned));
  }
  return chains;
}

const KINDS: Readonly<Record<string, 'company' | 'person' | 'government' | 'vessel' | 'unknown'>> = {
  Company: 'company',
  Organization: 'company',
  LegalEntity: 'unknown',
  PublicBody: 'government',
  Person: 'person',
  Vessel: 'vessel',
};
/** Papers and addresses of a party: what is needed of them stands with the party too. */
const PARTS = ['Address', 'Identification', 'Passport'];

/** Properties that register a party, by the scheme that Interlock knows each by. */
const IDENTIFIERS: Readonly<Record<string, string>> = {
  leiCode: 'lei',
  registrationNumber: 'registration',
  ogrnCode: 'ogrn',
  innCode: 'inn',
  uscCode: 'uscc',
  imoNumber: 'imo',
  dunsCode: 'duns',
  cikCode: 'cik',
};

/** Id of the party of an entity: the publisher's own id, which it keeps when names and identifiers change. */
function ftmParty(id: string): string {
  return partyId('ftm', id);
}

function addParty(build: CaseBuilder, { value, ...place }: Placed<FlatEntity>): void {
  const { properties, id, caption, schema } = value;
  const names = [
    caption,
    ...(properties.name ?? []),
    ...(properties.alias ?? []),
    ...(properties.previousName ?? []),
  ];
  const [name = id, ...aliases] = [...new Set(names)].filter((text) => text.trim() !== '');
  const addresses = (properties.address ?? []).filter((text) => text.trim() !== '');
  const [where] =
    properties.jurisdiction ?? properties.country ?? properties.nationality ?? properties.flag ?? [];
  const identifiers = Object.entries(IDENTIFIERS).flatMap(([property, scheme]) =>
    (properties[property] ?? [])
      .filter((text) => text.trim() !== '')
      .map((text) => ({ scheme, value: text })),
  );
  build.party(place, {
    id: ftmParty(id),
    name,
    kind: KINDS[schema] ?? 'unknown',
    ...jurisdictionField(where),
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(addresses.length > 0 ? { addresses } : {}),
    ...(identifiers.length > 0 ? { identifiers } : {}),
  });
}
