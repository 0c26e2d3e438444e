// purpose: Contradictions in the data about a facility.
// parameters: $id
// columns: finding
MATCH (facility:Facility {id: $id})-[:RAISES]->(finding:DataFinding)
RETURN properties(finding) AS finding
ORDER BY finding.from
