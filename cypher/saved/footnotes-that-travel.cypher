// title: Which captured parties carry a footnote of an owner
// purpose: Parties captured on a day because of an owner whose list entry has a footnote: the reach of the footnote goes with the ownership.
// parameters: $footnote = 1 (footnote of the Entity List), $asOf = 2025-10-15 (day)
// columns: party, name, listing, reviewPolicy
MATCH (party:Party)-[:HAS_VERDICT]->(verdict:Verdict {regime: 'bis-affiliates', outcome: 'captured'})-[:EVIDENCED_BY]->(listing:Listing)
WHERE $footnote IN listing.footnotes
  AND (verdict.from IS NULL OR verdict.from <= date($asOf)) AND (verdict.to IS NULL OR verdict.to > date($asOf))
RETURN party, party.name AS name, listing, listing.reviewPolicy AS reviewPolicy
ORDER BY name
