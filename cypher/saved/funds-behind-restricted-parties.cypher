// title: Funds that hold or funded restricted parties
// purpose: Funds that on a day hold a share of, or by that day had put money into, a party that is listed or captured under the BIS 50 % rule.
// parameters: $asOf = 2025-10-15 (day)
// columns: fund, tie, party, outcome, share, confidence
MATCH (fund:Fund)-[tie:OWNS|INVESTED_IN]->(party:Party)-[:HAS_VERDICT]->(verdict:Verdict {regime: 'bis-affiliates'})
WHERE verdict.outcome IN ['listed', 'captured']
  AND (verdict.from IS NULL OR verdict.from <= date($asOf)) AND (verdict.to IS NULL OR verdict.to > date($asOf))
  AND (tie.from IS NULL OR tie.from <= date($asOf))
  AND (type(tie) = 'INVESTED_IN' OR tie.to IS NULL OR tie.to > date($asOf))
RETURN fund, tie, party, verdict.outcome AS outcome, coalesce(tie.share, 'funded') AS share, tie.confidence AS confidence
ORDER BY fund.name, party.name, tie.id
