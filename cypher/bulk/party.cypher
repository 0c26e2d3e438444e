// purpose: Writes the empty lists of each Party node, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH (thing:Party {id: row.id})
SET thing += row.empty
