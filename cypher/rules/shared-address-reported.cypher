// id: shared-address-reported
// flag: shared-address
// title: Said to share an address or site with a listed party
// level: red-flag
// citation: BIS Know Your Customer guidance, Supplement No. 3 to 15 CFR Part 732; address-only entries of the Entity List since 2024
// confidence: secondary
// in force: ..
// otherwise: none
// says: {subject} and {listed}, which is on the {list}, share {what}.
// asks: Find out whether they are one firm, neighbours in one building, or use one agent. A shared site without a shared building is a lead only.
// false positives: Office towers, industrial parks, company-formation agents.
// columns: subject, evidence (the tie, the listing), level (lead for a mere site), say
MATCH (subject:Party)-[tie:AFFILIATED_WITH]-(listed:Party)-[:LISTED_AS]->(listing:Listing)-[:ON]->(list:List {level: 'restricted'})
WHERE tie.kind IN ['shared-address', 'shared-site']
  AND NOT EXISTS { (subject)-[:LOCATED_AT]->(:Address)<-[:LOCATED_AT]-(listed) }
RETURN subject,
       [tie, listing] AS evidence,
       CASE tie.kind WHEN 'shared-site' THEN 'lead' END AS level,
       {listed: listed.name,
        list: list.title,
        what: CASE tie.kind WHEN 'shared-site' THEN 'a site' ELSE 'an address' END} AS say
