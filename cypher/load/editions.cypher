// purpose: Writes editions and ties each to its list.
// parameters: $rows [{id, list, properties}]
// columns: none
UNWIND $rows AS row
MATCH (list:List {id: row.list})
MERGE (edition:Edition {id: row.id})
SET edition = row.properties
MERGE (edition)-[:ON]->(list)
