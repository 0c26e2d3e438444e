// purpose: One verdict.
// parameters: $id
// columns: verdict
MATCH (party:Party)-[:HAS_VERDICT]->(verdict:Verdict {id: $id})
RETURN properties(verdict) AS verdict
