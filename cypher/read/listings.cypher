// purpose: All listings of parties, of all times.
// parameters: $ids
// columns: listing, list
UNWIND $ids AS id
MATCH (party:Party {id: id})-[:LISTED_AS]->(listing:Listing)-[:ON]->(list:List)
RETURN properties(listing) AS listing, properties(list) AS list
ORDER BY list.code, listing.from
