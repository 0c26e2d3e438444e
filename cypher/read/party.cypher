// purpose: One party.
// parameters: $id
// columns: party
MATCH (party:Party {id: $id})
WHERE party.withdrawn IS NULL
RETURN properties(party) AS party
