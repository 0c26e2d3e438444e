// purpose: What the last load or rollback of an edition changed, as JSON; empty when none was recorded.
// parameters: none
// columns: changes
MATCH (run:Run {id: 'current'})
RETURN run.changes AS changes
