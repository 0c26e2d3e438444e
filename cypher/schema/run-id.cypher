// purpose: Makes the id of a Run unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT run_id IF NOT EXISTS FOR (n:Run) REQUIRE n.id IS UNIQUE
