// purpose: Writes the empty lists of INVESTED_IN relationships, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH ()-[thing:INVESTED_IN {id: row.id}]->()
SET thing += row.empty
