/** What a view can be saved as, in the words of the menu. */
export const EXPORT_FORMATS = {
  png: 'Picture (PNG)',
  svg: 'Picture (SVG)',
  gexf: 'Graph (GEXF)',
  csv: 'Table of ties (CSV)',
  json: 'View (JSON)',
  link: 'Copy the link',
} as const;
export type ExportFormat = keyof typeof EXPORT_FORMATS;

export function isExportFormat(text: string): text is ExportFormat {
  return text in EXPORT_FORMATS;
}
