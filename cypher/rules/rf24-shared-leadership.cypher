// id: rf24-shared-leadership
// flag: RF24
// title: Management overlap with an Entity List party
// level: red-flag
// citation: Red Flag 24, Supplement No. 3 to 15 CFR Part 732 (FR Doc 2024-28270, 89 FR 96790)
// confidence: secondary
// in force: 2024-12-02 ..
// otherwise: none
// says: {person} has a leading post at {subject}{role} and has or had one at {listed}{otherRole}, which is on the Entity List.
// asks: Test whether the party supports development or production of the listed one, above all if you supplied that one before.
// false positives: A namesake; a post of long ago without any tie left.
// columns: subject, evidence (the post, the listing), also (the other post), say
MATCH (subject:Party)<-[post:OFFICER_OF]-(person:Party)-[other:OFFICER_OF]->(listed:Party),
      (listed)-[:LISTED_AS]->(listing:Listing)-[:ON]->(:List {id: 'bis-entity-list'})
WHERE subject.id <> listed.id
RETURN subject,
       [post, listing] AS evidence,
       [other] AS also,
       {person: person.name,
        listed: listed.name,
        role: CASE WHEN post.role = '' THEN '' ELSE ' (' + post.role + ')' END,
        otherRole: CASE WHEN other.role = '' THEN '' ELSE ' (' + other.role + ')' END} AS say
