// title: One verdict, step by step
// purpose: What each regime says of one party on a day, one row a step of its arithmetic, with the holding or listing rows behind the step.
// parameters: $party = nexperia (id of a party), $asOf = 2025-10-15 (day)
// columns: regime, outcome, share, step, says, facts, from, to
MATCH (:Party {id: $party})-[:HAS_VERDICT]->(verdict:Verdict)
WHERE (verdict.from IS NULL OR verdict.from <= date($asOf)) AND (verdict.to IS NULL OR verdict.to > date($asOf))
UNWIND CASE WHEN verdict.steps = [] THEN [null] ELSE range(0, size(verdict.steps) - 1) END AS at
RETURN verdict.regime AS regime, verdict.outcome AS outcome, verdict.heldShare AS share, at + 1 AS step,
       verdict.steps[at] AS says, verdict.facts AS facts, verdict.from AS from, verdict.to AS to
ORDER BY regime, step
