// purpose: Advanced or unknown facilities that a facility counts as one with.
// parameters: $id
// columns: joined, other, otherName
MATCH (facility:Facility {id: $id})-[joined:ONE_FACILITY_WITH]->(other:Facility)
RETURN properties(joined) AS joined, other.id AS other, other.name AS otherName
ORDER BY joined.hops, joined.id
