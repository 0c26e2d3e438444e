// purpose: Makes the id of a Facility unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT facility_id IF NOT EXISTS FOR (n:Facility) REQUIRE n.id IS UNIQUE
