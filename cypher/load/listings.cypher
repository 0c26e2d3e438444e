// purpose: Writes listings and ties each to its party and its list.
// parameters: $rows [{id, party, list, properties}]
// columns: none
UNWIND $rows AS row
MATCH (party:Party {id: row.party})
MATCH (list:List {id: row.list})
MERGE (listing:Listing {id: row.id})
SET listing = row.properties
MERGE (party)-[:LISTED_AS]->(listing)
MERGE (listing)-[:ON]->(list)
