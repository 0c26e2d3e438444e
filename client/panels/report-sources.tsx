import type { WireSource } from '../../server/wire/common.ts';

/** Numbers sources in the order in which a report lists them. */
export function numbersOf(sources: readonly WireSource[]): ReadonlyMap<string, number> {
  return new Map(sources.map(({ id }, index) => [id, index + 1]));
}

interface SourceNumbersProps {
  readonly sources: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
}

/** `[1] [4]`: where the list of sources says more. */
export function SourceNumbers({ sources, numbers }: SourceNumbersProps) {
  return (
    <span className="source-numbers">
      {sources.map((source) => (
        <a key={source} href={`#report-source-${source}`}>
          [{numbers.get(source) ?? source}]
        </a>
      ))}
    </span>
  );
}

/** Every document behind a report, with its address in full: paper has no links. */
export function ReportSources({ sources }: { readonly sources: readonly WireSource[] }) {
  return (
    <section>
      <h2>Sources</h2>
      {sources.length === 0 ? <p>None.</p> : null}
      <ol>
        {sources.map(({ id, title, citation, date, url, note }) => (
          <li key={id} id={`report-source-${id}`}>
            {title}
            {citation === '' ? '' : `. ${citation}`}
            {date === '' ? '' : ` (${date})`}
            {url === '' ? '' : `. ${url}`}. <code>{id}</code> {note}
          </li>
        ))}
      </ol>
    </section>
  );
}
