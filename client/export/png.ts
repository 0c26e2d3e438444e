import { FONT } from '../canvas/labels.ts';
import type { Palette } from '../canvas/palette.ts';

/** How much finer than on the screen. */
const SCALE = 2;
/** Styles concern the text only, and the page's own policy would refuse them here. */
const STYLE = /<style>[\s\S]*?<\/style>/;
/** Widest picture that browsers make. */
const MOST_PIXELS = 16_000;

/**
 * An SVG picture of ours as PNG. A picture inside a page has no access to the fonts of the page, so the shapes are
 * painted without their text and the text is written over them.
 */
export async function toPng(svg: string, palette: Palette): Promise<Blob> {
  const picture = new DOMParser().parseFromString(svg.replace(STYLE, ''), 'image/svg+xml');
  const texts = [...picture.querySelectorAll('text')];
  for (const text of texts) text.remove();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(picture))}`;
  await image.decode();
  const scale = Math.min(SCALE, MOST_PIXELS / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The picture could not be made.');
  context.scale(scale, scale);
  context.drawImage(image, 0, 0);
  const [left = 0, top = 0] = (picture.documentElement.getAttribute('viewBox') ?? '').split(' ').map(Number);
  context.translate(-left, -top);
  for (const text of texts) write(context, text, palette);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))),
      'image/png',
    );
  });
}

function write(context: CanvasRenderingContext2D, text: Element, palette: Palette): void {
  const number = (name: string, otherwise: number): number => Number(text.getAttribute(name) ?? otherwise);
  const is = (name: string): boolean => (text.getAttribute('class') ?? '').split(' ').includes(name);
  const weight = is('name') ? 600 : number('font-weight', 400);
  context.font = `${weight} ${number('font-size', 12.5)}px ${FONT}`;
  context.textAlign = text.getAttribute('text-anchor') === 'middle' ? 'center' : 'start';
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = palette.ground;
  context.fillStyle = text.getAttribute('fill') ?? (is('muted') ? palette.muted : palette.text);
  context.strokeText(text.textContent ?? '', number('x', 0), number('y', 0));
  context.fillText(text.textContent ?? '', number('x', 0), number('y', 0));
}
