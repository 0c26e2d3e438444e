// title: Which unlisted operators run a fab joined to an advanced one
// purpose: Operators that stand on no list that restricts on a day, and whose facility physical links then join with one that makes, or may make, advanced-node ICs. Elsewhere than in Macau and Country Group D:5 this raises nothing.
// parameters: $asOf = 2026-01-15 (day)
// columns: operator, facility, joined, advanced, country, certain
MATCH (operator:Party)-[:OPERATES]->(facility:Facility)-[joined:ONE_FACILITY_WITH]->(advanced:Facility)
WHERE (joined.from IS NULL OR joined.from <= date($asOf)) AND (joined.to IS NULL OR joined.to > date($asOf))
  AND NOT EXISTS {
    MATCH (operator)-[:LISTED_AS]->(listing:Listing)-[:ON]->(:List {level: 'restricted'})
    WHERE (listing.from IS NULL OR listing.from <= date($asOf)) AND (listing.to IS NULL OR listing.to > date($asOf))
  }
RETURN operator, facility, joined, advanced, facility.country AS country, joined.advancedNode = 'advanced' AS certain
ORDER BY certain DESC, country, facility.name, advanced.name
