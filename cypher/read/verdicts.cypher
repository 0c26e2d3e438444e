// purpose: Verdicts on one day.
// parameters: $asOf (YYYY-MM-DD), $regime, $outcome (null for all), $offset, $limit
// columns: total, page (a list of maps: verdict, name)
MATCH (party:Party)-[:HAS_VERDICT]->(verdict:Verdict)
WHERE (verdict.from IS NULL OR verdict.from <= date($asOf)) AND (verdict.to IS NULL OR verdict.to > date($asOf))
  AND ($regime IS NULL OR verdict.regime = $regime)
  AND ($outcome IS NULL OR verdict.outcome = $outcome)
WITH party, verdict ORDER BY verdict.regime, verdict.outcome, party.name, verdict.id
WITH collect({verdict: properties(verdict), name: party.name}) AS rows
RETURN size(rows) AS total, rows[$offset..$offset + $limit] AS page
