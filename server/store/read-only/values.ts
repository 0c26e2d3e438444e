import neo4j, { type Node, type Path, type Relationship } from 'neo4j-driver';

/** Ids of facts and things that stand among the values of a result. */
export interface FoundIds {
  readonly nodes: Set<string>;
  readonly relationships: Set<string>;
}

/** A value as plain JSON: nodes, relationships and paths as objects with their ids, dates as text. */
export function toPlain(value: unknown, found: FoundIds): unknown {
  if (value === null || typeof value !== 'object') return plainScalar(value);
  if (neo4j.isNode(value)) return plainNode(value, found);
  if (neo4j.isRelationship(value)) return plainRelationship(value, found);
  if (neo4j.isPath(value)) return plainPath(value, found);
  if (Array.isArray(value)) return value.map((each: unknown) => toPlain(each, found));
  if (neo4j.isInt(value) || isTemporal(value)) return String(value);
  if (neo4j.isPoint(value)) return { srid: value.srid, x: value.x, y: value.y, z: value.z };
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [key, toPlain(each, found)]),
  );
}

/** JSON has no such numbers: as text they are not taken for a missing value. */
function plainScalar(value: unknown): unknown {
  const isText = typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value));
  return isText ? String(value) : value;
}

function isTemporal(value: object): boolean {
  const { isDate, isDateTime, isDuration, isLocalDateTime, isLocalTime, isTime } = neo4j;
  return [isDate, isDateTime, isDuration, isLocalDateTime, isLocalTime, isTime].some((is) => is(value));
}

const DRAWN = ['Party', 'Facility', 'Address'];

function plainNode(node: Node, found: FoundIds): unknown {
  const properties = toPlain({ ...node.properties }, found);
  const { id } = node.properties;
  if (typeof id === 'string' && node.labels.some((label) => DRAWN.includes(label))) found.nodes.add(id);
  return { node: node.labels, properties };
}

function plainRelationship(relationship: Relationship, found: FoundIds): unknown {
  const { id } = relationship.properties;
  if (typeof id === 'string') found.relationships.add(id);
  return { relationship: relationship.type, properties: toPlain({ ...relationship.properties }, found) };
}

function plainPath(path: Path, found: FoundIds): unknown {
  const steps = path.segments.flatMap(({ relationship, end }) => [
    plainRelationship(relationship, found),
    plainNode(end, found),
  ]);
  return { path: [plainNode(path.start, found), ...steps] };
}
