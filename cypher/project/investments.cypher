// purpose: All investments, for the analysis.
// parameters: none
// columns: fact, a, b
MATCH (investor:Party)-[fact:INVESTED_IN]->(target:Party)
WHERE fact.row IS NOT NULL AND fact.withdrawn IS NULL
RETURN properties(fact) AS fact, investor.id AS a, target.id AS b
ORDER BY fact.id
