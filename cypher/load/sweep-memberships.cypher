// purpose: Takes listings and editions that the load did not state off their parties and lists.
// parameters: $run (stamp of the load)
// columns: removed
MATCH (thing:Listing|Edition)-[gone:LISTED_AS|ON]-()
WHERE thing.run <> $run
DELETE gone
RETURN count(*) AS removed
