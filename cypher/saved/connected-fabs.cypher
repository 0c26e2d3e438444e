// title: Which facility is joined to which
// purpose: Physical links that make facilities one on a day, with who runs the two ends. Planned links, shared campuses and links that a source denies are left out.
// parameters: $asOf = 2026-01-15 (day)
// columns: a, link, b, kind, confidence, operators
MATCH (a:Facility)-[link:PHYSICALLY_LINKED_TO {joins: true}]->(b:Facility)
WHERE (link.from IS NULL OR link.from <= date($asOf)) AND (link.to IS NULL OR link.to > date($asOf))
RETURN a, link, b, link.kind AS kind, link.confidence AS confidence,
       COLLECT { MATCH (operator:Party)-[:OPERATES]->(end:Facility) WHERE end IN [a, b] RETURN DISTINCT operator.name AS name ORDER BY name } AS operators
ORDER BY a.country, a.name
