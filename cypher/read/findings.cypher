// purpose: Findings on one day, gravest first.
// parameters: $asOf (YYYY-MM-DD), $flag, $level, $rule, $subject (null for all), $offset, $limit
// columns: total, page (a list of maps: finding, name, originalName)
MATCH (subject:Party|Facility)-[:RAISES]->(finding:Finding)
WHERE (finding.from IS NULL OR finding.from <= date($asOf)) AND (finding.to IS NULL OR finding.to > date($asOf))
  AND ($flag IS NULL OR finding.flag = $flag)
  AND ($level IS NULL OR finding.level = $level)
  AND ($rule IS NULL OR finding.rule = $rule)
  AND ($subject IS NULL OR finding.subject = $subject)
WITH subject, finding,
     CASE finding.level WHEN 'restricted' THEN 0 WHEN 'red-flag' THEN 1 WHEN 'cannot-exclude' THEN 2 WHEN 'lead' THEN 3 ELSE 4 END AS gravity
ORDER BY gravity, finding.flag, subject.name, finding.id
WITH collect({finding: properties(finding), name: subject.name, originalName: subject.originalName}) AS rows
RETURN size(rows) AS total, rows[$offset..$offset + $limit] AS page
