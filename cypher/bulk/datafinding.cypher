// purpose: Writes the empty lists of each DataFinding node, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH (thing:DataFinding {id: row.id})
SET thing += row.empty
