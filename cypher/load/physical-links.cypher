// purpose: Writes physical links between facilities, also planned ones and those that a source denies.
//   A tie that has other ends than before under the same id is made anew. The hint: planned while few are there, Neo4j
//   would go through all ties of the type for each row.
// parameters: $rows [{id, a, b, properties}]
// columns: none
UNWIND $rows AS row
OPTIONAL MATCH (formerA)-[moved:PHYSICALLY_LINKED_TO {id: row.id}]->(formerB)
USING INDEX SEEK moved:PHYSICALLY_LINKED_TO(id)
WHERE formerA.id <> row.a OR formerB.id <> row.b
DELETE moved
WITH row
MATCH (a:Facility {id: row.a})
MATCH (b:Facility {id: row.b})
MERGE (a)-[link:PHYSICALLY_LINKED_TO {id: row.id}]->(b)
SET link = row.properties
