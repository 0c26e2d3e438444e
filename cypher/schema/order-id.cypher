// purpose: Makes the id of an Order unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT order_id IF NOT EXISTS FOR (n:Order) REQUIRE n.id IS UNIQUE
