// purpose: Waits until all indexes are online, at most a minute.
// parameters: none
// columns: none
CALL db.awaitIndexes(60)
