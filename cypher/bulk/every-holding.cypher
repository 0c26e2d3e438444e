// purpose: Writes the empty lists of all holdings, which the import tool leaves out; this property is never absent.
// parameters: none
// columns: none
MATCH ()-[holding:OWNS]->()
WHERE holding.sources IS NULL
CALL (holding) {
  SET holding.sources = []
} IN TRANSACTIONS OF 10000 ROWS
