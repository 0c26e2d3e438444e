// purpose: Makes the id of a PHYSICALLY_LINKED_TO relationship unique, so that MERGE on it is one look-up.
// parameters: none
// columns: none
CREATE CONSTRAINT physically_linked_to_id IF NOT EXISTS FOR ()-[r:PHYSICALLY_LINKED_TO]-() REQUIRE r.id IS UNIQUE
