// title: Where a capture cannot be excluded
// purpose: Parties whose restricted owners' share is not known well enough, with those owners: whom to ask.
// parameters: $asOf = 2025-10-15 (day)
// columns: party, name, heldBy, onlyWeakFacts
MATCH (party:Party)-[:HAS_VERDICT]->(verdict:Verdict {regime: 'bis-affiliates', outcome: 'cannot-exclude'})
WHERE (verdict.from IS NULL OR verdict.from <= date($asOf)) AND (verdict.to IS NULL OR verdict.to > date($asOf))
RETURN party, party.name AS name, verdict.heldBy AS heldBy, verdict.weak AS onlyWeakFacts
ORDER BY onlyWeakFacts, name
