// purpose: Makes the id of a CONTROLS relationship unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT controls_id IF NOT EXISTS FOR ()-[r:CONTROLS]-() REQUIRE r.id IS UNIQUE
