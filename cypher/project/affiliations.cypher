// purpose: All affiliations, for the analysis.
// parameters: $run (stamp of the load)
// columns: fact, a, b
MATCH (a:Party)-[fact:AFFILIATED_WITH]->(b:Party)
WHERE fact.run = $run
RETURN properties(fact) AS fact, a.id AS a, b.id AS b
ORDER BY fact.id
