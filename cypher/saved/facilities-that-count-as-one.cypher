// title: Which facilities count as one with a facility
// purpose: Everything that built links join with one facility on a day, over up to six links, with who runs it and over which links. Shared campuses and planned links join nothing.
// parameters: $facility = smic-s1 (id of a facility), $asOf = 2026-01-15 (day)
// columns: facility, operator, advanced, links, kinds, confidence
MATCH path = (:Facility {id: $facility})-[:PHYSICALLY_LINKED_TO*1..6 {joins: true}]-(facility:Facility)
WHERE facility.id <> $facility
  AND all(link IN relationships(path) WHERE (link.from IS NULL OR link.from <= date($asOf)) AND (link.to IS NULL OR link.to > date($asOf)))
WITH facility, path ORDER BY length(path)
WITH facility, head(collect(path)) AS path
OPTIONAL MATCH (operator:Party)-[:OPERATES]->(facility)
RETURN facility, operator, facility.advancedNode AS advanced, relationships(path) AS links,
       [link IN relationships(path) | link.kind] AS kinds, [link IN relationships(path) | link.confidence] AS confidence
ORDER BY size(links), facility.name
