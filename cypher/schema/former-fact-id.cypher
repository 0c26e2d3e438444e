// purpose: Makes the id of a FormerFact unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT former_fact_id IF NOT EXISTS FOR (n:FormerFact) REQUIRE n.id IS UNIQUE
