// title: State funds that hold shares in listed parties
// purpose: Funds and government bodies that hold a share of a party on the Entity List on a day.
// parameters: $asOf = 2026-01-15 (day)
// columns: fund, held, party, share
MATCH (fund:Fund|Government)-[held:OWNS]->(party:Party)-[:LISTED_AS]->(listing:Listing {list: 'bis-entity-list'})
WHERE (held.from IS NULL OR held.from <= date($asOf)) AND (held.to IS NULL OR held.to > date($asOf))
  AND (listing.from IS NULL OR listing.from <= date($asOf)) AND (listing.to IS NULL OR listing.to > date($asOf))
RETURN fund, held, party, held.share AS share
ORDER BY fund.name, held.shareMax DESC
