// purpose: Writes the empty lists of OFFICER_OF relationships, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH ()-[thing:OFFICER_OF {id: row.id}]->()
SET thing += row.empty
