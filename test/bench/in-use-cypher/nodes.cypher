// purpose: All nodes with all they have.
// parameters: none
// columns: labels, properties
MATCH (node)
RETURN labels(node) AS labels, properties(node) AS properties
