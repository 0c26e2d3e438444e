// purpose: Writes findings and ties each to the party or facility that raises it and to the verdict it rests on, and to
//   no other verdict. Former ties are found from the finding: a label that Neo4j could look up tempts it to go through all
//   verdicts for each.
// parameters: $rows [{id, subject, subjectKind, verdict, properties}]
// columns: none
UNWIND $rows AS row
MERGE (finding:Finding {id: row.id})
SET finding = row.properties
WITH finding, row
OPTIONAL MATCH (party:Party {id: row.subject}) WHERE row.subjectKind = 'party'
OPTIONAL MATCH (facility:Facility {id: row.subject}) WHERE row.subjectKind = 'facility'
OPTIONAL MATCH (verdict:Verdict {id: row.verdict})
WITH finding, row, coalesce(party, facility) AS subject, verdict
MERGE (subject)-[:RAISES]->(finding)
FOREACH (proof IN CASE WHEN verdict IS NULL THEN [] ELSE [verdict] END | MERGE (finding)-[:EVIDENCED_BY]->(proof))
WITH finding, row
MATCH (finding)-[stale:EVIDENCED_BY]->(former)
WHERE 'Verdict' IN labels(former) AND former.id <> coalesce(row.verdict, '')
DELETE stale
