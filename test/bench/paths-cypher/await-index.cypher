// purpose: Waits for the index.
// parameters: none
// columns: none
CALL db.awaitIndexes(300)
