// purpose: Makes the id of a DataFinding unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT data_finding_id IF NOT EXISTS FOR (n:DataFinding) REQUIRE n.id IS UNIQUE
