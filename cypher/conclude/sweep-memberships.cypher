// purpose: Takes verdicts and findings of former loads off what raised and proved them, and verdicts that stay off
//   listings that they no longer rest on.
// parameters: $run (stamp of the load)
// columns: removed
MATCH (thing:Verdict|Finding|DataFinding|NodeClass)-[gone:HAS_VERDICT|RAISES|EVIDENCED_BY|HAS_NODE_CLASS]-(end)
WHERE thing.run <> $run OR (thing:Verdict AND end:Listing AND NOT end.id IN thing.listings)
DELETE gone
RETURN count(*) AS removed
