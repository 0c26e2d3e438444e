// purpose: Parties, facilities and addresses as the canvas draws them on one day: outcome, list codes, flags.
// parameters: $ids, $asOf (YYYY-MM-DD), $regime (id of the regime whose outcome is shown)
// columns: thing, labels, outcome, weak, nodeClass, listings [{code, footnotes}], flags
UNWIND $ids AS id
MATCH (thing:Party|Facility|Address {id: id})
WHERE thing.withdrawn IS NULL
OPTIONAL MATCH (thing)-[:HAS_VERDICT]->(verdict:Verdict {regime: $regime})
WHERE (verdict.from IS NULL OR verdict.from <= date($asOf)) AND (verdict.to IS NULL OR verdict.to > date($asOf))
RETURN properties(thing) AS thing,
       labels(thing) AS labels,
       verdict.outcome AS outcome,
       verdict.weak AS weak,
       COLLECT {
         MATCH (thing)-[:HAS_NODE_CLASS]->(class:NodeClass)
         WHERE (class.from IS NULL OR class.from <= date($asOf)) AND (class.to IS NULL OR class.to > date($asOf))
         RETURN class.nodeClass
       }[0] AS nodeClass,
       COLLECT {
         MATCH (thing)-[:LISTED_AS]->(listing:Listing)-[:ON]->(list:List)
         WHERE (listing.from IS NULL OR listing.from <= date($asOf)) AND (listing.to IS NULL OR listing.to > date($asOf))
         RETURN {code: list.code, footnotes: listing.footnotes} ORDER BY list.code
       } AS listings,
       COLLECT {
         MATCH (thing)-[:RAISES]->(finding:Finding)
         WHERE finding.level IN ['restricted', 'red-flag', 'cannot-exclude']
           AND (finding.from IS NULL OR finding.from <= date($asOf)) AND (finding.to IS NULL OR finding.to > date($asOf))
         RETURN DISTINCT finding.flag AS flag ORDER BY flag
       } AS flags
