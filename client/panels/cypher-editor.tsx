import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { cypher } from '@codemirror/legacy-modes/mode/cypher';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';
import { EDGE_TYPES } from '../../server/wire/graph.ts';

interface CypherEditorProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onRun: () => void;
}

/** An editor with colours and the words of this graph. Tab leaves it, so that the keyboard is not caught. */
export function CypherEditor({ value, onChange, onRun }: CypherEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | null>(null);
  const latest = useRef({ onChange, onRun, value });
  latest.current = { onChange, onRun, value };
  useEffect(() => {
    if (!host.current) return;
    const run = {
      key: 'Ctrl-Enter',
      run: () => {
        latest.current.onRun();
        return true;
      },
    };
    const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
    const view = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          EditorView.cspNonce.of(nonce),
          keymap.of([run, ...defaultKeymap, ...historyKeymap]),
          history(),
          lineNumbers(),
          StreamLanguage.define(cypher),
          syntaxHighlighting(COLOURS),
          autocompletion({ override: [complete] }),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': 'Cypher query' }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    editor.current = view;
    return () => view.destroy();
  }, []);
  useEffect(() => {
    const view = editor.current;
    if (view && view.state.doc.toString() !== value) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
    }
  }, [value]);
  return <div ref={host} className="cypher-editor" />;
}

/** Colours of the palette, so that both schemes have their contrast. */
const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--il-accent)', fontWeight: '600' },
  { tag: [tags.string, tags.number], color: 'var(--il-captured)' },
  {
    tag: [tags.standard(tags.variableName), tags.function(tags.variableName), tags.atom],
    color: 'var(--il-circular)',
  },
  { tag: tags.comment, color: 'var(--il-muted)', fontStyle: 'italic' },
]);

const LABELS = [
  'Party',
  'Company',
  'Person',
  'Fund',
  'Government',
  'Facility',
  'Address',
  'List',
  'Listing',
  'NodeClass',
  'Membership',
  'Order',
  'Source',
  'Verdict',
  'Finding',
];
const TYPES = [
  ...EDGE_TYPES,
  'LISTED_AS',
  'ON',
  'HAS_MEMBERSHIP',
  'HAS_NODE_CLASS',
  'HAS_VERDICT',
  'ORDERED',
  'RAISES',
  'EVIDENCED_BY',
  'ONE_FACILITY_WITH',
];

/** Offers labels and relationship types after a colon. */
function complete(context: CompletionContext): CompletionResult | null {
  const word = context.matchBefore(/:\w*/);
  if (!word) return null;
  const options = [
    ...LABELS.map((label) => ({ label, type: 'class' })),
    ...TYPES.map((label) => ({ label, type: 'keyword' })),
  ];
  return { from: word.from + 1, options };
}
