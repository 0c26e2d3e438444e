// purpose: Removes one-facility relations that no longer follow.
// parameters: $ids (ids of what no longer follows)
// columns: removed
MATCH ()-[gone:ONE_FACILITY_WITH]->()
WHERE gone.id IN $ids
DELETE gone
RETURN count(*) AS removed
