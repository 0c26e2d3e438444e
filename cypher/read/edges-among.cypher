// purpose: All ties between the given things.
// parameters: $ids
// columns: fact, type, a, b
UNWIND $ids AS id
MATCH (a:Party|Facility|Address {id: id})-[fact:OWNS|CONTROLS|INVESTED_IN|AFFILIATED_WITH|OFFICER_OF|LOCATED_AT|OPERATES|PHYSICALLY_LINKED_TO]->(b)
WHERE b.id IN $ids
RETURN properties(fact) AS fact, type(fact) AS type, a.id AS a, b.id AS b
ORDER BY fact.id
