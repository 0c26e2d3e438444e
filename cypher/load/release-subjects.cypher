// purpose: Takes findings off parties and facilities that were withdrawn, so that these can go. The rules raise none on
//   them; the findings go when the rules have run.
// parameters: none
// columns: removed
MATCH (subject:Party|Facility)-[gone:RAISES]->()
WHERE subject.withdrawn
DELETE gone
RETURN count(*) AS removed
