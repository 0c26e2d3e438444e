// purpose: Writes new holdings, as plainly as a script can.
// parameters: $rows [{a, b, properties}]
// columns: none
UNWIND $rows AS row
MATCH (owner:Party {id: row.a})
MATCH (owned:Party {id: row.b})
CREATE (owner)-[holding:OWNS]->(owned)
SET holding = row.properties
