// purpose: Makes the id of a Membership unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT membership_id IF NOT EXISTS FOR (n:Membership) REQUIRE n.id IS UNIQUE
