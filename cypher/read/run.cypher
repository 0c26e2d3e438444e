// purpose: What is loaded. No row when nothing is.
// parameters: none
// columns: run, concludedBy, input, inputs, waitingPairs, finishedAt, software, counts
MATCH (run:Run {id: 'current'})
RETURN run.run AS run, run.concludedBy AS concludedBy, run.input AS input, run.inputs AS inputs, run.waitingPairs AS waitingPairs, toString(run.finishedAt) AS finishedAt, run.software AS software, run.counts AS counts
