// purpose: Hashes of the verdicts that Neo4j holds, to write only what differs.
// parameters: none
// columns: id, hash, component
MATCH (verdict:Verdict)
WHERE verdict.withdrawn IS NULL
RETURN verdict.id AS id, verdict.hash AS hash, verdict.component AS component
