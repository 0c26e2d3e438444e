// purpose: Writes verdicts and ties each to its party and to the listings it rests on, and to no others.
// parameters: $rows [{id, party, listings, properties}]
// columns: none
UNWIND $rows AS row
MATCH (party:Party {id: row.party})
MERGE (verdict:Verdict {id: row.id})
SET verdict = row.properties
MERGE (party)-[:HAS_VERDICT]->(verdict)
FOREACH (id IN row.listings | MERGE (listing:Listing {id: id}) MERGE (verdict)-[:EVIDENCED_BY]->(listing))
WITH verdict, row
MATCH (verdict)-[stale:EVIDENCED_BY]->(former:Listing)
WHERE NOT former.id IN row.listings
DELETE stale
