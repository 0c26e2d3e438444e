/** Names of the parameters that a query uses, in order, each once; those in texts and comments are none. */
export function parametersOf(cypher: string): string[] {
  const bare = cypher.replaceAll(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, ' ');
  return [...new Set([...bare.matchAll(/\$(\w+)/g)].map(([, name]) => name ?? ''))];
}

interface Props {
  readonly cypher: string;
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}

/** A box for each parameter of the query. Values are text; `date($day)` and `toInteger($n)` make more of them. */
export function CypherParameters({ cypher, values, onChange }: Props) {
  return (
    <div className="parameters">
      {parametersOf(cypher).map((name) => (
        <label key={name}>
          ${name}{' '}
          <input
            value={values[name] ?? ''}
            onChange={(event) => onChange({ ...values, [name]: event.currentTarget.value })}
          />
        </label>
      ))}
    </div>
  );
}
