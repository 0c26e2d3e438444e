// purpose: Writes parties whose ids Neo4j does not hold, with the label of their kind, where that is known: nothing is looked up first.
// parameters: $rows [{id, kind, properties}]
// columns: none
UNWIND $rows AS row
CREATE (party:Party)
SET party = row.properties
FOREACH (_ IN CASE row.kind WHEN 'company' THEN [1] ELSE [] END | SET party:Company)
FOREACH (_ IN CASE row.kind WHEN 'person' THEN [1] ELSE [] END | SET party:Person)
FOREACH (_ IN CASE row.kind WHEN 'fund' THEN [1] ELSE [] END | SET party:Fund)
FOREACH (_ IN CASE row.kind WHEN 'government' THEN [1] ELSE [] END | SET party:Government)
FOREACH (_ IN CASE row.kind WHEN 'vessel' THEN [1] ELSE [] END | SET party:Vessel)
