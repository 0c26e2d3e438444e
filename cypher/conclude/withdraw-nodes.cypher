// purpose: Marks verdicts and findings that no longer follow: they are no longer drawn. Those that case work points at stay
//   so, with its notes; the others are removed next.
// parameters: $gone (map with the id of each that no longer follows)
// columns: withdrawn
MATCH (kept:Verdict|Finding|DataFinding|NodeClass|Membership)
WHERE $gone[kept.id]
SET kept.withdrawn = true
RETURN count(*) AS withdrawn
