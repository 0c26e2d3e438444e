// purpose: Writes investments: funding events.
//   A tie that has other ends than before under the same id is made anew. The hint: planned while few are there, Neo4j
//   would go through all ties of the type for each row.
// parameters: $rows [{id, a, b, properties}]
// columns: none
UNWIND $rows AS row
OPTIONAL MATCH (formerA)-[moved:INVESTED_IN {id: row.id}]->(formerB)
USING INDEX SEEK moved:INVESTED_IN(id)
WHERE formerA.id <> row.a OR formerB.id <> row.b
DELETE moved
WITH row
MATCH (investor:Party {id: row.a})
MATCH (target:Party {id: row.b})
MERGE (investor)-[investment:INVESTED_IN {id: row.id}]->(target)
SET investment = row.properties
