// purpose: All holdings, for the analysis.
// parameters: none
// columns: fact, a, b
MATCH (owner:Party)-[fact:OWNS]->(owned:Party)
WHERE fact.row IS NOT NULL AND fact.withdrawn IS NULL
RETURN properties(fact) AS fact, owner.id AS a, owned.id AS b
ORDER BY fact.id
