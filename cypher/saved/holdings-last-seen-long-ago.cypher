// title: Verdicts that rest on old sources
// purpose: Holdings that decide a capture, or leave one open, on a day, and whose newest source is older than a date: what may have changed since. A source without a date counts as old.
// parameters: $before = 2020-01-01 (day), $asOf = 2025-10-15 (day)
// columns: owner, held, owned, seen, party, outcome
MATCH (party:Party)-[:HAS_VERDICT]->(verdict:Verdict {regime: 'bis-affiliates'})
WHERE verdict.outcome IN ['captured', 'cannot-exclude', 'circular']
  AND (verdict.from IS NULL OR verdict.from <= date($asOf)) AND (verdict.to IS NULL OR verdict.to > date($asOf))
UNWIND verdict.facts AS fact
MATCH (owner:Party)-[held:OWNS {id: fact}]->(owned:Party)
OPTIONAL MATCH (source:Source) WHERE source.id IN held.sources
WITH owner, held, owned, party, verdict, coalesce(max(source.date), '') AS seen
WHERE seen < $before
RETURN owner, held, owned, seen, party, verdict.outcome AS outcome
ORDER BY seen, owner.name, party.name
