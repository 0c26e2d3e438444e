// purpose: Writes holdings: who owns whom, with the share as a range.
//   A tie that has other ends than before under the same id is made anew. The hint: planned while few are there, Neo4j
//   would go through all ties of the type for each row.
// parameters: $rows [{id, a, b, properties}]
// columns: none
UNWIND $rows AS row
OPTIONAL MATCH (formerA)-[moved:OWNS {id: row.id}]->(formerB)
USING INDEX SEEK moved:OWNS(id)
WHERE formerA.id <> row.a OR formerB.id <> row.b
DELETE moved
WITH row
MATCH (owner:Party {id: row.a})
MATCH (owned:Party {id: row.b})
MERGE (owner)-[holding:OWNS {id: row.id}]->(owned)
SET holding = row.properties
