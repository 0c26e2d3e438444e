import type { Page } from 'playwright-core';

/** What is looked for in a picture of the canvas: a colour, `#rrggbb`. */
export interface Picture {
  /** How many pixels have the colour, within a little. */
  readonly count: number;
  /** Columns in which the colour stands twice with a gap of 1 to 8 pixels between: two parallel lines, one above the other. */
  readonly doubled: number;
  /** Columns in which it stands once, thin. */
  readonly single: number;
}

/** Reads the pixels that the canvas really shows, WebGL and all. */
export async function lookFor(page: Page, colour: string): Promise<Picture> {
  const png = await page.getByTestId('canvas').screenshot();
  return page.evaluate(countPixels, { data: png.toString('base64'), colour });
}

/** Runs in the page, where a picture can be decoded. */
async function countPixels({ data, colour }: { data: string; colour: string }): Promise<Picture> {
  const image = new Image();
  image.src = `data:image/png;base64,${data}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context');
  context.drawImage(image, 0, 0);
  const { data: bytes } = context.getImageData(0, 0, image.width, image.height);
  const wanted = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
  const isHit = (x: number, y: number): boolean =>
    wanted.every((value, band) => Math.abs((bytes[(y * image.width + x) * 4 + band] ?? 0) - value) < 14);
  let [count, doubled, single] = [0, 0, 0];
  for (let x = 0; x < image.width; x += 1) {
    const runs: { start: number; end: number }[] = [];
    for (let y = 0; y < image.height; y += 1) {
      if (!isHit(x, y)) continue;
      count += 1;
      const last = runs.at(-1);
      if (last?.end === y) last.end = y + 1;
      else runs.push({ start: y, end: y + 1 });
    }
    const thin = runs.filter(({ start, end }) => end - start <= 6);
    if (thin.some(({ end }, at) => (thin[at + 1]?.start ?? 9999) - end <= 8)) doubled += 1;
    else if (thin.length === 1) single += 1;
  }
  return { count, doubled, single };
}
