// id: rf27-connected-facility
// flag: RF27
// title: Connected facility
// level: red-flag
// citation: Red Flag 27, Supplement No. 3 to 15 CFR Part 732 (FR Doc 2024-28270, 89 FR 96790); 15 CFR 744.23
// confidence: secondary
// in force: 2024-12-02 ..
// otherwise: none
// says: {subject} is physically connected ({kind}) to {advanced}, where advanced-node ICs are made.
// asks: Treat the two buildings as one facility under 15 CFR 744.23 unless the flag is resolved through a BIS advisory opinion.
// false positives: A bridge for people or utilities only; a link that was planned and not built.
// columns: subject, evidence (the one-facility relation, the advanced facility), say
MATCH (subject:Facility)-[joined:ONE_FACILITY_WITH {advancedNode: 'advanced', destination: 'covered', hops: 1}]->(advanced:Facility)
RETURN subject,
       [joined, advanced] AS evidence,
       {kind: replace(joined.kinds[0], '-', ' '), advanced: advanced.name} AS say
