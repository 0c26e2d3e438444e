// purpose: Writes the empty lists of PHYSICALLY_LINKED_TO relationships, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH ()-[thing:PHYSICALLY_LINKED_TO {id: row.id}]->()
SET thing += row.empty
