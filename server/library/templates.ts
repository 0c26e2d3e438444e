import { SHEETS, type SheetSection, sheetTemplate } from '../readers/formats/sheet-columns.ts';

/** Sections of the case file that can be given as a sheet. */
export const SHEET_SECTIONS: readonly string[] = Object.keys(SHEETS);

/** The empty sheet of a section as one line of CSV; null for a section that has none. */
export function templateOf(section: string): string | null {
  return isSheet(section) ? sheetTemplate(section) : null;
}

function isSheet(section: string): section is SheetSection {
  return Object.hasOwn(SHEETS, section);
}
