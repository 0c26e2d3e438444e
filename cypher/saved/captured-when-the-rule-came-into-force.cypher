// title: Who became captured when the 50 % rule came into force
// purpose: Parties that the BIS 50 % rule captures with effect from a day on which it is in force, with who holds them and the arithmetic. The default is its first day; `held` says since when the holdings alone would do.
// parameters: $day = 2025-09-29 (day)
// columns: party, name, share, heldBy, held, steps
MATCH (party:Party)-[:RAISES]->(finding:Finding {rule: 'captured', inForce: true})-[:EVIDENCED_BY]->(verdict:Verdict {regime: 'bis-affiliates'})
WHERE finding.from = date($day)
  AND NOT EXISTS {
    MATCH (party)-[:RAISES]->(before:Finding {rule: 'captured', inForce: true})-[:EVIDENCED_BY]->(:Verdict {regime: 'bis-affiliates'})
    WHERE before.to = date($day)
  }
RETURN party, party.name AS name, verdict.heldShare AS share, verdict.heldBy AS heldBy, verdict.from AS held, verdict.steps AS steps
ORDER BY name
