// purpose: Removes one-facility relations that no longer follow.
// parameters: $gone (map with the id of each that no longer follows)
// columns: removed
MATCH ()-[gone:ONE_FACILITY_WITH]->()
WHERE $gone[gone.id]
DELETE gone
RETURN count(*) AS removed
