// purpose: Makes the id of a Source unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE
