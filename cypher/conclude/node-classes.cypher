// purpose: Writes the node class of facilities over time and ties each to its facility.
// parameters: $rows [{id, facility, properties}]
// columns: none
UNWIND $rows AS row
MATCH (facility:Facility {id: row.facility})
MERGE (class:NodeClass {id: row.id})
SET class = row.properties
MERGE (facility)-[:HAS_NODE_CLASS]->(class)
