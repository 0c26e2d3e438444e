// purpose: Names of things by their ids.
// parameters: $ids
// columns: id, name
UNWIND $ids AS id
MATCH (thing:Party|Facility {id: id})
RETURN thing.id AS id, thing.name AS name
