// purpose: Writes the empty lists of each NodeClass node, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH (thing:NodeClass {id: row.id})
SET thing += row.empty
