// purpose: Writes the empty lists of OWNS relationships, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH ()-[thing:OWNS {id: row.id}]->()
SET thing += row.empty
