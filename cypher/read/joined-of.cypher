// purpose: Advanced or unknown facilities that a facility counts as one with.
// parameters: $id
// columns: joined, other, otherName, viaNames (in the order of joined.via)
MATCH (facility:Facility {id: $id})-[joined:ONE_FACILITY_WITH]->(other:Facility)
RETURN properties(joined) AS joined, other.id AS other, other.name AS otherName,
       COLLECT {
         UNWIND range(0, size(joined.via) - 1) AS at
         MATCH (passed:Facility {id: joined.via[at]})
         RETURN passed.name ORDER BY at
       } AS viaNames
ORDER BY joined.hops, joined.id
