import type { WireSource } from '../../server/wire/common.ts';
import { Section } from './section.tsx';

/** The documents that the facts of a card came from. */
export function Sources({ sources }: { readonly sources: readonly WireSource[] }) {
  if (sources.length === 0) return null;
  return (
    <Section title="Sources" count={sources.length} anchor="sources">
      <ul className="sources">
        {sources.map((source) => (
          <SourceItem key={source.id} source={source} />
        ))}
      </ul>
    </Section>
  );
}

function SourceItem({ source }: { readonly source: WireSource }) {
  const isLink = /^https?:\/\//.test(source.url);
  return (
    <li id={`source-${source.id}`}>
      <code className="source-id">{source.id}</code>
      <span>
        {isLink ? (
          <a href={source.url} target="_blank" rel="noreferrer noopener">
            {source.title}
          </a>
        ) : (
          source.title
        )}
        {source.citation === '' ? '' : `. ${source.citation}`}
        {source.date === '' ? '' : ` (${source.date})`}
        {source.note === '' ? null : <span className="muted"> {source.note}</span>}
      </span>
    </li>
  );
}
