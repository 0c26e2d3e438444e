// purpose: All controls, for the analysis.
// parameters: $run (stamp of the load)
// columns: fact, a, b
MATCH (controller:Party)-[fact:CONTROLS]->(controlled:Party)
WHERE fact.run = $run
RETURN properties(fact) AS fact, controller.id AS a, controlled.id AS b
ORDER BY fact.id
