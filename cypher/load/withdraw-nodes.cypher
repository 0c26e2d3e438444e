// purpose: Marks things that the load did not state but that case work points at: they leave the facts and keep
//   their notes.
// parameters: $run (stamp of the load)
// columns: withdrawn
MATCH (kept:Party|Facility|Address|List|Edition|Listing|Source|Order)
WHERE kept.run <> $run
SET kept.withdrawn = true
RETURN count(*) AS withdrawn
