// purpose: Takes listings, editions and orders off the parties, lists and facilities that the load did not state for them.
// parameters: $run (stamp of the load)
// columns: removed
MATCH (thing:Listing|Edition|Order)-[gone:LISTED_AS|ON|ORDERED]-(end:Party|List|Facility)
WHERE thing.run <> $run OR end.id <> CASE type(gone) WHEN 'ON' THEN thing.list WHEN 'ORDERED' THEN thing.subject ELSE thing.party END
DELETE gone
RETURN count(*) AS removed
