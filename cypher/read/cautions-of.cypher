// purpose: Ties that a source denies and name traps: why a party must not be taken for another.
// parameters: $id
// columns: fact, other, otherName
MATCH (party:Party {id: $id})-[fact:AFFILIATED_WITH]-(other:Party)
WHERE fact.kind IN ['false-friend', 'affiliation-denied']
RETURN properties(fact) AS fact, other.id AS other, other.name AS otherName
ORDER BY fact.id
