// purpose: Length of the shortest path between two things, by shortestPath().
// parameters: $from, $to (numbers of the things)
// columns: length
MATCH (a:Thing {n: $from}), (b:Thing {n: $to})
MATCH path = shortestPath((a)-[:TIE*..20]-(b))
RETURN length(path) AS length
