import { Tabs } from '@mantine/core';
import { useMemo } from 'react';
import type { GraphEdge, GraphNode } from '../../server/wire/graph.ts';
import type { Drawing } from '../canvas/drawing.ts';
import { CHANGE_BADGES } from '../canvas/look.ts';
import { actions, useView } from '../state/view-store.ts';
import { isoAs } from '../words.ts';
import { ConfidenceMark, OutcomeMark } from './marks.tsx';
import { type Column, SortableTable } from './sortable-table.tsx';

/** What is drawn, as tables: ties and things, with the ids of the canvas. */
export function Tables({ drawing }: { readonly drawing: Drawing }) {
  const edges = useMemo(() => [...drawing.edges.values()], [drawing]);
  const nodes = useMemo(() => [...drawing.nodes.values()], [drawing]);
  return (
    <section className="tables" aria-label="Table of what is drawn" id="tables" tabIndex={-1}>
      <Tabs defaultValue="ties" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="ties">Ties ({edges.length})</Tabs.Tab>
          <Tabs.Tab value="things">Things ({nodes.length})</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="ties">
          <Ties edges={edges} drawing={drawing} />
        </Tabs.Panel>
        <Tabs.Panel value="things">
          <Things nodes={nodes} marks={drawing.marks} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}

function Ties({ edges, drawing }: { readonly edges: readonly GraphEdge[]; readonly drawing: Drawing }) {
  const open = useView((view) => view.open);
  const columns = useMemo((): readonly Column<GraphEdge>[] => {
    const name = (id: string): string => drawing.nodes.get(id)?.name ?? id;
    const text = (column: string, show: (edge: GraphEdge) => string): Column<GraphEdge> => ({
      name: column,
      show,
      sortBy: show,
    });
    return [
      text('From', ({ source }) => name(source)),
      text('Tie', ({ type }) => type.toLowerCase().replaceAll('_', ' ')),
      text('To', ({ target }) => name(target)),
      {
        name: 'Share or kind',
        show: ({ label }) => label,
        sortBy: ({ shareMax, label }) => shareMax ?? label,
      },
      text('Since', ({ from, fromPrecision }) => (from ? isoAs(from, fromPrecision) : '?')),
      text('Until', ({ to, toPrecision }) => (to ? isoAs(to, toPrecision) : '')),
      {
        name: 'Confidence',
        show: ({ confidence }) => <ConfidenceMark confidence={confidence} />,
        sortBy: ({ confidence }) => confidence,
      },
      text('Sources', ({ sources }) => sources.join(', ')),
    ];
  }, [drawing]);
  return (
    <SortableTable
      caption="Ties drawn"
      columns={columns}
      rows={edges}
      idOf={({ id }) => id}
      isSelected={({ id }) => open === `fact/${id}`}
      onSelect={({ id }) => actions.open(`fact/${id}`)}
    />
  );
}

const THING_COLUMNS: readonly Column<GraphNode>[] = [
  {
    name: 'Name',
    show: ({ name, originalName }) => `${name}${originalName ? ` ${originalName}` : ''}`,
    sortBy: ({ name }) => name,
  },
  {
    name: 'Kind',
    show: ({ type, kind }) => (type === 'facility' ? `facility, ${kind}` : kind),
    sortBy: ({ kind }) => kind,
  },
  { name: 'Country', show: ({ country }) => country ?? '', sortBy: ({ country }) => country ?? '' },
  {
    name: 'Says',
    show: ({ outcome }) => (outcome ? <OutcomeMark outcome={outcome} /> : ''),
    sortBy: ({ outcome }) => outcome ?? '',
  },
  { name: 'Lists', show: ({ codes }) => codes.join(', '), sortBy: ({ codes }) => codes.join() },
  { name: 'Flags', show: ({ flags }) => flags.join(', '), sortBy: ({ flags }) => flags.join() },
  { name: 'Node', show: nodeClass, sortBy: nodeClass },
];

function nodeClass({ type, advancedNode }: GraphNode): string {
  if (type !== 'facility') return '';
  return advancedNode === true ? 'advanced' : advancedNode === false ? 'not advanced' : 'unknown';
}

interface ThingsProps {
  readonly nodes: readonly GraphNode[];
  readonly marks: Drawing['marks'];
}

function Things({ nodes, marks }: ThingsProps) {
  const selected = useView((view) => view.selected);
  const columns = useMemo((): readonly Column<GraphNode>[] => {
    const show = ({ id }: GraphNode): string => {
      const mark = marks.get(id);
      return mark === undefined ? '' : CHANGE_BADGES[mark];
    };
    return marks.size === 0 ? THING_COLUMNS : [...THING_COLUMNS, { name: 'Change', show, sortBy: show }];
  }, [marks]);
  return (
    <SortableTable
      caption="Things drawn"
      columns={columns}
      rows={nodes}
      idOf={({ id }) => id}
      isSelected={({ id }) => selected.includes(id)}
      onSelect={({ id, type }, more) => actions.select(id, type === 'address' ? '' : `${type}/${id}`, more)}
    />
  );
}
