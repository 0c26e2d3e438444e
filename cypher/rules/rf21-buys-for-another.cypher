// id: rf21-buys-for-another
// flag: RF21
// title: Buys for another party
// level: red-flag
// citation: Red Flag 21, Supplement No. 3 to 15 CFR Part 732 (FR Doc 2024-28270, 89 FR 96790)
// confidence: secondary
// in force: 2024-12-02 ..
// otherwise: none
// says: {subject} is said to buy for {other}, and no facility of its own is known.
// asks: Identify the real end user before shipping.
// false positives: A purchasing arm whose principal is named on the licence.
// columns: subject, evidence (the tie), say
MATCH (subject:Party)-[tie:AFFILIATED_WITH {kind: 'procurement-for'}]->(other:Party)
WHERE NOT EXISTS { (subject)-[:OPERATES]->(:Facility) }
RETURN subject,
       [tie] AS evidence,
       {other: other.name} AS say
