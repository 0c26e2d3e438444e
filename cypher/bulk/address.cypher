// purpose: Writes the empty lists of each Address node, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH (thing:Address {id: row.id})
SET thing += row.empty
