// purpose: All ties with their ends and all they have.
// parameters: none
// columns: a, b, type, properties
MATCH (a)-[tie]->(b)
RETURN a.id AS a, b.id AS b, type(tie) AS type, properties(tie) AS properties
