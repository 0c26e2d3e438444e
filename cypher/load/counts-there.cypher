// purpose: How many parties and holdings are there, from Neo4j's own counts: nothing is gone through.
// parameters: none
// columns: there
CALL () {
  MATCH (party:Party)
  RETURN count(party) AS things
  UNION ALL
  MATCH ()-[holding:OWNS]->()
  RETURN count(holding) AS things
}
RETURN sum(things) AS there
