// id: rf27-cannot-exclude
// flag: RF27
// title: Connected facility: node class or place not confirmed
// level: cannot-exclude
// citation: Red Flag 27, Supplement No. 3 to 15 CFR Part 732 (FR Doc 2024-28270, 89 FR 96790); 15 CFR 744.23
// confidence: secondary
// in force: 2024-12-02 ..
// otherwise: none
// says: {subject} is physically connected to {advanced}; {missing}.
// asks: Find out what the connected facility makes and where both stand, before an item goes there.
// false positives: A connected building without any wafer production.
// columns: subject, evidence (the one-facility relation), say
MATCH (subject:Facility)-[joined:ONE_FACILITY_WITH {path: 'most-certain'}]->(advanced:Facility)
WHERE joined.destination <> 'elsewhere'
  AND (joined.advancedNode = 'unknown' OR joined.destination = 'unknown')
RETURN subject,
       [joined] AS evidence,
       {advanced: advanced.name,
        missing: CASE joined.advancedNode
                   WHEN 'unknown' THEN 'whether advanced-node ICs are made there is not confirmed'
                   ELSE 'the country of one of the two is not known' END} AS say
