// purpose: Writes the empty lists of each Membership node, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH (thing:Membership {id: row.id})
SET thing += row.empty
