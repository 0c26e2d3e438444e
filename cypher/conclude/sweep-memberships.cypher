// purpose: Takes verdicts, findings, node classes and memberships that no longer follow off what raised and proved them.
//   A scan with a look into a map: looking each up in an index takes the longer the more the transaction has deleted.
// parameters: $gone (map with the id of each that no longer follows)
// columns: removed
MATCH (thing:Verdict|Finding|DataFinding|NodeClass|Membership)-[gone:HAS_VERDICT|RAISES|EVIDENCED_BY|HAS_NODE_CLASS|HAS_MEMBERSHIP]-()
WHERE $gone[thing.id]
DELETE gone
RETURN count(*) AS removed
