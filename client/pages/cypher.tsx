import { Button, Tabs } from '@mantine/core';
import { useState } from 'react';
import { type CypherReply, cypherReplyShape, type SavedQuery } from '../../server/wire/cypher.ts';
import { post } from '../api/fetch.ts';
import { useSavedQueries } from '../api/queries.ts';
import { useStoppable } from '../api/stoppable.ts';
import { toCsvRows } from '../export/csv-rows.ts';
import { save } from '../export/save.ts';
import { CypherEditor } from '../panels/cypher-editor.tsx';
import { CypherGraph } from '../panels/cypher-graph.tsx';
import { CypherParameters, parametersOf } from '../panels/cypher-parameters.tsx';
import { CypherTable } from '../panels/cypher-table.tsx';
import { Failure, Loading } from '../panels/states.tsx';
import { useShowCanvas } from '../state/address-bar.ts';
import { actions, useView } from '../state/view-store.ts';

const EXAMPLE = `MATCH (owner:Party)-[held:OWNS]->(party:Party)-[:HAS_VERDICT]->(verdict:Verdict {regime: 'bis-affiliates', outcome: 'captured'})
RETURN owner, held, party
LIMIT 50`;

/** Read-only Cypher: an editor, the saved queries, the result as table or graph. */
export default function CypherPage() {
  const asOf = useView((view) => view.asOf);
  const saved = useSavedQueries();
  const [cypher, setCypher] = useState(EXAMPLE);
  const [parameters, setParameters] = useState<Readonly<Record<string, string>>>({});
  const given = Object.fromEntries(
    parametersOf(cypher).flatMap((name) => {
      const value = parameters[name] ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
  const run = useStoppable((signal) =>
    post('/cypher', { body: { cypher, parameters: given, asOf }, shape: cypherReplyShape, signal }),
  );
  const choose = (query: SavedQuery): void => {
    setCypher(query.cypher);
    setParameters('asOf' in query.parameters ? { ...query.parameters, asOf } : query.parameters);
  };
  return (
    <div className="page cypher-page">
      <h1>Cypher</h1>
      <p className="muted">
        Queries here only read: the plan is checked before anything runs, time, memory and rows are bounded.
        Your own tools can use the same database; the start prints its address, its user and the file that
        holds the password.
      </p>
      <div className="cypher-columns">
        <SavedList queries={saved.data?.queries ?? []} error={saved.error} onChoose={choose} />
        <div className="cypher-main">
          <CypherEditor value={cypher} onChange={setCypher} onRun={run.start} />
          <CypherParameters cypher={cypher} values={parameters} onChange={setParameters} />
          <div className="cypher-actions">
            <Button onClick={run.start} loading={run.isRunning}>
              Run (Ctrl Enter)
            </Button>
            {run.isRunning ? (
              <Button variant="default" onClick={run.stop}>
                Stop the query
              </Button>
            ) : null}
          </div>
          {run.isRunning ? <Loading what="the result" /> : null}
          {run.isStopped ? <p role="status">Stopped: the query was ended in the database.</p> : null}
          {run.error ? <Failure error={run.error} /> : null}
          {run.data && !run.isRunning && !run.isStopped ? <Result reply={run.data} /> : null}
        </div>
      </div>
    </div>
  );
}

interface SavedListProps {
  readonly queries: readonly SavedQuery[];
  readonly error: Error | null;
  readonly onChoose: (query: SavedQuery) => void;
}

function SavedList({ queries, error, onChoose }: SavedListProps) {
  return (
    <nav className="saved" aria-label="Saved queries">
      <h2>Saved queries</h2>
      {error ? <Failure error={error} /> : null}
      <ul>
        {queries.map((query) => (
          <li key={query.id}>
            <button type="button" onClick={() => onChoose(query)} title={query.purpose}>
              {query.title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Result({ reply }: { readonly reply: CypherReply }) {
  const showCanvas = useShowCanvas();
  const explore = (): void => {
    actions.set({
      operations: [{ do: 'add', ids: reply.graph.nodes.map(({ id }) => id) }],
      open: '',
      selected: [],
    });
    showCanvas();
  };
  const hasGraph = reply.graph.nodes.length > 0;
  return (
    <section aria-label="Result" className="cypher-result">
      <p role="status">
        {reply.rows.length} {reply.rows.length === 1 ? 'row' : 'rows'} in {reply.milliseconds} ms
        {reply.truncated ? `, cut: there are more. Add a LIMIT or narrow it down.` : '.'}
      </p>
      <div className="cypher-actions">
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => save('interlock-cypher.csv', toCsvRows(reply), 'text/csv')}
        >
          CSV
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => save('interlock-cypher.json', JSON.stringify(reply, null, 2), 'application/json')}
        >
          JSON
        </Button>
        {hasGraph ? (
          <Button size="compact-sm" variant="default" onClick={explore}>
            Open on the canvas
          </Button>
        ) : null}
      </div>
      <Tabs defaultValue="table" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="table">Table</Tabs.Tab>
          <Tabs.Tab value="graph" disabled={!hasGraph}>
            Graph ({reply.graph.nodes.length})
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="table">
          <CypherTable reply={reply} />
        </Tabs.Panel>
        <Tabs.Panel value="graph">
          <CypherGraph graph={reply.graph} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
