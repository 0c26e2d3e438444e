// id: rf24-leaders-from-listed-party
// flag: RF24
// title: Management overlap with an Entity List party, person not named
// level: red-flag
// citation: Red Flag 24, Supplement No. 3 to 15 CFR Part 732 (FR Doc 2024-28270, 89 FR 96790)
// confidence: secondary
// in force: 2024-12-02 ..
// otherwise: none
// says: {subject} is said to share leading people with {listed}, which is on the Entity List ({kind}).
// asks: Find out who they are, and test whether the party supports development or production of the listed one.
// false positives: Ordinary staff that moved on.
// columns: subject, evidence (the tie, the listing), say
MATCH (subject:Party)-[tie:AFFILIATED_WITH]->(listed:Party)-[:LISTED_AS]->(listing:Listing)-[:ON]->(:List {id: 'bis-entity-list'})
WHERE tie.kind IN ['shared-leadership', 'former-executive-leads']
RETURN subject,
       [tie, listing] AS evidence,
       {listed: listed.name, kind: replace(tie.kind, '-', ' ')} AS say
