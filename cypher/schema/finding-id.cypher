// purpose: Makes the id of a Finding unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT finding_id IF NOT EXISTS FOR (n:Finding) REQUIRE n.id IS UNIQUE
