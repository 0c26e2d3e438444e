// purpose: Marks verdicts and findings of former loads that case work points at: they are no longer drawn, and
//   keep their notes.
// parameters: $run (stamp of the load)
// columns: withdrawn
MATCH (kept:Verdict|Finding|DataFinding|NodeClass)
WHERE kept.run <> $run
SET kept.withdrawn = true
RETURN count(*) AS withdrawn
