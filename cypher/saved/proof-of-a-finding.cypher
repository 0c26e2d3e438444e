// title: The proof of a flag, step by step
// purpose: Findings of one flag on a day, with the verdict they rest on and its arithmetic line by line.
// parameters: $flag = RF29 (flag), $asOf = 2025-10-15 (day)
// columns: subject, text, steps, evidence
MATCH (subject)-[:RAISES]->(finding:Finding {flag: $flag})
WHERE (finding.from IS NULL OR finding.from <= date($asOf)) AND (finding.to IS NULL OR finding.to > date($asOf))
OPTIONAL MATCH (finding)-[:EVIDENCED_BY]->(verdict:Verdict)
RETURN subject, finding.text AS text, verdict.steps AS steps, finding.evidence AS evidence
ORDER BY text
