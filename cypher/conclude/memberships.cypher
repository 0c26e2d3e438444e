// purpose: Writes what parties are to complexes over time and ties each membership to its party.
// parameters: $rows [{id, party, properties}]
// columns: none
UNWIND $rows AS row
MATCH (party:Party {id: row.party})
MERGE (membership:Membership {id: row.id})
SET membership = row.properties
MERGE (party)-[:HAS_MEMBERSHIP]->(membership)
