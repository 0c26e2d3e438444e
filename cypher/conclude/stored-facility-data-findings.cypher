// purpose: Hashes of the contradicted node classes that Neo4j holds, to write only what differs, with the properties that their seals are made of.
// parameters: none
// columns: id, hash, properties
MATCH (finding:DataFinding)
WHERE finding.withdrawn IS NULL AND finding.facility IS NOT NULL
RETURN finding.id AS id, finding.hash AS hash, properties(finding) AS properties
