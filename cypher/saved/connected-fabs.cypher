// title: Which facility is joined to which
// purpose: Physical links that make facilities one, with who runs the two ends. Planned links, shared campuses and links that a source denies are left out.
// parameters: none
// columns: a, link, b, kind, confidence
MATCH (a:Facility)-[link:PHYSICALLY_LINKED_TO {joins: true}]->(b:Facility)
RETURN a, link, b, link.kind AS kind, link.confidence AS confidence
ORDER BY a.country, a.name
