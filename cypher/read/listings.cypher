// purpose: All listings of a party, of all times.
// parameters: $id
// columns: listing, list
MATCH (party:Party {id: $id})-[:LISTED_AS]->(listing:Listing)-[:ON]->(list:List)
RETURN properties(listing) AS listing, properties(list) AS list
ORDER BY list.code, listing.from
