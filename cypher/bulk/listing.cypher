// purpose: Writes the empty lists of each Listing node, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH (thing:Listing {id: row.id})
SET thing += row.empty
