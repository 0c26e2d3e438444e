import { type ReactNode, useId } from 'react';

interface SectionProps {
  readonly title: string;
  readonly count?: number;
  /** Folded until it is asked for. */
  readonly folded?: boolean;
  readonly children: ReactNode;
  readonly anchor?: string;
}

/** A part of a card with a heading; can be folded. */
export function Section({ title, count, folded = false, children, anchor }: SectionProps) {
  const id = useId();
  return (
    <details className="section" open={!folded} id={anchor}>
      <summary>
        <h3 id={id}>
          {title}
          {count === undefined ? null : <span className="count">{count}</span>}
        </h3>
      </summary>
      <div className="section-body">{children}</div>
    </details>
  );
}
