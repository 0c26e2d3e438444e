// purpose: How many things raise each flag on one day, by level.
// parameters: $asOf (YYYY-MM-DD)
// columns: flag, title, level, subjects
MATCH (finding:Finding)
WHERE finding.withdrawn IS NULL
  AND (finding.from IS NULL OR finding.from <= date($asOf)) AND (finding.to IS NULL OR finding.to > date($asOf))
RETURN finding.flag AS flag, min(finding.title) AS title, finding.level AS level, count(DISTINCT finding.subject) AS subjects
