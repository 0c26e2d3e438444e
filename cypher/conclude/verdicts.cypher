// purpose: Writes verdicts and ties each to its party and to the listings it rests on, and to no others.
//   Former ties are found from the verdict: a label that Neo4j could look up tempts it to go through all listings for each.
// parameters: $rows [{id, party, listings, properties}]
// columns: none
UNWIND $rows AS row
MATCH (party:Party {id: row.party})
MERGE (verdict:Verdict {id: row.id})
SET verdict = row.properties
MERGE (party)-[:HAS_VERDICT]->(verdict)
FOREACH (id IN row.listings | MERGE (listing:Listing {id: id}) MERGE (verdict)-[:EVIDENCED_BY]->(listing))
WITH verdict, row
MATCH (verdict)-[stale:EVIDENCED_BY]->(former)
WHERE 'Listing' IN labels(former) AND NOT former.id IN row.listings
DELETE stale
