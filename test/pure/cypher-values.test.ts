import neo4j from 'neo4j-driver';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FoundIds, toPlain } from '../../server/store/read-only/values.ts';

let found: FoundIds;
beforeEach(() => {
  found = { nodes: new Set(), relationships: new Set() };
});

const { DateTime, Duration, LocalDateTime, LocalTime, Node, Path, PathSegment, Point, Relationship, Time } =
  neo4j.types;
const Day = neo4j.types.Date;

const party = (id: string) => new Node(1, ['Party', 'Company'], { id, listedOn: new Day(2020, 12, 18) });
const source = new Node(3, ['Source'], { id: 'src' });
const owns = new Relationship(5, 1, 2, 'OWNS', { id: 'holding:L:S', shareMin: 50 });

const PLAIN: readonly (readonly [what: string, value: unknown, json: unknown])[] = [
  ['nothing', null, null],
  ['text', '昇维旭', '昇维旭'],
  ['true', true, true],
  ['a number', 50.1, 50.1],
  ['a whole number of the driver', neo4j.int('9007199254740993'), '9007199254740993'],
  ['a big whole number', 9007199254740993n, '9007199254740993'],
  ['what no number is', Number.NaN, 'NaN'],
  ['more than any number', Number.POSITIVE_INFINITY, 'Infinity'],
  ['a day', new Day(2024, 2, 29), '2024-02-29'],
  ['a time of day', new LocalTime(9, 5, 0, 0), '09:05:00'],
  ['a time of day with its zone', new Time(9, 5, 0, 0, 3600), '09:05:00+01:00'],
  ['a day and time', new LocalDateTime(2024, 2, 29, 9, 5, 0, 0), '2024-02-29T09:05:00'],
  [
    'a day and time with its zone',
    new DateTime(2024, 2, 29, 9, 5, 0, 0, 28_800),
    '2024-02-29T09:05:00+08:00',
  ],
  ['a duration', new Duration(14, 3, 60, 0), 'P1Y2M3DT1M'],
  ['a point', new Point(4326, 114.06, 22.54), { srid: 4326, x: 114.06, y: 22.54 }],
  ['a point in space', new Point(4979, 1, 2, 3), { srid: 4979, x: 1, y: 2, z: 3 }],
  ['a list', [1, [new Day(2024, 1, 1)], null], [1, ['2024-01-01'], null]],
  ['a map', { a: { b: neo4j.int(7) } }, { a: { b: '7' } }],
];

describe('a value of a result', () => {
  it.each(PLAIN)('becomes JSON: %s', (_, value, json) => {
    expect(JSON.parse(JSON.stringify(toPlain(value, found)))).toEqual(json);
  });

  it('shows a thing with its labels and properties, and remembers it for the drawing', () => {
    expect(toPlain(party('L'), found)).toEqual({
      node: ['Party', 'Company'],
      properties: { id: 'L', listedOn: '2020-12-18' },
    });
    expect([...found.nodes]).toEqual(['L']);
  });

  it('shows a tie with its type, and remembers it by the id of its fact', () => {
    expect(toPlain(owns, found)).toEqual({
      relationship: 'OWNS',
      properties: { id: 'holding:L:S', shareMin: 50 },
    });
    expect([...found.relationships]).toEqual(['holding:L:S']);
  });

  it('shows a path as its things and ties in order', () => {
    const [from, to] = [party('L'), party('S')];
    const path = new Path(from, to, [new PathSegment(from, owns, to)]);
    expect(toPlain(path, found)).toMatchObject({
      path: [{ properties: { id: 'L' } }, { relationship: 'OWNS' }, { properties: { id: 'S' } }],
    });
    expect([[...found.nodes].sort(), [...found.relationships]]).toEqual([['L', 'S'], ['holding:L:S']]);
  });

  it('shows a path of one thing', () => {
    expect(toPlain(new Path(party('L'), party('L'), []), found)).toMatchObject({
      path: [{ properties: { id: 'L' } }],
    });
  });

  it('remembers things however deep they lie, and only those that can be drawn', () => {
    toPlain({ all: [{ one: party('L') }, [source, owns]] }, found);
    expect([[...found.nodes], [...found.relationships]]).toEqual([['L'], ['holding:L:S']]);
  });

  it('takes a map that only looks like a thing for a map', () => {
    const map = { labels: ['Party'], properties: { id: 'L' } };
    expect(toPlain(map, found)).toEqual(map);
    expect(found.nodes.size).toBe(0);
  });
});
