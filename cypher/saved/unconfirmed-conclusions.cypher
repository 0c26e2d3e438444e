// title: What is flagged and not confirmed
// purpose: Findings of a day that rest on reports or memory only, or on a rule whose being in force nobody confirmed: what to verify before it is relied on.
// parameters: $asOf = 2026-11-22 (day)
// columns: subject, name, flag, level, confidence, confirmed, text, evidence
MATCH (subject:Party|Facility)-[:RAISES]->(finding:Finding)
WHERE (finding.confidence IN ['reported', 'inferred'] OR finding.confirmed = false)
  AND (finding.from IS NULL OR finding.from <= date($asOf)) AND (finding.to IS NULL OR finding.to > date($asOf))
RETURN subject, subject.name AS name, finding.flag AS flag, finding.level AS level, finding.confidence AS confidence,
       finding.confirmed AS confirmed, finding.text AS text, finding.evidence AS evidence
ORDER BY flag, name
