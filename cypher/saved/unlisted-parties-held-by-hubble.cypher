// title: Everything unlisted in which Hubble holds a share
// purpose: Holdings of one party in parties that stand on no list that restricts, on a day, with what the 50 % rule says of each.
// parameters: $owner = hubble (id of the owner), $asOf = 2025-10-15 (day)
// columns: owner, held, party, share, outcome
MATCH (owner:Party {id: $owner})-[held:OWNS]->(party:Party)
WHERE (held.from IS NULL OR held.from <= date($asOf)) AND (held.to IS NULL OR held.to > date($asOf))
  AND NOT EXISTS {
    MATCH (party)-[:LISTED_AS]->(listing:Listing)-[:ON]->(:List {level: 'restricted'})
    WHERE (listing.from IS NULL OR listing.from <= date($asOf)) AND (listing.to IS NULL OR listing.to > date($asOf))
  }
OPTIONAL MATCH (party)-[:HAS_VERDICT]->(verdict:Verdict {regime: 'bis-affiliates'})
WHERE (verdict.from IS NULL OR verdict.from <= date($asOf)) AND (verdict.to IS NULL OR verdict.to > date($asOf))
RETURN owner, held, party, held.share AS share, coalesce(verdict.outcome, 'not-captured') AS outcome
ORDER BY held.shareMax DESC, party.name
