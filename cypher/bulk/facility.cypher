// purpose: Writes the empty lists of each Facility node, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH (thing:Facility {id: row.id})
SET thing += row.empty
