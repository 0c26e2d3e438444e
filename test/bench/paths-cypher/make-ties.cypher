// purpose: Makes ties between things, by their numbers.
// parameters: $rows (lists of upper end, lower end, id)
// columns: none
UNWIND $rows AS row
MATCH (a:Thing {n: row[0]})
MATCH (b:Thing {n: row[1]})
CREATE (a)-[:TIE {id: row[2]}]->(b)
