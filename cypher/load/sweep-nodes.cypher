// purpose: Removes things that the load did not state and that nothing points at any more.
// parameters: $run (stamp of the load)
// columns: removed
MATCH (gone:Party|Facility|Address|List|Edition|Listing|Source|Order)
WHERE gone.run <> $run AND NOT EXISTS { (gone)--() }
DELETE gone
RETURN count(*) AS removed
