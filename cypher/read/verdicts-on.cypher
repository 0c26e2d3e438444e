// purpose: All verdicts of a party, of all times; with their arithmetic those that hold on a day.
// parameters: $id, $asOf (YYYY-MM-DD)
// columns: verdict, holds
MATCH (party:Party {id: $id})-[:HAS_VERDICT]->(verdict:Verdict)
WITH verdict,
     (verdict.from IS NULL OR verdict.from <= date($asOf)) AND (verdict.to IS NULL OR verdict.to > date($asOf)) AS holds
RETURN CASE WHEN holds THEN properties(verdict) ELSE verdict {.id, .regime, .outcome, .from, .to, .heldShare} END AS verdict,
       holds
ORDER BY verdict.regime, verdict.from
