// purpose: Makes the ties that count on the day.
// parameters: $rows (lists of internal id of the owner, of the owned party, share in hundredths of a percent)
// columns: none
UNWIND $rows AS row
MATCH (owner) WHERE id(owner) = row[0]
MATCH (owned) WHERE id(owned) = row[1]
CREATE (owner)-[:OWNS {share: row[2]}]->(owned)
