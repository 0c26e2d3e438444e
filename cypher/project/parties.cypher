// purpose: All parties, for the analysis.
// parameters: none
// columns: fact
MATCH (party:Party)
WHERE party.row IS NOT NULL AND party.withdrawn IS NULL
RETURN properties(party) AS fact
ORDER BY party.id
