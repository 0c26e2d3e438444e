// purpose: Writes the empty lists of each List node, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH (thing:List {id: row.id})
SET thing += row.empty
