// purpose: All holdings, for the analysis.
// parameters: $run (stamp of the load)
// columns: fact, a, b
MATCH (owner:Party)-[fact:OWNS]->(owned:Party)
WHERE fact.run = $run
RETURN properties(fact) AS fact, owner.id AS a, owned.id AS b
ORDER BY fact.id
