// purpose: Ids of all parties and holdings that are there, whoever wrote them.
// parameters: none
// columns: section, id
MATCH (party:Party)
RETURN 'parties' AS section, party.id AS id
UNION ALL
MATCH ()-[holding:OWNS]->()
RETURN 'holdings' AS section, holding.id AS id
