// purpose: Makes the id of an AFFILIATED_WITH relationship unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT affiliated_with_id IF NOT EXISTS FOR ()-[r:AFFILIATED_WITH]-() REQUIRE r.id IS UNIQUE
