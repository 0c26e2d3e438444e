// purpose: All sources, for the analysis.
// parameters: none
// columns: fact
MATCH (source:Source)
WHERE source.row IS NOT NULL AND source.withdrawn IS NULL
RETURN properties(source) AS fact
ORDER BY source.id
