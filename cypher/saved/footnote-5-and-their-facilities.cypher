// title: Footnote 5 parties and their facilities
// purpose: Parties with footnote 5 on a day and the facilities they run, advanced ones first.
// parameters: $asOf = 2026-01-15 (day)
// columns: party, facility, advanced, node
MATCH (party:Party)-[:LISTED_AS]->(listing:Listing)
WHERE '5' IN listing.footnotes AND (listing.from IS NULL OR listing.from <= date($asOf)) AND (listing.to IS NULL OR listing.to > date($asOf))
OPTIONAL MATCH (party)-[:OPERATES]->(facility:Facility)
RETURN party, facility, facility.advancedNode AS advanced, facility.node AS node
ORDER BY advanced DESC, party.name
