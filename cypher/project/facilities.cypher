// purpose: All facilities, for the analysis.
// parameters: $run (stamp of the load)
// columns: fact, operator, operatorConfidence
MATCH (facility:Facility)
OPTIONAL MATCH (operator:Party)-[operates:OPERATES]->(facility)
WITH facility, operator, operates
WHERE facility.run = $run
RETURN properties(facility) AS fact, operator.id AS operator, operates.confidence AS operatorConfidence
ORDER BY facility.id
