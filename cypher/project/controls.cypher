// purpose: All controls, for the analysis.
// parameters: none
// columns: fact, a, b
MATCH (controller:Party)-[fact:CONTROLS]->(controlled:Party)
WHERE fact.row IS NOT NULL AND fact.withdrawn IS NULL
RETURN properties(fact) AS fact, controller.id AS a, controlled.id AS b
ORDER BY fact.id
