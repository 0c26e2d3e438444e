// purpose: Hashes of the node classes that Neo4j holds, to write only what differs, with the properties that their seals are made of.
// parameters: none
// columns: id, hash, properties
MATCH (class:NodeClass)
WHERE class.withdrawn IS NULL
RETURN class.id AS id, class.hash AS hash, properties(class) AS properties
