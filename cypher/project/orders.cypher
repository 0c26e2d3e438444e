// purpose: All orders, for the analysis.
// parameters: none
// columns: fact
MATCH (order:Order)
WHERE order.row IS NOT NULL AND order.withdrawn IS NULL
RETURN properties(order) AS fact
ORDER BY order.id
