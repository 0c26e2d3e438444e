// purpose: All parties, for the analysis.
// parameters: $run (stamp of the load)
// columns: fact
MATCH (party:Party)
WHERE party.run = $run
RETURN properties(party) AS fact
ORDER BY party.id
