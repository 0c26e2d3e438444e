// purpose: Makes the id of a List unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT list_id IF NOT EXISTS FOR (n:List) REQUIRE n.id IS UNIQUE
