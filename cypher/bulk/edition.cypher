// purpose: Writes the empty lists of each Edition node, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH (thing:Edition {id: row.id})
SET thing += row.empty
