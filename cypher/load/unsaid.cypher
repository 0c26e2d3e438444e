// purpose: Something that is rolled back: Neo4j plans statements apart for transactions that have written.
// parameters: none
// columns: none
CREATE (:FormerFact)
