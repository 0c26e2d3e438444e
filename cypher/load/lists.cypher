// purpose: Writes lists.
// parameters: $rows [{id, properties}]
// columns: none
UNWIND $rows AS row
MERGE (list:List {id: row.id})
SET list = row.properties
