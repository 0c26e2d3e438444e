// purpose: Writes the empty lists of each Verdict node, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH (thing:Verdict {id: row.id})
SET thing += row.empty
