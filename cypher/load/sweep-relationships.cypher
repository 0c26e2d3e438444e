// purpose: Removes ties that the load did not state. Ties of case work have other types and stay.
// parameters: $run (stamp of the load)
// columns: removed
MATCH ()-[gone:OWNS|CONTROLS|INVESTED_IN|AFFILIATED_WITH|OFFICER_OF|LOCATED_AT|OPERATES|PHYSICALLY_LINKED_TO]->()
WHERE gone.run <> $run
DELETE gone
RETURN count(*) AS removed
