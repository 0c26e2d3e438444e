// purpose: Length of the shortest path between two things, by SHORTEST 1.
// parameters: $from, $to (numbers of the things)
// columns: length
MATCH (a:Thing {n: $from}), (b:Thing {n: $to})
MATCH path = SHORTEST 1 (a)-[:TIE]-{1,20}(b)
RETURN length(path) AS length
