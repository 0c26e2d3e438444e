// purpose: Removes verdicts, findings, node classes and memberships that no longer follow, once nothing points at them any more.
// parameters: $ids (ids of what no longer follows)
// columns: removed
MATCH (gone:Verdict|Finding|DataFinding|NodeClass|Membership)
WHERE (gone.id IN $ids OR gone.withdrawn) AND NOT EXISTS { (gone)--() }
DELETE gone
RETURN count(*) AS removed
