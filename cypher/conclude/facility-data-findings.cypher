// purpose: Writes node classes that technologies contradict and ties each to its facility.
// parameters: $rows [{id, facility, properties}]
// columns: none
UNWIND $rows AS row
MATCH (facility:Facility {id: row.facility})
MERGE (finding:DataFinding {id: row.id})
SET finding = row.properties
MERGE (facility)-[:RAISES]->(finding)
