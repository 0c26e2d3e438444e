// purpose: Hashes of the verdicts that Neo4j holds, to write only what differs, with the properties that their seals are made of.
// parameters: none
// columns: id, hash, component, properties
MATCH (verdict:Verdict)
WHERE verdict.withdrawn IS NULL
RETURN verdict.id AS id, verdict.hash AS hash, verdict.component AS component, properties(verdict) AS properties
