// purpose: Removes verdicts, findings and node classes that no longer follow, once nothing points at them any more.
// parameters: $ids (ids of what no longer follows)
// columns: removed
MATCH (gone:Verdict|Finding|DataFinding|NodeClass)
WHERE (gone.id IN $ids OR gone.withdrawn) AND NOT EXISTS { (gone)--() }
DELETE gone
RETURN count(*) AS removed
