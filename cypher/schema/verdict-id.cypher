// purpose: Makes the id of a Verdict unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT verdict_id IF NOT EXISTS FOR (n:Verdict) REQUIRE n.id IS UNIQUE
