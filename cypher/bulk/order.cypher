// purpose: Writes the empty lists of each Order node, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH (thing:Order {id: row.id})
SET thing += row.empty
