// purpose: Removes one-facility relations of former loads.
// parameters: $run (stamp of the load)
// columns: removed
MATCH ()-[gone:ONE_FACILITY_WITH]->()
WHERE gone.run <> $run
DELETE gone
RETURN count(*) AS removed
