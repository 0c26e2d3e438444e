import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { NeighbourCount } from '../../server/wire/graph.ts';
import { actions, useView } from '../state/view-store.ts';

interface ExpandButtonsProps {
  readonly id: string;
  readonly counts: readonly NeighbourCount[];
}

/** What can be added around a thing, by kind and with true counts. */
export function ExpandButtons({ id, counts }: ExpandButtonsProps) {
  const ended = useView((view) => view.ended);
  const isDrawn = useView((view) => view.operations.length > 0);
  const shown = counts.filter(({ active, ended: gone }) => active > 0 || (ended && gone > 0));
  return (
    <fieldset className="expand" aria-label="Add to the drawing">
      {isDrawn ? null : (
        <Button size="compact-sm" onClick={() => actions.apply({ do: 'draw', id })}>
          Draw
        </Button>
      )}
      {shown.length > 0 ? <span className="muted small">Add to the drawing:</span> : null}
      {shown.map(({ group, label, active, ended: gone }) => (
        <Button
          key={group}
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={13} aria-hidden="true" />}
          onClick={() => actions.apply({ do: 'expand', id, group })}
        >
          {active} {label}
          {ended && gone > 0 ? ` (+ ${gone} on other days)` : ''}
        </Button>
      ))}
    </fieldset>
  );
}
