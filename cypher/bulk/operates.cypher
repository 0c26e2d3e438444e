// purpose: Writes the empty lists of OPERATES relationships, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH ()-[thing:OPERATES {id: row.id}]->()
SET thing += row.empty
