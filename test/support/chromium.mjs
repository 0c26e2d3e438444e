import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The Chromium to test with: `CHROMIUM`, one of the system's, or the one Playwright fetched; null when there is none. */
export function findChromium() {
  const named = process.env.CHROMIUM;
  const candidates = [...(named ? [named] : []), ...USUAL, chromium.executablePath()];
  return candidates.find((path) => existsSync(path)) ?? null;
}
