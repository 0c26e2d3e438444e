// id: circular-ownership
// flag: circular
// title: Circular holdings: escalate
// level: cannot-exclude
// citation: no rule text decides it; least and greatest fixpoint of the 50 % test differ
// confidence: inferred
// in force: regime
// otherwise: lead
// says: {subject} reaches the threshold only if parties that hold each other in a circle are counted as restricted: {heldBy}.
// asks: Escalate. Ask for the ultimate owners of the circle, and for legal advice on which reading to take.
// false positives: Cross holdings that have been dissolved.
// columns: subject, evidence (the verdict), say
MATCH (subject:Party)-[:HAS_VERDICT]->(verdict:Verdict {outcome: 'circular'})
WHERE verdict.regime <> 'bis-legally-distinct'
RETURN subject,
       [verdict] AS evidence,
       {heldBy: verdict.heldBy} AS say
