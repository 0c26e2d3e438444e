// purpose: Makes the id of a NodeClass unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT node_class_id IF NOT EXISTS FOR (n:NodeClass) REQUIRE n.id IS UNIQUE
