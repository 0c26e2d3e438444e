// purpose: Makes the id of an OFFICER_OF relationship unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT officer_of_id IF NOT EXISTS FOR ()-[r:OFFICER_OF]-() REQUIRE r.id IS UNIQUE
