// purpose: All findings on a party or facility, of all times.
// parameters: $id
// columns: finding, name, originalName
MATCH (subject:Party|Facility {id: $id})-[:RAISES]->(finding:Finding)
RETURN properties(finding) AS finding, subject.name AS name, subject.originalName AS originalName
