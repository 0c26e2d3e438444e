import { describe, expect, it } from 'vitest';
import { showShare } from '../../server/facts/share.ts';
import { fromPsc } from '../../server/normalise/registers/from-psc.ts';
import { PSC } from '../../server/readers/formats/psc.ts';
import { EDITION, factsOf, jsonl, take } from '../support/registers.ts';

const psc = (
  name: string | undefined,
  natures: readonly string[] | undefined,
  more: object = {},
): object => ({
  company_number: '1234567',
  data: {
    kind: 'individual-person-with-significant-control',
    name,
    natures_of_control: natures,
    notified_on: '2016-04-06',
    links: { self: `/company/01234567/persons-with-significant-control/individual/${name ?? 'x'}` },
    ...more,
  },
});

async function read(...lines: readonly object[]) {
  const taken = await take(PSC, jsonl(...lines));
  const normalised = fromPsc(taken.rows, EDITION);
  return { facts: factsOf(normalised), asides: [...taken.asides, ...normalised.asides], about: taken.about };
}

describe('UK PSC', () => {
  it('turns natures of control into the ranges of the law', async () => {
    const { facts } = await read(
      psc('a', ['ownership-of-shares-25-to-50-percent', 'voting-rights-25-to-50-percent']),
      psc('b', ['ownership-of-shares-50-to-75-percent', 'voting-rights-50-to-75-percent']),
      psc('c', ['ownership-of-shares-75-to-100-percent'], { ceased_on: '2020-05-01' }),
    );
    expect(facts.holdings.map(({ owner, share, from, to }) => [owner, showShare(share), from, to])).toEqual([
      ['gb-psc/01234567/a', 'over 25, up to 50 %', '2016-04-06', null],
      ['gb-psc/01234567/b', 'between 50 and 75 %', '2016-04-06', null],
      ['gb-psc/01234567/c', 'at least 75 %', '2016-04-06', '2020-05-01'],
    ]);
    expect(facts.controls.map(({ kind, confidence }) => [kind, confidence])).toEqual([
      ['voting-rights', 'verified'],
    ]);
    expect(facts.affiliations.map(({ kind }) => kind)).toEqual(['voting-rights-minority']);
  });

  it('makes no share of what is held through a trust or firm, or of influence', async () => {
    const { facts, asides } = await read(
      psc('a', [
        'ownership-of-shares-75-to-100-percent-as-trust',
        'right-to-appoint-and-remove-directors',
        'significant-influence-or-control',
        'ownership-of-moons-25-to-50-percent',
        'voting-rights-10-to-25-percent',
      ]),
    );
    expect(facts.holdings).toEqual([]);
    expect(facts.controls.map(({ kind, confidence }) => [kind, confidence])).toEqual([
      ['trust-or-firm', 'inferred'],
      ['board-appointment', 'verified'],
      ['significant-influence', 'inferred'],
    ]);
    expect(asides.map(({ value }) => value)).toEqual([
      'ownership-of-moons-25-to-50-percent',
      'voting-rights-10-to-25-percent',
    ]);
  });

  it('keeps a protected person without a name, with an unknown share', async () => {
    const { facts } = await read(
      psc(undefined, undefined, { kind: 'super-secure-person-with-significant-control' }),
    );
    expect(facts.parties[1]?.name).toContain('protected by law');
    expect(facts.holdings.map(({ share }) => share.stated)).toEqual([false]);
  });

  it('joins a company that is an owner by its number, and not one registered abroad', async () => {
    const kind = 'corporate-entity-person-with-significant-control';
    const at = (country: string) => ({
      kind,
      identification: { country_registered: country, registration_number: '305943' },
    });
    const { facts } = await read(
      psc('UK plc', ['ownership-of-shares-75-to-100-percent'], at('England')),
      psc('DE GmbH', ['ownership-of-shares-25-to-50-percent'], at('Germany')),
    );
    expect(facts.holdings.map(({ owner }) => owner)).toEqual(['gb-coh/00305943', 'gb-psc/01234567/DE GmbH']);
  });

  it('keeps statements as notes, and the count of the last line', async () => {
    const { facts, about } = await read(
      {
        company_number: 'SC123456',
        data: {
          kind: 'persons-with-significant-control-statement',
          statement: 'no-individual-or-entity-with-signficant-control',
          notified_on: '2017-01-01',
        },
      },
      {
        data: {
          kind: 'totals#persons-of-significant-control-snapshot',
          persons_of_significant_control_count: 1,
        },
      },
    );
    expect(facts.parties.map(({ id, note }) => [id, note])).toEqual([
      [
        'gb-coh/SC123456',
        'UK PSC statement: no-individual-or-entity-with-signficant-control, from 2017-01-01.',
      ],
    ]);
    expect(about?.claims).toBe(1);
  });

  it('sets aside a person without a name and a row with a new field', async () => {
    const { facts, asides } = await read(
      psc(undefined, ['ownership-of-shares-75-to-100-percent']),
      psc('b', ['ownership-of-shares-75-to-100-percent'], { colour: 'red' }),
      psc('c', ['ownership-of-shares-75-to-100-percent'], { notified_on: '9/22/08' }),
    );
    expect(facts.holdings).toEqual([]);
    expect(asides.map(({ field }) => field).sort()).toEqual(['data.colour', 'name', 'notified_on']);
  });
});
