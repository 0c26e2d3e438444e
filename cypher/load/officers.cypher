// purpose: Writes posts of officers.
//   A tie that has other ends than before under the same id is made anew. The hint: planned while few are there, Neo4j
//   would go through all ties of the type for each row.
// parameters: $rows [{id, a, b, properties}]
// columns: none
UNWIND $rows AS row
OPTIONAL MATCH (formerA)-[moved:OFFICER_OF {id: row.id}]->(formerB)
USING INDEX SEEK moved:OFFICER_OF(id)
WHERE formerA.id <> row.a OR formerB.id <> row.b
DELETE moved
WITH row
MATCH (person:Party {id: row.a})
MATCH (party:Party {id: row.b})
MERGE (person)-[post:OFFICER_OF {id: row.id}]->(party)
SET post = row.properties
