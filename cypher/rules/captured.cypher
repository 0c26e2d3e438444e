// id: captured
// flag: captured
// title: Captured through ownership or control
// level: restricted
// citation: the regime named with the verdict; for BIS Supplement No. 8 to 15 CFR Part 744
// confidence: verified
// in force: regime
// otherwise: lead
// says: {subject} is held to the threshold of {regime}: {heldBy}.
// asks: Apply the most restrictive requirement of the contributing owners, or show that a holding has ended.
// false positives: A divestment that the sources do not show yet; a share that was derived from capital contributions.
// columns: subject, evidence (the verdict), say
MATCH (subject:Party)-[:HAS_VERDICT]->(verdict:Verdict {outcome: 'captured'})
RETURN subject,
       [verdict] AS evidence,
       {regime: verdict.regimeTitle, heldBy: verdict.heldBy} AS say
