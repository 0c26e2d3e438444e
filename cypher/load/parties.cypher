// purpose: Writes parties with the label of their kind, where that is known.
// parameters: $rows [{id, kind, properties}]
// columns: none
UNWIND $rows AS row
MERGE (party:Party {id: row.id})
SET party = row.properties
FOREACH (_ IN CASE row.kind WHEN 'unknown' THEN [1] ELSE [] END | REMOVE party:Company:Person:Fund:Government:Vessel)
FOREACH (_ IN CASE row.kind WHEN 'company' THEN [1] ELSE [] END | SET party:Company REMOVE party:Person:Fund:Government:Vessel)
FOREACH (_ IN CASE row.kind WHEN 'person' THEN [1] ELSE [] END | SET party:Person REMOVE party:Company:Fund:Government:Vessel)
FOREACH (_ IN CASE row.kind WHEN 'fund' THEN [1] ELSE [] END | SET party:Fund REMOVE party:Company:Person:Government:Vessel)
FOREACH (_ IN CASE row.kind WHEN 'government' THEN [1] ELSE [] END | SET party:Government REMOVE party:Company:Person:Fund:Vessel)
FOREACH (_ IN CASE row.kind WHEN 'vessel' THEN [1] ELSE [] END | SET party:Vessel REMOVE party:Company:Person:Fund:Government)
