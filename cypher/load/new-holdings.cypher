// purpose: Writes holdings whose ids Neo4j does not hold: only their ends are looked up first.
// parameters: $rows [{id, a, b, properties}]
// columns: none
UNWIND $rows AS row
MATCH (owner:Party {id: row.a})
MATCH (owned:Party {id: row.b})
CREATE (owner)-[holding:OWNS]->(owned)
SET holding = row.properties
