import type { AskedPair, JudgedParty } from '../../server/wire/judging.ts';
import { useShowCanvas } from '../state/address-bar.ts';
import { actions } from '../state/view-store.ts';
import { COMPARED_WORDS, compareParties } from './compare-parties.ts';
import { useListTitle } from './titles.ts';

/** Two parties row by row, with a word for how each row compares; their cards are one step away. */
export function Comparison({ pair: { a, b } }: { readonly pair: AskedPair }) {
  const titleOf = useListTitle();
  return (
    <div className="change-table">
      <table className="judge-table">
        <caption className="visually-hidden">The two side by side</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">
              <OpenParty party={a} />
            </th>
            <th scope="col">
              <OpenParty party={b} />
            </th>
            <th scope="col">Compared</th>
          </tr>
        </thead>
        <tbody>
          {compareParties(a, b, titleOf).map((row) => (
            <tr key={row.title} data-row={row.title}>
              <th scope="row">{row.title}</th>
              <Items items={row.a} isCountry={row.title === 'Country'} />
              <Items items={row.b} isCountry={row.title === 'Country'} />
              <td data-compared={row.compared}>{COMPARED_WORDS[row.compared]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const REGIONS = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

interface ItemsProps {
  readonly items: ReturnType<typeof compareParties>[number]['a'];
  readonly isCountry: boolean;
}

function Items({ items, isCountry }: ItemsProps) {
  if (items.length === 0) return <td className="muted">not said</td>;
  return (
    <td>
      <ul>
        {items.map(({ text, isInBoth }) => (
          <li key={text}>
            {isCountry ? `${REGIONS.of(text) ?? text} (${text})` : text}
            {isInBoth ? <span className="judge-both"> in both</span> : null}
          </li>
        ))}
      </ul>
    </td>
  );
}

function OpenParty({ party: { name, standing } }: { readonly party: JudgedParty }) {
  const showCanvas = useShowCanvas();
  const open = (): void => {
    actions.start(`party/${standing}`);
    showCanvas();
  };
  return (
    <button type="button" className="link" onClick={open}>
      {name}
    </button>
  );
}
