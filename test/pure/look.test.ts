import { describe, expect, it } from 'vitest';
import { edgeStyle, markedLook, nodeLook } from '../../client/canvas/look.ts';
import { DARK, EDGE_LOOKS, LIGHT, type Palette } from '../../client/canvas/palette.ts';
import { outcome } from '../../server/wire/common.ts';
import { EDGE_TYPES, type GraphEdge, type GraphNode } from '../../server/wire/graph.ts';
import { canvasOf, drawingOf, edge, graphOf, node } from '../support/drawings.ts';

/** What is left of a thing's look on a black and white print. */
function outline(thing: GraphNode): string {
  const { shape, ring, filled, badges } = nodeLook(thing, LIGHT);
  return JSON.stringify({ shape, ring, filled, badges });
}

/** What is left of a tie's look on a black and white print, without its words. */
function stroke(tie: GraphEdge): string {
  const { dash, double, arrow, coin, thickness, hollow } = edgeStyle(tie, LIGHT);
  return JSON.stringify({ dash, double, arrow, coin, thickness, hollow });
}

const alike = (looks: readonly string[]): string[] => looks.filter((look, at) => looks.indexOf(look) !== at);

describe('things are told apart without colour', () => {
  it('by outcome: each has a fill or ring of its own', () => {
    const looks = outcome.options.map((each) => outline(node('A', { outcome: each, codes: ['UVL'] })));
    expect(alike(looks)).toEqual([]);
  });

  it('by kind: each party, facility and address has a shape or badge of its own', () => {
    const kinds = ['company', 'person', 'fund', 'government', 'vessel'].map((kind) => node('A', { kind }));
    const places = [
      node('F', { type: 'facility', kind: 'fab' }),
      node('D', { type: 'address', kind: 'address' }),
    ];
    expect(alike([...kinds, ...places].map(outline))).toEqual([]);
  });

  it('by node class of a facility: advanced, not advanced, not known', () => {
    const fab = (advancedNode: boolean | null) =>
      outline(node('F', { type: 'facility', kind: 'fab', advancedNode }));
    expect(alike([true, false, null].map(fab))).toEqual([]);
    expect(fab(null)).toContain('node ?');
  });

  it('by lists and red flags, written as codes; listing and capture are not written twice', () => {
    const look = nodeLook(
      node('A', {
        outcome: 'listed',
        codes: ['EL·5', '1260H'],
        flags: ['listed', 'RF29', 'significant-minority'],
      }),
      LIGHT,
    );
    expect(look.badges).toEqual(['EL·5', '1260H', 'RF29']);
    expect(nodeLook(node('A', { outcome: 'captured' }), LIGHT).badges).toEqual(['50 %']);
    const captured = nodeLook(node('A', { outcome: 'captured' }), LIGHT);
    expect(markedLook(captured, 'stricter').badges).toEqual(['+ stricter', '50 %']);
    expect(markedLook(captured, null)).toEqual(captured);
  });

  it('with the same shapes on the light and on the dark ground', () => {
    const shapeOf = (palette: Palette) => ({
      ...nodeLook(node('A', { outcome: 'circular' }), palette),
      colour: '',
    });
    expect(shapeOf(DARK)).toEqual(shapeOf(LIGHT));
  });
});

describe('ties are told apart without colour', () => {
  it('by kind: each has a line of its own', () => {
    const ties = EDGE_TYPES.map((type) => edge('A', 'B', { type, joins: true, shareMin: 0, shareMax: 0 }));
    expect(alike(ties.map(stroke))).toEqual([]);
    expect(alike(EDGE_TYPES.map((type) => EDGE_LOOKS[type].label))).toEqual([]);
  });

  it('by whether a physical link joins', () => {
    const link = (joins: boolean) => edge('F', 'G', { type: 'PHYSICALLY_LINKED_TO', joins });
    expect(stroke(link(false))).not.toBe(stroke(link(true)));
  });

  it.each(EDGE_TYPES)('by how sure they are, in words, and %s with arrows by a hollow head too', (type) => {
    const style = (confidence: GraphEdge['confidence']) =>
      edgeStyle(edge('A', 'B', { type, confidence }), LIGHT);
    expect(style('reported').text).toBe('50.1 %, reported');
    expect(style('inferred').text).toBe('50.1 %, recalled');
    expect([style('verified').text, style('secondary').text]).toEqual(['50.1 %', '50.1 %']);
    expect([style('reported').hollow, style('inferred').hollow]).toEqual([true, true]);
    expect([style('verified').hollow, style('secondary').hollow]).toEqual([false, false]);
  });

  it('by whether they hold on the day: fainter, and with their days', () => {
    const ended = edgeStyle(edge('A', 'B', { active: false, from: '2019-01-01', to: '2020-12-18' }), LIGHT);
    expect(ended.text).toBe('50.1 %, 1 Jan 2019 – 18 Dec 2020');
    expect(ended.opacity).toBeLessThan(1);
    expect(edgeStyle(edge('A', 'B'), LIGHT).opacity).toBe(1);
  });

  it('by share: the larger, the thicker', () => {
    const thickness = (share: number) =>
      edgeStyle(edge('A', 'B', { shareMin: share, shareMax: share }), LIGHT).thickness;
    expect([thickness(5), thickness(50), thickness(100)]).toEqual(
      [thickness(100), thickness(5), thickness(50)].sort((a, b) => a - b),
    );
    expect(thickness(100)).toBeGreaterThan(thickness(5));
  });

  it('writes no stray comma on a tie without words', () => {
    expect(edgeStyle(edge('A', 'B', { label: '', confidence: 'reported' }), LIGHT).text).toBe('reported');
  });
});

describe('ties between the same two things', () => {
  it('lie beside each other, whichever way they run', () => {
    const ties = [
      edge('A', 'B'),
      edge('A', 'B', { type: 'CONTROLS' }),
      edge('B', 'A', { type: 'INVESTED_IN' }),
    ];
    const graph = canvasOf(drawingOf(graphOf(ties)));
    const lanes = graph.mapEdges((_, { shift }, source) => (source === 'A' ? shift : -shift));
    expect(new Set(lanes).size).toBe(3);
    expect(lanes.reduce((sum, lane) => sum + lane, 0)).toBe(0);
  });

  it('name only the surest of many affiliations, with the number of the others', () => {
    const tie = (kind: string, confidence: GraphEdge['confidence']) =>
      edge('A', 'B', { id: kind, type: 'AFFILIATED_WITH', label: kind, confidence });
    const ties = [tie('supplier', 'reported'), tie('shared site', 'verified'), tie('spin-off', 'inferred')];
    const graph = canvasOf(drawingOf(graphOf(ties)));
    const text = (id: string): string => graph.getEdgeAttributes(id).style.text;
    expect(['shared site', 'supplier', 'spin-off'].map(text)).toEqual(['shared site (+2)', '', '']);
  });
});
