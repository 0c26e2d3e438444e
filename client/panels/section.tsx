import { type ReactNode, useId } from 'react';

interface SectionProps {
  readonly title: string;
  readonly count?: number;
  /** Folded until it is asked for. */
  readonly folded?: boolean;
  readonly children: ReactNode;
  readonly anchor?: string;
  /** Called when it is folded or unfolded. */
  readonly onToggle?: (open: boolean) => void;
}

/** A part of a card with a heading; can be folded. */
export function Section({ title, count, folded = false, children, anchor, onToggle }: SectionProps) {
  const id = useId();
  return (
    <details
      className="section"
      open={!folded}
      id={anchor}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
    >
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
