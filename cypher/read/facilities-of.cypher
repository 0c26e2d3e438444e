// purpose: Facilities that a party operates.
// parameters: $id
// columns: id, name, country, advancedNode
MATCH (party:Party {id: $id})-[:OPERATES]->(facility:Facility)
RETURN facility.id AS id, facility.name AS name, facility.country AS country, facility.advancedNode AS advancedNode
ORDER BY facility.name
