// purpose: Writes verdicts and ties each to its party and to the listings it rests on.
// parameters: $rows [{id, party, listings, properties}]
// columns: none
UNWIND $rows AS row
MATCH (party:Party {id: row.party})
MERGE (verdict:Verdict {id: row.id})
SET verdict = row.properties
MERGE (party)-[:HAS_VERDICT]->(verdict)
FOREACH (id IN row.listings | MERGE (listing:Listing {id: id}) MERGE (verdict)-[:EVIDENCED_BY]->(listing))
