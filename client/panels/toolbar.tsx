import { ActionIcon, Menu, Switch, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowsMaximize,
  IconDownload,
  IconEraser,
  IconEyeOff,
  IconGitFork,
  IconPin,
  IconPlus,
  IconRoute,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { NeighbourCount } from '../../server/wire/graph.ts';
import { EXPORT_FORMATS, type ExportFormat, isExportFormat } from '../export/formats.ts';
import { actions, useHistory, useView } from '../state/view-store.ts';

export interface ToolbarProps {
  readonly onFit: () => void;
  readonly onPin: () => void;
  readonly onExport: (format: ExportFormat) => void;
  readonly neighbours: readonly NeighbourCount[];
  readonly isExpandOpen: boolean;
  readonly onExpandOpen: (isOpen: boolean) => void;
}

/** What can be done to the drawing. Each has a key, shown in its tooltip and in the help. */
export function Toolbar(props: ToolbarProps) {
  const selected = useView((view) => view.selected);
  const ended = useView((view) => view.ended);
  const { past, future } = useHistory();
  const [first, second] = selected;
  return (
    <div className="toolbar" role="toolbar" aria-label="Drawing">
      <ExpandMenu {...props} id={selected.at(-1)} />
      <Tool
        label="Hide (H)"
        disabled={first === undefined}
        onClick={() => first && actions.hide(selected.at(-1) ?? first)}
      >
        <IconEyeOff size={18} />
      </Tool>
      <Tool label="Pin or let go (P)" disabled={first === undefined} onClick={props.onPin}>
        <IconPin size={18} />
      </Tool>
      <Tool
        label="Paths between the two selected (Shift-click the second)"
        disabled={second === undefined}
        onClick={() => first && second && actions.apply({ do: 'path', from: first, to: second })}
      >
        <IconRoute size={18} />
      </Tool>
      <Tool label="Fit (F)" onClick={props.onFit}>
        <IconArrowsMaximize size={18} />
      </Tool>
      <Tool label="Undo (Z)" disabled={past === 0} onClick={actions.undo}>
        <IconArrowBackUp size={18} />
      </Tool>
      <Tool label="Redo (Shift Z)" disabled={future === 0} onClick={actions.redo}>
        <IconArrowForwardUp size={18} />
      </Tool>
      <Tool label="Empty canvas" onClick={actions.clear}>
        <IconEraser size={18} />
      </Tool>
      <Switch
        size="xs"
        label="ties of other days"
        checked={ended}
        onChange={(event) => actions.set({ ended: event.currentTarget.checked })}
      />
      <ExportMenu onExport={props.onExport} />
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Tool({ label, disabled = false, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={disabled} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function ExpandMenu({
  id,
  neighbours,
  isExpandOpen,
  onExpandOpen,
}: ToolbarProps & { readonly id: string | undefined }) {
  const offered = neighbours.filter(({ active }) => active > 0);
  return (
    <Menu shadow="md" opened={isExpandOpen} onChange={onExpandOpen} position="bottom-start">
      <Menu.Target>
        <Tooltip label="Expand by kind (E)">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="Expand by kind (E)"
            disabled={id === undefined}
          >
            <IconGitFork size={18} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.length === 0 ? <Menu.Label>Nothing more is known on this day.</Menu.Label> : null}
        {offered.map(({ group, label, active }) => (
          <Menu.Item
            key={group}
            leftSection={<IconPlus size={14} />}
            onClick={() => id && actions.apply({ do: 'expand', id, group })}
          >
            {active} {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function ExportMenu({ onExport }: { readonly onExport: (format: ExportFormat) => void }) {
  return (
    <Menu shadow="md" position="bottom-end">
      <Menu.Target>
        <Tooltip label="Export this view">
          <ActionIcon variant="subtle" color="gray" aria-label="Export this view">
            <IconDownload size={18} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {Object.entries(EXPORT_FORMATS).map(([format, label]) => (
          <Menu.Item key={format} onClick={() => isExportFormat(format) && onExport(format)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
