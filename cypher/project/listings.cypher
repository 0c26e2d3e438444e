// purpose: All listings, for the analysis.
// parameters: none
// columns: fact
MATCH (party:Party)-[:LISTED_AS]->(listing:Listing)
WHERE listing.row IS NOT NULL AND listing.withdrawn IS NULL
RETURN properties(listing) AS fact
ORDER BY listing.id
