// purpose: Writes where facilities are.
// parameters: $rows [{id, a, b, properties}]
// columns: none
UNWIND $rows AS row
MATCH (facility:Facility {id: row.a})
MATCH (address:Address {id: row.b})
MERGE (facility)-[located:LOCATED_AT {id: row.id}]->(address)
SET located = row.properties
