// purpose: Removes verdicts, findings, node classes and memberships that were withdrawn, once nothing points at them any more.
// parameters: none
// columns: removed
MATCH (gone:Verdict|Finding|DataFinding|NodeClass|Membership)
WHERE gone.withdrawn AND NOT EXISTS { (gone)--() }
DELETE gone
RETURN count(*) AS removed
