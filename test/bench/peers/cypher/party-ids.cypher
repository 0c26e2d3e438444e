// purpose: Internal ids of all parties, in order of their numbers.
// parameters: none
// columns: ids
MATCH (party:Party)
WITH party ORDER BY party.number
RETURN collect(id(party)) AS ids
