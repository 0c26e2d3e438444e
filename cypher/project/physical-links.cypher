// purpose: All physical-links, for the analysis.
// parameters: $run (stamp of the load)
// columns: fact, a, b
MATCH (a:Facility)-[fact:PHYSICALLY_LINKED_TO]->(b:Facility)
WHERE fact.run = $run
RETURN properties(fact) AS fact, a.id AS a, b.id AS b
ORDER BY fact.id
