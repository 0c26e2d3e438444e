// purpose: Parties and facilities by name in any script, best first.
// parameters: $query (Lucene), $limit, $kinds (labels wanted)
// columns: thing, labels, score, ties
CALL db.index.fulltext.queryNodes('search', $query, {limit: $limit}) YIELD node AS thing, score
WHERE thing.withdrawn IS NULL AND any(label IN labels(thing) WHERE label IN $kinds)
RETURN properties(thing) AS thing, labels(thing) AS labels, score, COUNT { (thing)--() } AS ties
