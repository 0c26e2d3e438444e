// purpose: All sources, for the analysis.
// parameters: $run (stamp of the load)
// columns: fact
MATCH (source:Source)
WHERE source.run = $run
RETURN properties(source) AS fact
ORDER BY source.id
