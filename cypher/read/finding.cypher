// purpose: One finding.
// parameters: $id
// columns: finding, name, originalName
MATCH (subject:Party|Facility)-[:RAISES]->(finding:Finding {id: $id})
RETURN properties(finding) AS finding, subject.name AS name, subject.originalName AS originalName
