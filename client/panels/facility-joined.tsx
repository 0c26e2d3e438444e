import type { FacilityReply } from '../../server/wire/things.ts';
import { actions } from '../state/view-store.ts';
import { period } from '../words.ts';
import { ConfidenceMark } from './marks.tsx';
import { Section } from './section.tsx';

type Joined = FacilityReply['joined'][number];

/** What a facility counts as one with: the most certain path, and a shorter one where it differs. */
export function JoinedFacilities({ joined }: { readonly joined: readonly Joined[] }) {
  const certain = joined.filter(({ path }) => path === 'most-certain');
  if (certain.length === 0) return null;
  return (
    <Section title="Counts as one facility with" count={certain.length}>
      <ul className="rows">
        {certain.map((each) => (
          <JoinedItem key={each.id} best={each} shorter={shorterThan(each, joined)} />
        ))}
      </ul>
    </Section>
  );
}

/** The shorter, less certain path to the same facility on days that the two share. */
function shorterThan(best: Joined, joined: readonly Joined[]): Joined | undefined {
  return joined.find(
    ({ path, other, from, to }) =>
      path === 'shortest' &&
      other === best.other &&
      (from === null || best.to === null || from < best.to) &&
      (best.from === null || to === null || best.from < to),
  );
}

interface JoinedItemProps {
  readonly best: Joined;
  readonly shorter: Joined | undefined;
}

function JoinedItem({ best, shorter }: JoinedItemProps) {
  const { other, otherName, advancedNode, destination } = best;
  return (
    <li>
      <button type="button" className="link" onClick={() => actions.open(`facility/${other}`)}>
        {otherName}
      </button>{' '}
      ({advancedNode === 'advanced' ? 'advanced node' : 'node class unknown: cannot exclude'}), {period(best)}
      <PathLine label={shorter ? 'Most certain path' : 'Path'} path={best} />
      {shorter ? <PathLine label="Shortest path" path={shorter} /> : null}
      {destination === 'elsewhere' ? (
        <div className="muted">Outside Macau and Country Group D:5: no flag is raised.</div>
      ) : null}
    </li>
  );
}

function PathLine({ label, path }: { readonly label: string; readonly path: Joined }) {
  const { hops, kinds, viaNames, links, weakestLink, confidence } = path;
  const names = viaNames.slice(1).map((name, index) => `${plain(kinds[index])} to ${name}`);
  const weak = links.indexOf(weakestLink);
  return (
    <div className="muted">
      {label}: {hops === 1 ? 'directly' : `over ${hops} links, by inference`}, {names.join(', ')}
      {hops > 1 ? `. Weakest link: ${plain(kinds[weak])} to ${viaNames[weak + 1] ?? ''}` : ''}{' '}
      <ConfidenceMark confidence={confidence} />
    </div>
  );
}

function plain(kind: string | undefined): string {
  return (kind ?? '').replaceAll('-', ' ');
}
