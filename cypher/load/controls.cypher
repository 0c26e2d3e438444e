// purpose: Writes control links: board, contract, golden share ....
// parameters: $rows [{id, a, b, properties}]
// columns: none
UNWIND $rows AS row
MATCH (controller:Party {id: row.a})
MATCH (controlled:Party {id: row.b})
MERGE (controller)-[control:CONTROLS {id: row.id}]->(controlled)
SET control = row.properties
