// purpose: Writes investments: funding events.
// parameters: $rows [{id, a, b, properties}]
// columns: none
UNWIND $rows AS row
MATCH (investor:Party {id: row.a})
MATCH (target:Party {id: row.b})
MERGE (investor)-[investment:INVESTED_IN {id: row.id}]->(target)
SET investment = row.properties
