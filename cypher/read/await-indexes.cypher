// purpose: Waits until all indexes are online, at most half an hour: those of a whole register take long.
// parameters: none
// columns: none
CALL db.awaitIndexes(1800)
