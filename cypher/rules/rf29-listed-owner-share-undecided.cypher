// id: rf29-listed-owner-share-undecided
// flag: RF29
// title: Listed owner with an unknown or undecided share
// level: cannot-exclude
// citation: Red Flag 29, Supplement No. 3 to 15 CFR Part 732, added by FR Doc 2025-19001, 90 FR 47201
// confidence: secondary
// in force: regime
// otherwise: lead
// says: It is not known well enough what restricted owners hold of {subject} to say that it stays under 50 %: {heldBy}.
// asks: Find out the percentage. If it cannot be found out: resolve the flag, get a licence, or identify a licence exception before going on.
// false positives: A share that is known to be small but is not published, as with most of Hubble's.
// columns: subject, evidence (the verdict), say
MATCH (subject:Party)-[:HAS_VERDICT]->(verdict:Verdict {regime: 'bis-affiliates', outcome: 'cannot-exclude'})
WHERE verdict.heldBy <> ''
RETURN subject,
       [verdict] AS evidence,
       {heldBy: verdict.heldBy} AS say
