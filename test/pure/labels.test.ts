import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANE, labelLines, labelPlace, type Measure } from '../../client/canvas/labels.ts';
import { canvasOf, drawingOf, edge, graphOf, node } from '../support/drawings.ts';

/** Widths as the bundled fonts have them, about: Latin 7 pixels, Chinese 12.5. */
const MEASURE: Measure = {
  width: (text) => [...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 12.5 : 7), 0),
  most: 160,
};

function lines(name: string, originalName: string | null = null): { text: string; bold: boolean }[] {
  const thing = node('A', { name, originalName });
  return labelLines({ node: thing }, MEASURE).map(({ text, bold }) => ({ text, bold }));
}

const texts = (name: string): string[] => lines(name).map(({ text }) => text);

describe('the label of a thing', () => {
  it('holds a short name on one line, the original name below', () => {
    expect(lines('SwaySure', '昇维旭')).toEqual([
      { text: 'SwaySure', bold: true },
      { text: '昇维旭', bold: false },
    ]);
  });

  it('breaks a long name between words', () => {
    expect(texts('Semiconductor Manufacturing International')).toEqual([
      'Semiconductor',
      'Manufacturing Interna…',
    ]);
    expect(texts('Wingtech Technology Co Ltd')).toEqual(['Wingtech Technology Co', 'Ltd']);
  });

  it('cuts a long Chinese name with an ellipsis', () => {
    const [only = '', ...more] = texts('深圳市鹏芯微集成电路制造有限公司');
    expect(more).toEqual([]);
    expect(only).toBe('深圳市鹏芯微集成电路制造…');
  });

  it('never cuts a rare Chinese character in half', () => {
    const cut = texts('𠮷'.repeat(40)).join('');
    expect(cut.endsWith('…')).toBe(true);
    expect([...cut.slice(0, -1)].every((sign) => sign === '𠮷')).toBe(true);
  });

  it('fits its lines, is no taller than two of them, and keeps what fits, whatever the name', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => !/\s/.test(text)),
      fc.constantFrom('有限公司', 'Co.,', 'Ltd.'),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 9 }), (words) => {
        const name = words.join(' ');
        const found = texts(name);
        expect(found.length).toBeLessThanOrEqual(2);
        for (const line of found) expect(MEASURE.width(line)).toBeLessThanOrEqual(MEASURE.most);
        if (!found.some((line) => line.endsWith('…'))) expect(found.join(' ')).toBe(name);
      }),
    );
  });

  it('cuts an original name that is too long to one line', () => {
    expect(lines('PXW', '深圳市鹏芯微集成电路制造有限公司').map(({ text }) => text)).toEqual([
      'PXW',
      '深圳市鹏芯微集成电路制造…',
    ]);
  });
});

describe('the label of a tie', () => {
  it('stands on its line, past the middle, and not on the label of the tie beside it', () => {
    const [from, to] = [
      { x: 0, y: 0 },
      { x: 0, y: 400 },
    ];
    const places = [-1, 0, 1].map((lane) => labelPlace({ shift: lane * LANE }, from, to, 1));
    expect(places.map(({ x }) => Math.sign(x))).toEqual([-1, 0, 1]);
    const heights = places.map(({ y }) => y);
    expect(new Set(heights.map(Math.round)).size).toBe(3);
    for (const y of heights) expect(y > 0 && y < 400).toBe(true);
  });

  it.each([
    ['two', [-0.5, 0.5]],
    ['three', [-1, 0, 1]],
  ])('covers no other of %s parallel ties, whichever way they run', (_, lanes) => {
    const [length, height] = [90, 16];
    for (let degrees = 0; degrees < 360; degrees += 5) {
      const angle = (degrees * Math.PI) / 180;
      const to = { x: length * Math.cos(angle), y: length * Math.sin(angle) };
      const heights = lanes
        .map((lane) => labelPlace({ shift: lane * LANE }, { x: 0, y: 0 }, to, 1).y)
        .sort((a, b) => a - b);
      for (const [index, y] of heights.slice(1).entries())
        expect([degrees, y - (heights[index] ?? y) >= height]).toEqual([degrees, true]);
    }
  });

  it('covers no other of a tie that runs the other way', () => {
    const [a, b] = [
      { x: 0, y: 0 },
      { x: 200, y: 0 },
    ];
    const shift = -LANE / 2;
    expect(
      Math.abs(labelPlace({ shift }, a, b, 1).y - labelPlace({ shift }, b, a, 1).y),
    ).toBeGreaterThanOrEqual(16);
  });

  it('has a place also on a tie of no length', () => {
    const { x, y } = labelPlace({ shift: 0 }, { x: 3, y: 4 }, { x: 3, y: 4 }, 1);
    expect([x, y]).toEqual([3, 4]);
  });
});

describe('where a label stands', () => {
  it('is to the right, or below where a tie leaves level to the right', () => {
    const link = edge('F', 'G', { type: 'PHYSICALLY_LINKED_TO', joins: true });
    const graph = canvasOf(drawingOf(graphOf([link, edge('O', 'F'), edge('O', 'G')])));
    const [left = '', right = ''] = ['F', 'G'].sort(
      (a, b) => graph.getNodeAttribute(a, 'x') - graph.getNodeAttribute(b, 'x'),
    );
    expect(['O', left, right].map((id) => graph.getNodeAttribute(id, 'labelSide'))).toEqual([
      'right',
      'below',
      'right',
    ]);
  });
});
