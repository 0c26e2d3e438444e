import type { FtmEntity, FtmRow } from '../../readers/formats/ftm.ts';
import type { Placed } from './from-gleif.ts';

/** An entity whose properties are texts and ids only. */
export interface FlatEntity {
  readonly id: string;
  readonly schema: string;
  readonly caption: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
  readonly datasets: readonly string[];
}

/** In nested files an edge may leave out the end it hangs from; the name of the property it hangs in says which. */
const ENDS: Readonly<Record<string, string>> = {
  ownershipOwner: 'owner',
  ownershipAsset: 'asset',
  directorshipDirector: 'director',
  directorshipOrganization: 'organization',
  membershipMember: 'member',
  membershipOrganization: 'organization',
  unknownLinkFrom: 'subject',
  unknownLinkTo: 'object',
  sanctions: 'entity',
};

/**
 * What stands after all rows in their order: added and changed entities, without those deleted; nested ones laid beside
 * the entity that held them. Of two nested copies of one entity the fuller is kept; of two rows of one file that add the
 * same entity the first.
 *
 * @param onDouble told of the second, with the place of the first
 */
export function currentEntities(
  rows: readonly Placed<FtmRow>[],
  onDouble: (row: Placed<string>, first: string) => void,
): readonly Placed<FlatEntity>[] {
  const found = new Map<string, Placed<FlatEntity>>();
  const added = new Map<string, Pick<Placed<FtmRow>, 'file' | 'row'>>();
  for (const { value, ...place } of rows) {
    if (value.op === 'DEL') {
      found.delete(value.id);
      added.delete(value.id);
      continue;
    }
    const { id } = value.entity;
    const first = value.op === 'ADD' ? added.get(id) : undefined;
    if (first?.file === place.file) onDouble({ ...place, value: id }, `${first.file} ${first.row}`);
    else {
      added.set(id, place);
      for (const entity of flattened(value.entity, null)) keep(found, { ...place, value: entity }, id);
    }
  }
  return [...found.values()];
}

function keep(found: Map<string, Placed<FlatEntity>>, entity: Placed<FlatEntity>, top: string): void {
  const { id } = entity.value;
  const before = found.get(id);
  if (id === top || before === undefined || sizeOf(before.value) < sizeOf(entity.value))
    found.set(id, entity);
}

function sizeOf({ properties }: FlatEntity): number {
  return Object.values(properties).reduce((sum, values) => sum + values.length, 0);
}

interface Parent {
  readonly id: string;
  readonly property: string;
}

function* flattened(entity: FtmEntity, parent: Parent | null): Generator<FlatEntity> {
  const properties: Record<string, readonly string[]> = {};
  for (const [property, values] of Object.entries(entity.properties)) {
    properties[property] = values.map((value) => (typeof value === 'string' ? value : value.id));
    for (const value of values)
      if (typeof value !== 'string') yield* flattened(value, { id: entity.id, property });
  }
  const end = parent === null ? undefined : ENDS[parent.property];
  if (parent !== null && end !== undefined) properties[end] ??= [parent.id];
  const { id, schema, caption = '', datasets = [] } = entity;
  yield { id, schema, caption, properties, datasets };
}
