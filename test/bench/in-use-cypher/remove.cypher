// purpose: Removes the made parties with their holdings.
// parameters: $prefix, of their ids
// columns: none
MATCH (party:Party) WHERE party.id STARTS WITH $prefix
CALL (party) { DETACH DELETE party } IN TRANSACTIONS OF 10000 ROWS
