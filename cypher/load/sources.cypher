// purpose: Writes sources.
// parameters: $rows [{id, properties}]
// columns: none
UNWIND $rows AS row
MERGE (source:Source {id: row.id})
SET source = row.properties
