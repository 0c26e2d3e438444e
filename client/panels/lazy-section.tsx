import { type ReactNode, useState } from 'react';

interface LazySectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A folded part of a card that asks for nothing until it is opened. */
export function LazySection({ title, children }: LazySectionProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="section" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <h3>{title}</h3>
      </summary>
      <div className="section-body">{isOpen ? children : null}</div>
    </details>
  );
}
