// purpose: Writes affiliations: ties that are neither shares nor control.
// parameters: $rows [{id, a, b, properties}]
// columns: none
UNWIND $rows AS row
MATCH (a:Party {id: row.a})
MATCH (b:Party {id: row.b})
MERGE (a)-[affiliation:AFFILIATED_WITH {id: row.id}]->(b)
SET affiliation = row.properties
