// purpose: Contradictions in the data about a party.
// parameters: $id
// columns: finding
MATCH (party:Party {id: $id})-[:RAISES]->(finding:DataFinding)
RETURN properties(finding) AS finding
ORDER BY finding.from
