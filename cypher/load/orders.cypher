// purpose: Writes orders and ties each to the facility it is for, or to the party that orders.
// parameters: $rows [{id, subject, properties}]
// columns: none
UNWIND $rows AS row
MATCH (subject:Party|Facility {id: row.subject})
MERGE (order:Order {id: row.id})
SET order = row.properties
MERGE (subject)-[:ORDERED]->(order)
