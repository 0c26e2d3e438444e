import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contribution, composeDrawing, type Drawing } from '../../client/canvas/drawing.ts';
import { anyContributions, brought, edge, graphOf, node } from '../support/drawings.ts';

const compose = (contributions: readonly Contribution[], ended = false): Drawing =>
  composeDrawing(contributions, { ended });
const nodesOf = ({ nodes }: Drawing): string[] => [...nodes.keys()].sort();
const edgesOf = ({ edges }: Drawing): string[] => [...edges.keys()].sort();

const former = edge('L', 'F', { active: false, to: '2020-01-01' });
const draw = brought({ do: 'draw', id: 'L' }, graphOf([edge('L', 'A'), former]));
const expand = brought({ do: 'expand', id: 'A', group: 'holdings' }, graphOf([edge('A', 'B')]));

describe('a drawing is the sum of its operations', () => {
  it('adds what each brought, each thing once', () => {
    const drawing = compose([draw, expand, expand]);
    expect(nodesOf(drawing)).toEqual(['A', 'B', 'L']);
    expect(edgesOf(drawing)).toEqual(['OWNS:A:B', 'OWNS:L:A']);
  });

  it('leaves out ties that do not hold on the day, with what hung on them only, and counts them', () => {
    expect(compose([draw]).notes).toEqual(['1 tie does not hold on this day and is not drawn.']);
    const drawing = compose([draw], true);
    expect([nodesOf(drawing), drawing.notes]).toEqual([['A', 'F', 'L'], []]);
  });

  it('keeps a thing that was asked for by name, though its ties have ended', () => {
    expect(nodesOf(compose([brought({ do: 'draw', id: 'F' }, graphOf([former]))]))).toEqual(['F']);
  });

  it('hides a thing with its ties, and shows it again when it is brought again', () => {
    const hidden = [draw, expand, brought({ do: 'hide', id: 'A' }, null)];
    expect(nodesOf(compose(hidden))).toEqual(['B', 'L']);
    expect(edgesOf(compose(hidden))).toEqual([]);
    expect(edgesOf(compose([...hidden, expand]))).toEqual(['OWNS:A:B', 'OWNS:L:A']);
  });

  it('shows nothing and takes nothing else off by hiding a thing', () => {
    const ties = [edge('L', 'A'), edge('A', 'B'), edge('X', 'B', { active: false }), former];
    const start = brought({ do: 'draw', id: 'X' }, graphOf(ties));
    expect(nodesOf(compose([start]))).toEqual(['A', 'B', 'L', 'X']);
    for (const id of ['A', 'L'])
      expect(nodesOf(compose([start, brought({ do: 'hide', id }, null)]))).toEqual(
        ['A', 'B', 'L', 'X'].filter((each) => each !== id),
      );
  });

  it('pins, moves and lets go', () => {
    const pin = (x: number) => brought({ do: 'pin', id: 'A', x, y: 2 }, null);
    expect(compose([draw, pin(1), pin(5)]).pins.get('A')).toEqual({ x: 5, y: 2 });
    expect(compose([draw, pin(1), brought({ do: 'unpin', id: 'A' }, null)]).pins.size).toBe(0);
  });

  it('takes the later answer about the same thing', () => {
    const listed = { nodes: [node('A', { outcome: 'listed' })], edges: [] };
    const drawing = compose([draw, brought({ do: 'add', ids: ['A'] }, listed)]);
    expect(drawing.nodes.get('A')?.outcome).toBe('listed');
  });

  it('marks what a change of a list touches, and the stricter mark stays', () => {
    const ids = ['A', 'B'];
    const stricter = brought({ do: 'mark', as: 'stricter', ids: ['A'] }, graphOf([edge('A', 'B')]));
    const less = brought({ do: 'mark', as: 'less-strict', ids }, graphOf([edge('A', 'B')]));
    const marked = (all: readonly Contribution[]) => [...compose(all).marks].sort();
    for (const order of [
      [stricter, less],
      [less, stricter],
    ])
      expect(marked(order)).toEqual([
        ['A', 'stricter'],
        ['B', 'less-strict'],
      ]);
    expect(marked([draw])).toEqual([]);
  });

  it('says what each operation left out', () => {
    expect(compose([{ ...draw, note: '25 of 214 holdings are drawn.' }], true).notes).toEqual([
      '25 of 214 holdings are drawn.',
    ]);
  });

  it('draws no tie without its two ends, whatever was done', () => {
    fc.assert(
      fc.property(anyContributions, fc.boolean(), (contributions, ended) => {
        const { nodes, edges } = compose(contributions, ended);
        for (const { source, target, active } of edges.values()) {
          expect(nodes.has(source) && nodes.has(target)).toBe(true);
          expect(active || ended).toBe(true);
        }
      }),
    );
  });

  it('names each thing as new once, in the first operation that shows it', () => {
    fc.assert(
      fc.property(anyContributions, (contributions) => {
        const { nodes, growths } = compose(contributions);
        const added = growths.flatMap((growth) => growth.added);
        expect(new Set(added).size).toBe(added.length);
        expect([...nodes.keys()].filter((id) => !added.includes(id))).toEqual([]);
      }),
    );
  });
});
