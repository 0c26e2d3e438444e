// purpose: All affiliations, for the analysis.
// parameters: none
// columns: fact, a, b
MATCH (a:Party)-[fact:AFFILIATED_WITH]->(b:Party)
WHERE fact.row IS NOT NULL AND fact.withdrawn IS NULL
RETURN properties(fact) AS fact, a.id AS a, b.id AS b
ORDER BY fact.id
