// purpose: All listings, for the analysis.
// parameters: $run (stamp of the load)
// columns: fact
MATCH (party:Party)-[:LISTED_AS]->(listing:Listing)
WHERE listing.run = $run
RETURN properties(listing) AS fact
ORDER BY listing.id
