// title: Who is captured on a day
// purpose: Parties that the BIS 50 % rule captures on a day, or would if it were in force then (`inForce` says which), with who holds them.
// parameters: $asOf = 2025-10-15 (day)
// columns: party, name, share, heldBy, from, to, inForce
MATCH (party:Party)-[:HAS_VERDICT]->(verdict:Verdict {regime: 'bis-affiliates', outcome: 'captured'})
WHERE (verdict.from IS NULL OR verdict.from <= date($asOf)) AND (verdict.to IS NULL OR verdict.to > date($asOf))
RETURN party, party.name AS name, verdict.heldShare AS share, verdict.heldBy AS heldBy, verdict.from AS from, verdict.to AS to,
       EXISTS {
         MATCH (verdict)<-[:EVIDENCED_BY]-(finding:Finding {rule: 'captured', inForce: true})
         WHERE (finding.from IS NULL OR finding.from <= date($asOf)) AND (finding.to IS NULL OR finding.to > date($asOf))
       } AS inForce
ORDER BY name
