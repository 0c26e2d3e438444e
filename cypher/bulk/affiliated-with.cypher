// purpose: Writes the empty lists of AFFILIATED_WITH relationships, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH ()-[thing:AFFILIATED_WITH {id: row.id}]->()
SET thing += row.empty
