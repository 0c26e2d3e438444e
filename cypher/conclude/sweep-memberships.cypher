// purpose: Takes verdicts and findings of former loads off what raised and proved them.
// parameters: $run (stamp of the load)
// columns: removed
MATCH (thing:Verdict|Finding|DataFinding)-[gone:HAS_VERDICT|RAISES|EVIDENCED_BY]-()
WHERE thing.run <> $run
DELETE gone
RETURN count(*) AS removed
