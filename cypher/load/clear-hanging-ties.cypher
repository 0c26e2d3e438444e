// purpose: Removes where everybody is and who operates what, before other code than before writes it anew: it may name
//   these ties otherwise.
// parameters: none
// columns: removed
MATCH ()-[gone:LOCATED_AT|OPERATES]->()
DELETE gone
RETURN count(*) AS removed
