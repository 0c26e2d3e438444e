// purpose: Takes verdicts, findings, node classes and memberships that no longer follow off what raised and proved them.
// parameters: $ids (ids of what no longer follows)
// columns: removed
MATCH (thing:Verdict|Finding|DataFinding|NodeClass|Membership)-[gone:HAS_VERDICT|RAISES|EVIDENCED_BY|HAS_NODE_CLASS|HAS_MEMBERSHIP]-()
WHERE thing.id IN $ids
DELETE gone
RETURN count(*) AS removed
