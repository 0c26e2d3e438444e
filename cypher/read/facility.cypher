// purpose: One facility with its operator.
// parameters: $id
// columns: facility, operator, operatorName, operatorOriginalName, operatorConfidence
MATCH (facility:Facility {id: $id})
WHERE facility.withdrawn IS NULL
OPTIONAL MATCH (operator:Party)-[operates:OPERATES]->(facility)
RETURN properties(facility) AS facility, operator.id AS operator, operator.name AS operatorName,
       operator.originalName AS operatorOriginalName, operates.confidence AS operatorConfidence
