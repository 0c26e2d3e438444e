// id: rf27-connected-through-chain
// flag: RF27
// title: Connected facility, by inference over more than one link
// level: red-flag
// citation: Red Flag 27, Supplement No. 3 to 15 CFR Part 732 (FR Doc 2024-28270, 89 FR 96790); 15 CFR 744.23
// confidence: inferred
// in force: 2024-12-02 ..
// otherwise: none
// says: By inference: {subject} is connected over {hops} physical links to {advanced}, where advanced-node ICs are made.
// asks: The text speaks of a connection between two buildings; that it passes on through a third is Interlock's reading. Ask BIS for an advisory opinion.
// false positives: Links of which one carries no wafers.
// columns: subject, evidence (the one-facility relation, the advanced facility), say
MATCH (subject:Facility)-[joined:ONE_FACILITY_WITH {advancedNode: 'advanced', destination: 'covered', path: 'most-certain'}]->(advanced:Facility)
WHERE joined.hops > 1
RETURN subject,
       [joined, advanced] AS evidence,
       {hops: toString(joined.hops), advanced: advanced.name} AS say
