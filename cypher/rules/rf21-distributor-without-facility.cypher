// id: rf21-distributor-without-facility
// flag: RF21
// title: Distributor without a facility of its own
// level: red-flag
// citation: Red Flag 21, Supplement No. 3 to 15 CFR Part 732 (FR Doc 2024-28270, 89 FR 96790)
// confidence: secondary
// in force: 2024-12-02 ..
// otherwise: none
// says: {subject} is a distributor and no facility of its own is known: whoever gets IC production equipment from it is unknown.
// asks: Identify the real end user before shipping.
// false positives: A distributor that keeps stock for a named and checked customer.
// columns: subject, evidence (the party)
MATCH (subject:Party)
WHERE subject.withdrawn IS NULL
  AND 'distributor' IN subject.roles
  AND NOT 'manufacturer' IN subject.roles
  AND NOT EXISTS { (subject)-[:OPERATES]->(:Facility) }
RETURN subject,
       [subject] AS evidence
