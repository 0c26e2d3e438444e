// title: Captured under one regime and not under another
// purpose: Parties that one regime captures on a day, or would if it were in force, and another does not: what a second threshold, list or control test changes.
// parameters: $regime = bis-affiliates (id of a regime), $other = bis-legally-distinct (id of a regime), $asOf = 2025-10-15 (day)
// columns: party, name, share, heldBy, underTheOther, itsShare
MATCH (party:Party)-[:HAS_VERDICT]->(verdict:Verdict {regime: $regime, outcome: 'captured'})
WHERE (verdict.from IS NULL OR verdict.from <= date($asOf)) AND (verdict.to IS NULL OR verdict.to > date($asOf))
OPTIONAL MATCH (party)-[:HAS_VERDICT]->(other:Verdict {regime: $other})
WHERE (other.from IS NULL OR other.from <= date($asOf)) AND (other.to IS NULL OR other.to > date($asOf))
WITH party, verdict, coalesce(other.outcome, 'not-captured') AS underTheOther, other.heldShare AS itsShare
WHERE NOT underTheOther IN ['captured', 'listed']
RETURN party, party.name AS name, verdict.heldShare AS share, verdict.heldBy AS heldBy, underTheOther, itsShare
ORDER BY name
