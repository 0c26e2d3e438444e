// purpose: Editions of lists that the facts were taken from, the newest of each.
// parameters: none
// columns: list, title, code, edition
MATCH (edition:Edition)-[:ON]->(list:List)
RETURN list.id AS list, list.title AS title, list.code AS code, toString(max(edition.edition)) AS edition
ORDER BY list.code
