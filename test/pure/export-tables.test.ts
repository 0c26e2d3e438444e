import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeDrawing, type Drawing } from '../../client/canvas/drawing.ts';
import { csvLine, toCsv } from '../../client/export/csv.ts';
import { cellText, idOf, toCsvRows } from '../../client/export/csv-rows.ts';
import { toJson } from '../../client/export/json.ts';
import { emptyView } from '../../client/state/view.ts';
import type { CypherReply } from '../../server/wire/cypher.ts';
import { graphShape } from '../../server/wire/graph.ts';
import { anyContributions, drawingOf, edge, graphOf, node } from '../support/drawings.ts';

/** Reads CSV the way RFC 4180 says, apart from the product. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const body = text.replace(/^\uFEFF/, '').replace(/\r\n$/, '');
  for (const [, quoted, end] of body.matchAll(/"((?:[^"]|"")*)"(,|\r\n|$)/g)) {
    rows.at(-1)?.push((quoted ?? '').replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows;
}

/** Rows by the names of their columns. */
function records(csv: string): Record<string, string>[] {
  const [columns = [], ...rows] = parseCsv(csv);
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ''])));
}

const drawing = drawingOf({
  nodes: [node('L', { name: 'Listed "Co", Ltd' }), node('S', { name: '昇维旭' })],
  edges: [
    edge('L', 'S', {
      from: '2020-12-18',
      confidence: 'reported',
      sources: ['a', 'b'],
      note: 'line\r\nbreak, "x"',
    }),
  ],
});

describe('ties as CSV', () => {
  it('holds one row a tie, with ids, names, days, sources and the source row', () => {
    expect(records(toCsv(drawing))).toEqual([
      {
        id: 'OWNS:L:S',
        type: 'OWNS',
        from_id: 'L',
        from_name: 'Listed "Co", Ltd',
        from_original_name: '',
        to_id: 'S',
        to_name: '昇维旭',
        to_original_name: '',
        kind: 'equity',
        label: '50.1 %',
        from: '2020-12-18',
        to: '',
        holds: 'true',
        confidence: 'reported',
        sources: 'a b',
        note: 'line\r\nbreak, "x"',
        row: 'case.json#holdings[0]',
      },
    ]);
  });

  it('begins with the mark that lets a spreadsheet read Chinese names', () => {
    expect(toCsv(drawing).startsWith('\uFEFF"id","type"')).toBe(true);
  });

  it('holds every tie of any drawing once', () => {
    fc.assert(
      fc.property(anyContributions, (contributions) => {
        const any = composeDrawing(contributions, { ended: true });
        expect(records(toCsv(any)).map((row) => row['id'])).toEqual([...any.edges.keys()]);
      }),
    );
  });
});

describe('a cell of CSV', () => {
  it.each(['=HYPERLINK("http://x")', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1'])(
    'is no formula to a spreadsheet: %j',
    (text) => {
      expect(parseCsv(csvLine([text]))).toEqual([[`'${text}`]]);
    },
  );

  it('comes back as it was, whatever it holds, but for the guard', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 20 });
    const sign = fc.constantFrom('"', ',', '\r\n', '""', ';', ' ');
    fc.assert(
      fc.property(fc.array(fc.oneof(anyText, sign), { minLength: 1, maxLength: 6 }), (cells) => {
        const [row = []] = parseCsv(csvLine(cells));
        expect(row.map((cell, at) => (cell === `'${cells[at]}` ? cells[at] : cell))).toEqual(cells);
        for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

describe('rows of a Cypher result as CSV', () => {
  const reply: CypherReply = {
    columns: ['p', 'day', 'n', 'list', 'nothing'],
    rows: [[{ node: ['Party'], properties: { id: 'L' } }, '2020-01-01', 3, [1, 'a'], null]],
    truncated: false,
    limit: 1000,
    milliseconds: 1,
    graph: { nodes: [], edges: [] },
  };

  it('names things by their ids and leaves an empty cell for nothing', () => {
    expect(parseCsv(toCsvRows(reply))).toEqual([reply.columns, ['L', '2020-01-01', '3', '[1,"a"]', '']]);
  });

  it('tells things and ties from other maps', () => {
    expect(idOf({ properties: { id: 'x' } })).toBe('x');
    expect([idOf({ id: 'x' }), idOf({ properties: null }), idOf({ properties: {} })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(cellText({ a: 1 })).toBe('{"a":1}');
    expect([cellText(false), cellText(0), cellText(undefined)]).toEqual(['false', '0', '']);
  });
});

describe('a view as JSON', () => {
  const view = { ...emptyView('2025-10-15'), operations: [{ do: 'draw' as const, id: 'L' }], ended: true };
  const parsed = (any: Drawing): Record<string, unknown> => {
    const value: unknown = JSON.parse(toJson(any, view, 'http://localhost/?v=draw!L'));
    return { ...(typeof value === 'object' ? value : {}) };
  };

  it('holds the things and ties of any drawing as the server sent them', () => {
    fc.assert(
      fc.property(anyContributions, (contributions) => {
        const any = composeDrawing(contributions, { ended: true });
        expect(graphShape.parse(parsed(any))).toEqual({
          nodes: [...any.nodes.values()],
          edges: [...any.edges.values()],
        });
      }),
    );
  });

  it('holds the link and what was done, so that the view can be made again', () => {
    expect(parsed(drawingOf(graphOf([])))['interlock']).toEqual({
      asOf: '2025-10-15',
      link: 'http://localhost/?v=draw!L',
      operations: [{ do: 'draw', id: 'L' }],
      ended: true,
    });
  });
});
