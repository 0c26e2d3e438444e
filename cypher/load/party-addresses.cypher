// purpose: Writes where parties are.
// parameters: $rows [{id, a, b, properties}]
// columns: none
UNWIND $rows AS row
MATCH (party:Party {id: row.a})
MATCH (address:Address {id: row.b})
MERGE (party)-[located:LOCATED_AT {id: row.id}]->(address)
SET located = row.properties
