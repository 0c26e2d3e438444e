// purpose: Sources by their ids.
// parameters: $ids
// columns: source
UNWIND $ids AS id
MATCH (source:Source {id: id})
RETURN properties(source) AS source
