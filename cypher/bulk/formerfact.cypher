// purpose: Writes the empty lists of each FormerFact node, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH (thing:FormerFact {id: row.id})
SET thing += row.empty
