// purpose: Records what is loaded: one node, replaced by each load in the load's own transaction.
// parameters: $properties {run, concludedBy, input, inputs, waitingPairs, software, finishedAt, counts}, $changes (what was recorded before stays when null)
// columns: none
MERGE (run:Run {id: 'current'})
WITH run, coalesce($changes, run.changes, '') AS changes
SET run = $properties, run.id = 'current', run.changes = changes
