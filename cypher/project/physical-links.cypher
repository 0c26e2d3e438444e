// purpose: All physical-links, for the analysis.
// parameters: none
// columns: fact, a, b
MATCH (a:Facility)-[fact:PHYSICALLY_LINKED_TO]->(b:Facility)
WHERE fact.row IS NOT NULL AND fact.withdrawn IS NULL
RETURN properties(fact) AS fact, a.id AS a, b.id AS b
ORDER BY fact.id
