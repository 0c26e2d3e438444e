// purpose: All verdicts of a party, of all times.
// parameters: $id
// columns: verdict
MATCH (party:Party {id: $id})-[:HAS_VERDICT]->(verdict:Verdict)
RETURN properties(verdict) AS verdict
ORDER BY verdict.regime, verdict.from
