// purpose: Makes the id of a Party unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT party_id IF NOT EXISTS FOR (n:Party) REQUIRE n.id IS UNIQUE
