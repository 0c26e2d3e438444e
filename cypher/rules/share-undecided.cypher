// id: share-undecided
// flag: share-undecided
// title: Designated owner with an unknown or undecided share or control
// level: cannot-exclude
// citation: the regime named with the verdict
// confidence: secondary
// in force: regime
// otherwise: lead
// says: Under {regime} it cannot be excluded that {subject} is owned or controlled to the threshold: {heldBy}.
// asks: Find out the share, and who controls the party, before dealing with it.
// false positives: A share that is known to be small but is not published.
// columns: subject, evidence (the verdict), say
MATCH (subject:Party)-[:HAS_VERDICT]->(verdict:Verdict {outcome: 'cannot-exclude'})
WHERE verdict.regime IN ['ofac-50', 'eu-own-or-control', 'uk-own-or-control'] AND verdict.heldBy <> ''
RETURN subject,
       [verdict] AS evidence,
       {regime: verdict.regimeTitle, heldBy: verdict.heldBy} AS say
