// purpose: Takes findings off parties and facilities that the load did not state, so that these can go. The rules raise
//   none on them; the findings go when the rules have run.
// parameters: $run (stamp of the load)
// columns: removed
MATCH (subject:Party|Facility)-[gone:RAISES]->()
WHERE subject.run <> $run
DELETE gone
RETURN count(*) AS removed
