// purpose: Hashes of the findings that Neo4j holds, to write only what differs, with the properties that their seals are made of.
// parameters: none
// columns: id, hash, properties
MATCH (finding:Finding)
WHERE finding.withdrawn IS NULL
RETURN finding.id AS id, finding.hash AS hash, properties(finding) AS properties
