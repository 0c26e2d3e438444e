// purpose: Writes new parties, all of one kind, as plainly as a script can.
// parameters: $rows [properties]
// columns: none
UNWIND $rows AS row
CREATE (party:Party:Company)
SET party = row
