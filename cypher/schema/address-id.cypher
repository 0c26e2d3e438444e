// purpose: Makes the id of an Address unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT address_id IF NOT EXISTS FOR (n:Address) REQUIRE n.id IS UNIQUE
