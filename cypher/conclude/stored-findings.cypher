// purpose: Hashes of the findings that Neo4j holds, to write only what differs.
// parameters: none
// columns: id, hash
MATCH (finding:Finding)
WHERE finding.withdrawn IS NULL
RETURN finding.id AS id, finding.hash AS hash
