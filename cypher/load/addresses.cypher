// purpose: Writes addresses.
// parameters: $rows [{id, properties}]
// columns: none
UNWIND $rows AS row
MERGE (address:Address {id: row.id})
SET address = row.properties
