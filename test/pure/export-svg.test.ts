import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CanvasGraph } from '../../client/canvas/canvas-graph.ts';
import { composeDrawing } from '../../client/canvas/drawing.ts';
import type { Measure } from '../../client/canvas/labels.ts';
import { DARK, LIGHT } from '../../client/canvas/palette.ts';
import { toSvg } from '../../client/export/svg.ts';
import { anyContributions, canvasOf, drawingOf, edge, graphOf, NASTY, SAMPLE } from '../support/drawings.ts';
import { type Element, elements, parseXml } from '../support/xml.ts';

const MEASURE: Measure = { width: (text) => text.length * 7, most: 160 };
const CAPTION = {
  title: 'Interlock, as of 15 Oct 2025',
  lines: ['As of 15 Oct 2025. <not> legal & "advice"', 'http://localhost/?v=draw%21L&sel=L'],
};

const svgOf = (graph: CanvasGraph): Element => parseXml(toSvg(graph, LIGHT, CAPTION, MEASURE));
const wordsOf = (root: Element): string[] => elements(root, 'text').map(({ text }) => text);
const idsIn = (root: Element): string[] =>
  elements(root, 'g')
    .flatMap(({ attributes }) => attributes['id'] ?? [])
    .sort();

describe('a drawing as SVG', () => {
  it('holds every thing and tie under its id, its names, badges and labels as text', () => {
    const svg = svgOf(canvasOf(drawingOf(SAMPLE)));
    expect(idsIn(svg)).toEqual(['F', 'L', 'OPERATES:S:F', 'OWNS:L:S', 'S']);
    expect(wordsOf(svg)).toEqual(
      expect.arrayContaining([
        'Listed Co',
        '[EL·5]',
        'Sub Co',
        '子公司',
        '[50 %]',
        'Fab 1',
        '50.1 %, reported',
        'operates',
      ]),
    );
  });

  it('says what it is and as of when, in its title and below the picture', () => {
    const svg = svgOf(canvasOf(drawingOf(SAMPLE)));
    expect(elements(svg, 'title').map(({ text }) => text)).toEqual([CAPTION.title]);
    expect(wordsOf(svg).slice(-2)).toEqual(CAPTION.lines);
  });

  it('explains itself: the legend of what is drawn, and of nothing else', () => {
    const words = wordsOf(svgOf(canvasOf(drawingOf(SAMPLE))));
    expect(words).toEqual(
      expect.arrayContaining(['listed', 'captured', 'owns (share)', 'reported or recalled only']),
    );
    expect(words).not.toContain('physically linked');
  });

  it('has room for everything that it draws', () => {
    const graph = canvasOf(
      drawingOf(graphOf(Array.from({ length: 9 }, (_, index) => edge('L', `T${index}`)))),
    );
    const [left = 0, top = 0, width = 0, height = 0] = (svgOf(graph).attributes['viewBox'] ?? '')
      .split(' ')
      .map(Number);
    graph.forEachNode((id, { x, y }) => {
      expect(x > left && x < left + width && -y > top && -y < top + height, id).toBe(true);
    });
  });

  it('is well-formed for any drawing, an empty one too', () => {
    fc.assert(
      fc.property(anyContributions, (contributions) => {
        const drawing = composeDrawing(contributions, { ended: true });
        const ids = [...drawing.nodes.keys(), ...drawing.edges.keys()].sort();
        expect(idsIn(svgOf(canvasOf(drawing)))).toEqual(ids);
      }),
    );
    expect(idsIn(svgOf(canvasOf(drawingOf(graphOf([])))))).toEqual([]);
  });

  it('is well-formed whatever names and labels hold, and runs none of it', () => {
    const svg = svgOf(canvasOf(drawingOf(NASTY)));
    expect(idsIn(svg)).toHaveLength(15);
    expect(elements(svg, 'script')).toEqual([]);
    expect(wordsOf(svg)).toContain('昇维旭 & 𠮷');
  });

  it('differs in colours only between the light and the dark ground', () => {
    const graph = canvasOf(drawingOf(SAMPLE));
    const plain = (svg: string): string => svg.replace(/#[0-9A-Fa-f]{6}/g, '#');
    expect(plain(toSvg(graph, DARK, CAPTION, MEASURE))).toBe(plain(toSvg(graph, LIGHT, CAPTION, MEASURE)));
  });
});
