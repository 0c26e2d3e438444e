// purpose: Hashes of the contradicted node classes that Neo4j holds, to write only what differs.
// parameters: none
// columns: id, hash
MATCH (finding:DataFinding)
WHERE finding.withdrawn IS NULL AND finding.facility IS NOT NULL
RETURN finding.id AS id, finding.hash AS hash
