// purpose: Records what is loaded: one node, replaced by each load in the load's own transaction.
// parameters: $properties {run, concludedBy, input, inputs, software, finishedAt, counts, changes}
// columns: none
MERGE (run:Run {id: 'current'})
SET run = $properties, run.id = 'current'
