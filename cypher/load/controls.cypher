// purpose: Writes control links: board, contract, golden share ...
//   A tie that has other ends than before under the same id is made anew. The hint: planned while few are there, Neo4j
//   would go through all ties of the type for each row.
// parameters: $rows [{id, a, b, properties}]
// columns: none
UNWIND $rows AS row
OPTIONAL MATCH (formerA)-[moved:CONTROLS {id: row.id}]->(formerB)
USING INDEX SEEK moved:CONTROLS(id)
WHERE formerA.id <> row.a OR formerB.id <> row.b
DELETE moved
WITH row
MATCH (controller:Party {id: row.a})
MATCH (controlled:Party {id: row.b})
MERGE (controller)-[control:CONTROLS {id: row.id}]->(controlled)
SET control = row.properties
