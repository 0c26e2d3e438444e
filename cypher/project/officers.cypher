// purpose: All officers, for the analysis.
// parameters: $run (stamp of the load)
// columns: fact, a, b
MATCH (person:Party)-[fact:OFFICER_OF]->(party:Party)
WHERE fact.run = $run
RETURN properties(fact) AS fact, person.id AS a, party.id AS b
ORDER BY fact.id
