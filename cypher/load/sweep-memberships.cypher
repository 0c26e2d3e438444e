// purpose: Takes listings and editions off the parties and lists that the load did not state for them.
// parameters: $run (stamp of the load)
// columns: removed
MATCH (thing:Listing|Edition)-[gone:LISTED_AS|ON]-(end:Party|List)
WHERE thing.run <> $run OR end.id <> CASE type(gone) WHEN 'ON' THEN thing.list ELSE thing.party END
DELETE gone
RETURN count(*) AS removed
