// purpose: All orders, for the analysis.
// parameters: $run (stamp of the load)
// columns: fact
MATCH (order:Order)
WHERE order.run = $run
RETURN properties(order) AS fact
ORDER BY order.id
