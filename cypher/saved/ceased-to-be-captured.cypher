// title: Who ceased to be captured on a day
// purpose: Parties that a rule in force captured up to the day before, and not on this day any more: the rule was suspended, a holding ended, or an owner was taken off the list. The default is the first day of the suspension.
// parameters: $day = 2025-11-10 (day)
// columns: party, name, regime, heldBy, since, would
MATCH (party:Party)-[:RAISES]->(finding:Finding {rule: 'captured', inForce: true})-[:EVIDENCED_BY]->(verdict:Verdict)
WHERE finding.to = date($day)
  AND NOT EXISTS {
    MATCH (party)-[:RAISES]->(after:Finding {rule: 'captured', inForce: true})-[:EVIDENCED_BY]->(:Verdict {regime: verdict.regime})
    WHERE after.from = date($day)
  }
OPTIONAL MATCH (party)-[:HAS_VERDICT]->(now:Verdict {regime: verdict.regime})
WHERE (now.from IS NULL OR now.from <= date($day)) AND (now.to IS NULL OR now.to > date($day))
RETURN party, party.name AS name, verdict.regime AS regime, verdict.heldBy AS heldBy, finding.from AS since,
       coalesce(now.outcome, 'not-captured') AS would
ORDER BY regime, name
