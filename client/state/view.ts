import {
  decodeOperations,
  encodeOperations,
  escapePart,
  type Operation,
  unescapePart,
} from './operations.ts';

/** Everything that a link reproduces. */
export interface View {
  /** Day of the question, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Party, facility or fact whose card is open; empty for the first screen. */
  readonly open: string;
  readonly operations: readonly Operation[];
  /** Things selected on the canvas, at most two: the ends of a path. */
  readonly selected: readonly string[];
  /** Also ties that do not hold on the day. */
  readonly ended: boolean;
  /** Day whose knowledge is compared with today's, `YYYY-MM-DD`; empty for none. */
  readonly known: string;
}

export function emptyView(asOf: string): View {
  return { asOf, open: '', operations: [], selected: [], ended: false, known: '' };
}

/**
 * The view as the query of an address. What is as at the start is left out, but never the day: "today" is another
 * one tomorrow, and a link has to show the same then.
 */
export function encodeView(view: View): string {
  const query = new URLSearchParams({ asOf: view.asOf });
  if (view.open !== '') query.set('open', view.open);
  if (view.operations.length > 0) query.set('v', encodeOperations(view.operations));
  if (view.selected.length > 0) query.set('sel', view.selected.map(escapePart).join('~'));
  if (view.ended) query.set('ended', '1');
  if (view.known !== '') query.set('known', view.known);
  return query.toString();
}

/** Reads a view from the query of an address. */
export function decodeView(search: string, today: string): View {
  const query = new URLSearchParams(search);
  const asOf = query.get('asOf') ?? '';
  const known = query.get('known') ?? '';
  const selected = (query.get('sel') ?? '').split('~').map(unescapePart);
  return {
    asOf: isCalendarDay(asOf) ? asOf : today,
    open: query.get('open') ?? '',
    operations: decodeOperations(query.get('v') ?? ''),
    selected: selected.filter((id) => id !== '').slice(0, 2),
    ended: query.get('ended') === '1',
    known: isCalendarDay(known) ? known : '',
  };
}

/** True for an address that asks for something, but leaves the day to whoever opens it. */
export function leavesDayOpen(search: string): boolean {
  return search !== '' && !isCalendarDay(new URLSearchParams(search).get('asOf') ?? '');
}

/** The address to hand on: the one shown, unless it leaves the day of the view to whoever opens it. */
export function linkTo(address: string, view: View): string {
  const url = new URL(address);
  if (url.searchParams.get('asOf') === view.asOf) return address;
  url.search = encodeView(view);
  return url.href;
}

/** `2025-02-30` parses as a date in March; it is no day of the calendar. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
