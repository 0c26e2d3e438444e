// purpose: Facilities that a party operates.
// parameters: $id, $asOf (YYYY-MM-DD)
// columns: id, name, country, nodeClass
MATCH (party:Party {id: $id})-[:OPERATES]->(facility:Facility)
OPTIONAL MATCH (facility)-[:HAS_NODE_CLASS]->(class:NodeClass)
WHERE (class.from IS NULL OR class.from <= date($asOf)) AND (class.to IS NULL OR class.to > date($asOf))
RETURN facility.id AS id, facility.name AS name, facility.country AS country, class.nodeClass AS nodeClass
ORDER BY facility.name
