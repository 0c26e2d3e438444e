// purpose: Makes the id of a LOCATED_AT relationship unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT located_at_id IF NOT EXISTS FOR ()-[r:LOCATED_AT]-() REQUIRE r.id IS UNIQUE
