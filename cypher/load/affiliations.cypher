// purpose: Writes affiliations: ties that are neither shares nor control.
//   A tie that has other ends than before under the same id is made anew. The hint: planned while few are there, Neo4j
//   would go through all ties of the type for each row.
// parameters: $rows [{id, a, b, properties}]
// columns: none
UNWIND $rows AS row
OPTIONAL MATCH (formerA)-[moved:AFFILIATED_WITH {id: row.id}]->(formerB)
USING INDEX SEEK moved:AFFILIATED_WITH(id)
WHERE formerA.id <> row.a OR formerB.id <> row.b
DELETE moved
WITH row
MATCH (a:Party {id: row.a})
MATCH (b:Party {id: row.b})
MERGE (a)-[affiliation:AFFILIATED_WITH {id: row.id}]->(b)
SET affiliation = row.properties
