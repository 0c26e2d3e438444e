// purpose: Hashes of the node classes that Neo4j holds, to write only what differs.
// parameters: none
// columns: id, hash
MATCH (class:NodeClass)
WHERE class.withdrawn IS NULL
RETURN class.id AS id, class.hash AS hash
