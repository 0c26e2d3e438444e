// title: What is known from one source
// purpose: Every party, facility, listing and tie that one source states, with how sure it is and the row it was read from: what falls when the source does.
// parameters: $source = trendforce-hubble (id of a source)
// columns: what, fact, id, confidence, row
WITH $source AS source
CALL (source) {
  MATCH (thing:Party|Facility|Listing) WHERE source IN thing.sources
  RETURN labels(thing)[0] AS what, thing AS fact
  UNION ALL
  MATCH ()-[tie]->() WHERE source IN tie.sources
  RETURN type(tie) AS what, tie AS fact
}
RETURN what, fact, fact.id AS id, fact.confidence AS confidence, fact.row AS row
ORDER BY what, id
