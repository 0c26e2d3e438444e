// purpose: Physical links of a facility, also planned ones and those that a source denies.
// parameters: $id
// columns: fact, other, otherName
MATCH (facility:Facility {id: $id})-[fact:PHYSICALLY_LINKED_TO]-(other:Facility)
RETURN properties(fact) AS fact, other.id AS other, other.name AS otherName
ORDER BY fact.joins DESC, fact.id
