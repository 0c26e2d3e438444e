import { ecfrXml } from '../../readers/formats/ecfr-xml.ts';
import { parsedList } from '../../readers/formats/parsed-list.ts';

/**
 * Publishers whose rendering of a list differs from the list's own file in every row: other pages, other starts, no names
 * taken apart. As editions of one series each would amend all rows of the other.
 */
const RENDERINGS: Readonly<Record<string, string>> = { [ecfrXml.id]: 'ecfr', [parsedList.id]: 'parsed' };

/** Lists that nobody publishes as a table: what others read out of the text is all there is. */
const TEXT_ONLY = ['dod-1260h'];

/** Id of the series of a list in a format: `bis-entity-list`, or `bis-entity-list@ecfr`. */
export function seriesIn(reader: string, list: string): string {
  const rendering = RENDERINGS[reader];
  return rendering === undefined || TEXT_ONLY.includes(list) ? list : `${list}@${rendering}`;
}

/** The list that a series is of. */
export function listOfSeries(series: string): string {
  return series.split('@', 1)[0] ?? series;
}
