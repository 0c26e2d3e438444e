// purpose: Is nothing in Neo4j at all, neither facts nor case work nor anything of somebody else?
// parameters: none
// columns: isEmpty
RETURN NOT EXISTS { MATCH () } AS isEmpty
