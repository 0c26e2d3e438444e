// purpose: Makes the id of an Edition unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT edition_id IF NOT EXISTS FOR (n:Edition) REQUIRE n.id IS UNIQUE
