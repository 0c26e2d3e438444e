// purpose: All officers, for the analysis.
// parameters: none
// columns: fact, a, b
MATCH (person:Party)-[fact:OFFICER_OF]->(party:Party)
WHERE fact.row IS NOT NULL AND fact.withdrawn IS NULL
RETURN properties(fact) AS fact, person.id AS a, party.id AS b
ORDER BY fact.id
