// title: Who became captured when the 50 % rule came into force
// purpose: Parties that the BIS 50 % rule captured on a day, with who holds them. The default day is the first on which the rule was in force.
// parameters: $asOf = 2025-09-29 (day)
// columns: party, name, share, heldBy, since
MATCH (party:Party)-[:HAS_VERDICT]->(verdict:Verdict {regime: 'bis-affiliates', outcome: 'captured'})
WHERE (verdict.from IS NULL OR verdict.from <= date($asOf)) AND (verdict.to IS NULL OR verdict.to > date($asOf))
RETURN party, party.name AS name, verdict.heldShare AS share, verdict.heldBy AS heldBy, verdict.from AS since
ORDER BY name
