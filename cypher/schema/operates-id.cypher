// purpose: Makes the id of an OPERATES relationship unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT operates_id IF NOT EXISTS FOR ()-[r:OPERATES]-() REQUIRE r.id IS UNIQUE
