import { Button, Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { Card } from '../panels/card.tsx';
import { Flags } from '../panels/flags.tsx';
import { Home } from '../panels/home.tsx';
import { useView } from '../state/view-store.ts';
import { Workspace } from './workspace.tsx';

/** Findings on the left, the drawing in the middle, the card on the right. */
export function Explore() {
  const isNarrow = useMediaQuery('(max-width: 1180px)', false, { getInitialValueInEffect: false });
  const isDrawn = useView((view) => view.operations.length > 0);
  const hasCard = useView((view) => view.open !== '');
  const [isFlagsOpen, setFlagsOpen] = useState(false);
  return (
    <div className="explore">
      {isNarrow ? (
        <div className="narrow-bar">
          <Button size="compact-sm" variant="default" onClick={() => setFlagsOpen(true)}>
            Findings by flag
          </Button>
          <Drawer
            opened={isFlagsOpen}
            onClose={() => setFlagsOpen(false)}
            title="What is flagged"
            size={340}
            lockScroll={false}
          >
            <Flags />
          </Drawer>
        </div>
      ) : null}
      <Group orientation="horizontal" className="columns">
        {isNarrow ? null : (
          <>
            <Panel defaultSize="262px" minSize="200px" maxSize="460px" collapsible className="column-left">
              <Flags />
            </Panel>
            <Separator className="separator" />
          </>
        )}
        <Panel minSize="360px" className="column-middle">
          {isDrawn ? <Workspace /> : <Home />}
        </Panel>
        {isDrawn || hasCard ? (
          <>
            <Separator className="separator" />
            <Panel
              defaultSize={isNarrow ? '360px' : '400px'}
              minSize="300px"
              maxSize="760px"
              collapsible
              className="column-right"
            >
              <Card />
            </Panel>
          </>
        ) : null}
      </Group>
    </div>
  );
}
