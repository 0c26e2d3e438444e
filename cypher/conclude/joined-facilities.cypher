// purpose: Writes which facility physical links make one with which advanced or unknown one.
// parameters: $rows [{id, a, b, properties}]
// columns: none
UNWIND $rows AS row
MATCH (facility:Facility {id: row.a})
MATCH (advanced:Facility {id: row.b})
MERGE (facility)-[joined:ONE_FACILITY_WITH {id: row.id}]->(advanced)
SET joined = row.properties
