// purpose: Writes the empty lists of ONE_FACILITY_WITH relationships, which the import tool leaves out.
// parameters: $rows
// columns: none
UNWIND $rows AS row
MATCH ()-[thing:ONE_FACILITY_WITH {id: row.id}]->()
SET thing += row.empty
