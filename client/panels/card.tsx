import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFileText, IconX } from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import { useFacility, useParty } from '../api/queries.ts';
import { actions, useView } from '../state/view-store.ts';
import { FacilityCard } from './facility-card.tsx';
import { FactCard } from './fact-card.tsx';
import { PartyCard } from './party-card.tsx';
import { Failure, Loading } from './states.tsx';

/** The card of what is open. */
export function Card() {
  const open = useView((view) => view.open);
  const asOf = useView((view) => view.asOf);
  const [type = '', id = ''] = splitOnce(open);
  return (
    <section className="card-frame" aria-label="Details" aria-live="polite">
      {type === 'party' || type === 'facility' ? <ReportLink open={open} /> : null}
      {open === '' ? null : (
        <Tooltip label="Close">
          <ActionIcon
            className="card-close"
            variant="subtle"
            color="gray"
            aria-label="Close the card"
            onClick={() => actions.open('')}
          >
            <IconX size={18} />
          </ActionIcon>
        </Tooltip>
      )}
      {open === '' ? (
        <p className="state muted">Choose a thing in the drawing, in the table, or in the findings.</p>
      ) : null}
      {type === 'party' ? <Party id={id} asOf={asOf} /> : null}
      {type === 'facility' ? <Facility id={id} asOf={asOf} /> : null}
      {type === 'fact' ? <FactCard id={id} asOf={asOf} /> : null}
    </section>
  );
}

/** To everything about the thing on one page, to be printed or kept. */
function ReportLink({ open }: { readonly open: string }) {
  const { search } = useLocation();
  const [type, id] = splitOnce(open);
  return (
    <Tooltip label="Report for the file">
      <ActionIcon
        component={Link}
        to={{ pathname: `/report/${type}/${encodeURIComponent(id)}`, search }}
        className="card-report"
        variant="subtle"
        color="gray"
        aria-label="Report for the file"
      >
        <IconFileText size={18} />
      </ActionIcon>
    </Tooltip>
  );
}

function splitOnce(open: string): [string, string] {
  const cut = open.indexOf('/');
  return [open.slice(0, cut), open.slice(cut + 1)];
}

interface ThingProps {
  readonly id: string;
  readonly asOf: string;
}

function Party({ id, asOf }: ThingProps) {
  const { data, error } = useParty(id, asOf, true);
  if (error) return <Failure error={error} />;
  return data ? <PartyCard reply={data} /> : <Loading what="the party" />;
}

function Facility({ id, asOf }: ThingProps) {
  const { data, error } = useFacility(id, asOf, true);
  if (error) return <Failure error={error} />;
  return data ? <FacilityCard reply={data} /> : <Loading what="the facility" />;
}
