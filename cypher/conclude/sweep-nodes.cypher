// purpose: Removes verdicts and findings of former loads that nothing points at any more.
// parameters: $run (stamp of the load)
// columns: removed
MATCH (gone:Verdict|Finding|DataFinding|NodeClass)
WHERE gone.run <> $run AND NOT EXISTS { (gone)--() }
DELETE gone
RETURN count(*) AS removed
