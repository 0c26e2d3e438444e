// purpose: All ties, as they are read for a graph in memory.
// parameters: none
// columns: a, b, id
MATCH (a:Thing)-[tie:TIE]->(b:Thing)
RETURN a.n AS a, b.n AS b, tie.id AS id
