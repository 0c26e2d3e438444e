// purpose: Writes facilities.
// parameters: $rows [{id, properties}]
// columns: none
UNWIND $rows AS row
MERGE (facility:Facility {id: row.id})
SET facility = row.properties
