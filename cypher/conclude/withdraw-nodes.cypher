// purpose: Marks verdicts and findings that no longer follow but that case work points at: they are no longer drawn, and
//   keep their notes.
// parameters: $ids (ids of what no longer follows)
// columns: withdrawn
MATCH (kept:Verdict|Finding|DataFinding|NodeClass|Membership)
WHERE kept.id IN $ids
SET kept.withdrawn = true
RETURN count(*) AS withdrawn
