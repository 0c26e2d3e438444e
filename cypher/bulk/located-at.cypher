// purpose: Writes the empty lists of LOCATED_AT relationships, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH ()-[thing:LOCATED_AT {id: row.id}]->()
SET thing += row.empty
