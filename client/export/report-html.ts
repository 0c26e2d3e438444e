import css from '../styles/report.css?inline';

/**
 * A report as one file that needs no other: for the file of a case, to be read years later without Interlock.
 *
 * @param title as the browser's tab shows it
 * @param report the element that the page shows
 */
export function reportHtml(title: string, report: Element): string {
  const page = document.implementation.createHTMLDocument(title);
  const encoding = page.createElement('meta');
  encoding.setAttribute('charset', 'utf-8');
  page.head.append(encoding);
  page.documentElement.lang = 'en';
  page.body.append(page.importNode(report, true));
  for (const tool of page.querySelectorAll('.report-tools')) tool.remove();
  // As text: this page's own policy lets nobody add a style element, and rightly.
  const html = page.documentElement.outerHTML.replace('</head>', () => `<style>${css}</style></head>`);
  return `<!doctype html>\n${html}\n`;
}
