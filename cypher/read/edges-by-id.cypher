// purpose: Ties by their ids.
// parameters: $ids
// columns: fact, type, a, b
UNWIND $ids AS id MATCH (a)-[fact:OWNS {id: id}]->(b) RETURN properties(fact) AS fact, type(fact) AS type, a.id AS a, b.id AS b
UNION ALL
UNWIND $ids AS id MATCH (a)-[fact:CONTROLS {id: id}]->(b) RETURN properties(fact) AS fact, type(fact) AS type, a.id AS a, b.id AS b
UNION ALL
UNWIND $ids AS id MATCH (a)-[fact:INVESTED_IN {id: id}]->(b) RETURN properties(fact) AS fact, type(fact) AS type, a.id AS a, b.id AS b
UNION ALL
UNWIND $ids AS id MATCH (a)-[fact:AFFILIATED_WITH {id: id}]->(b) RETURN properties(fact) AS fact, type(fact) AS type, a.id AS a, b.id AS b
UNION ALL
UNWIND $ids AS id MATCH (a)-[fact:OFFICER_OF {id: id}]->(b) RETURN properties(fact) AS fact, type(fact) AS type, a.id AS a, b.id AS b
UNION ALL
UNWIND $ids AS id MATCH (a)-[fact:LOCATED_AT {id: id}]->(b) RETURN properties(fact) AS fact, type(fact) AS type, a.id AS a, b.id AS b
UNION ALL
UNWIND $ids AS id MATCH (a)-[fact:OPERATES {id: id}]->(b) RETURN properties(fact) AS fact, type(fact) AS type, a.id AS a, b.id AS b
UNION ALL
UNWIND $ids AS id MATCH (a)-[fact:PHYSICALLY_LINKED_TO {id: id}]->(b) RETURN properties(fact) AS fact, type(fact) AS type, a.id AS a, b.id AS b
