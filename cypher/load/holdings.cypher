// purpose: Writes holdings: who owns whom, with the share as a range.
// parameters: $rows [{id, a, b, properties}]
// columns: none
UNWIND $rows AS row
MATCH (owner:Party {id: row.a})
MATCH (owned:Party {id: row.b})
MERGE (owner)-[holding:OWNS {id: row.id}]->(owned)
SET holding = row.properties
