// purpose: All investments, for the analysis.
// parameters: $run (stamp of the load)
// columns: fact, a, b
MATCH (investor:Party)-[fact:INVESTED_IN]->(target:Party)
WHERE fact.run = $run
RETURN properties(fact) AS fact, investor.id AS a, target.id AS b
ORDER BY fact.id
