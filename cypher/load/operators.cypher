// purpose: Writes who operates which facility.
// parameters: $rows [{id, a, b, properties}]
// columns: none
UNWIND $rows AS row
MATCH (operator:Party {id: row.a})
MATCH (facility:Facility {id: row.b})
MERGE (operator)-[operates:OPERATES {id: row.id}]->(facility)
SET operates = row.properties
