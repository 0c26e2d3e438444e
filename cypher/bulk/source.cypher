// purpose: Writes the empty lists of each Source node, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH (thing:Source {id: row.id})
SET thing += row.empty
