// purpose: Makes the id of a Listing unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT listing_id IF NOT EXISTS FOR (n:Listing) REQUIRE n.id IS UNIQUE
