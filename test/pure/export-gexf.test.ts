import fc from 'fast-check';
import { write } from 'graphology-gexf';
import { describe, expect, it } from 'vitest';
import type { CanvasGraph } from '../../client/canvas/canvas-graph.ts';
import { composeDrawing } from '../../client/canvas/drawing.ts';
import { toGexf } from '../../client/export/gexf.ts';
import { anyContributions, canvasOf, drawingOf, NASTY, SAMPLE } from '../support/drawings.ts';
import { type Element, elements, parseXml } from '../support/xml.ts';

const gexfOf = (graph: CanvasGraph): Element => parseXml(toGexf(graph, write));
const idsIn = (root: Element, name: string): string[] =>
  elements(root, name)
    .flatMap(({ attributes }) => attributes['id'] ?? [])
    .sort();

describe('a drawing as GEXF', () => {
  it('holds every thing and tie under its id, with its ends and label', () => {
    const gexf = gexfOf(canvasOf(drawingOf(SAMPLE)));
    expect(idsIn(gexf, 'node')).toEqual(['F', 'L', 'S']);
    expect(
      elements(gexf, 'edge').map(({ attributes: { id, source, target, label } }) => [
        id,
        source,
        target,
        label,
      ]),
    ).toEqual([
      ['OWNS:L:S', 'L', 'S', '50.1 %'],
      ['OPERATES:S:F', 'S', 'F', 'operates'],
    ]);
  });

  it('holds the fields of the facts: kinds, names, shares, how sure they are and where they come from', () => {
    const gexf = gexfOf(canvasOf(drawingOf(SAMPLE)));
    const titles = new Map(elements(gexf, 'attribute').map(({ attributes: { id, title } }) => [id, title]));
    const values = elements(gexf, 'attvalue').map(
      ({ attributes: { for: key, value } }) => `${titles.get(key)}=${value}`,
    );
    expect(values).toEqual(
      expect.arrayContaining([
        'originalName=子公司',
        'codes=EL·5',
        'advancedNode=true',
        'confidence=reported',
        'shareMin=50.1',
        'sources=s1',
      ]),
    );
  });

  it('places everything where the canvas does', () => {
    const graph = canvasOf(drawingOf(SAMPLE));
    const places = elements(gexfOf(graph), 'viz:position').map(({ attributes: { x, y } }) => [
      Number(x),
      Number(y),
    ]);
    expect(places).toEqual(graph.mapNodes((_, { x, y }) => [x + 0, y + 0]));
  });

  it('is well-formed for any drawing and whatever names and labels hold', () => {
    expect(idsIn(gexfOf(canvasOf(drawingOf(NASTY))), 'node')).toHaveLength(8);
    fc.assert(
      fc.property(anyContributions, (contributions) => {
        const drawing = composeDrawing(contributions, { ended: true });
        expect(idsIn(gexfOf(canvasOf(drawing)), 'edge')).toEqual([...drawing.edges.keys()].sort());
      }),
    );
  });
});
