// purpose: Makes the id of an ONE_FACILITY_WITH relationship unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT one_facility_with_id IF NOT EXISTS FOR ()-[r:ONE_FACILITY_WITH]-() REQUIRE r.id IS UNIQUE
