// title: Which verdicts changed between two days
// purpose: Parties of which a regime says another thing on the second day than on the first. The default days are those around the rule of 2 December 2024.
// parameters: $before = 2024-12-01 (day), $after = 2024-12-02 (day), $regime = bis-affiliates (id of a regime)
// columns: party, name, was, now, heldBy
MATCH (party:Party)-[:HAS_VERDICT]->(verdict:Verdict {regime: $regime})
WITH party, collect(verdict) AS verdicts
WITH party,
     [v IN verdicts WHERE (v.from IS NULL OR v.from <= date($before)) AND (v.to IS NULL OR v.to > date($before))][0] AS first,
     [v IN verdicts WHERE (v.from IS NULL OR v.from <= date($after)) AND (v.to IS NULL OR v.to > date($after))][0] AS second
WITH party, coalesce(first.outcome, 'not-captured') AS was, coalesce(second.outcome, 'not-captured') AS now, second.heldBy AS heldBy
WHERE was <> now
RETURN party, party.name AS name, was, now, heldBy
ORDER BY now, name
