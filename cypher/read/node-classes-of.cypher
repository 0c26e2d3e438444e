// purpose: The node class of a facility over time.
// parameters: $id
// columns: class
MATCH (facility:Facility {id: $id})-[:HAS_NODE_CLASS]->(class:NodeClass)
RETURN properties(class) AS class
ORDER BY class.from IS NOT NULL, class.from
