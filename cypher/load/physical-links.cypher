// purpose: Writes physical links between facilities, also planned ones and those that a source denies.
// parameters: $rows [{id, a, b, properties}]
// columns: none
UNWIND $rows AS row
MATCH (a:Facility {id: row.a})
MATCH (b:Facility {id: row.b})
MERGE (a)-[link:PHYSICALLY_LINKED_TO {id: row.id}]->(b)
SET link = row.properties
