// purpose: Writes contradictions found in the data and ties each to its party.
// parameters: $rows [{id, party, properties}]
// columns: none
UNWIND $rows AS row
MATCH (party:Party {id: row.party})
MERGE (finding:DataFinding {id: row.id})
SET finding = row.properties
MERGE (party)-[:RAISES]->(finding)
