// purpose: All facilities, for the analysis.
// parameters: none
// columns: fact, operator, operatorConfidence
MATCH (facility:Facility)
OPTIONAL MATCH (operator:Party)-[operates:OPERATES]->(facility)
WITH facility, operator, operates
WHERE facility.row IS NOT NULL AND facility.withdrawn IS NULL
RETURN properties(facility) AS fact, operator.id AS operator, operates.confidence AS operatorConfidence
ORDER BY facility.id
