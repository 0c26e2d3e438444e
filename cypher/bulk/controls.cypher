// purpose: Writes the empty lists of CONTROLS relationships, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH ()-[thing:CONTROLS {id: row.id}]->()
SET thing += row.empty
