// title: What depends on one holding
// purpose: Verdicts, findings and memberships in complexes of a day that rest on one fact, given by its id: what has to be looked at again when it turns out to be wrong or ends.
// parameters: $fact = holding:huawei-technologies-co-ltd:hubble:2019-04-01 (id of a holding, link or listing), $asOf = 2025-10-15 (day)
// columns: subject, name, what, says
MATCH (subject:Party|Facility)-[:HAS_VERDICT|RAISES|HAS_MEMBERSHIP]->(conclusion:Verdict|Finding|Membership)
WHERE ($fact IN conclusion.facts OR $fact IN conclusion.evidence OR $fact IN conclusion.listings)
  AND (conclusion.from IS NULL OR conclusion.from <= date($asOf)) AND (conclusion.to IS NULL OR conclusion.to > date($asOf))
RETURN subject, subject.name AS name,
       coalesce(conclusion.flag, conclusion.regime, conclusion.title) AS what,
       coalesce(conclusion.text, conclusion.outcome + ': ' + conclusion.heldShare) AS says
ORDER BY name, what
