// purpose: Writes posts of officers.
// parameters: $rows [{id, a, b, properties}]
// columns: none
UNWIND $rows AS row
MATCH (person:Party {id: row.a})
MATCH (party:Party {id: row.b})
MERGE (person)-[post:OFFICER_OF {id: row.id}]->(party)
SET post = row.properties
