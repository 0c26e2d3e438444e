// id: shared-address
// flag: shared-address
// title: Shares an address with a listed party
// level: red-flag
// citation: BIS Know Your Customer guidance, Supplement No. 3 to 15 CFR Part 732; address-only entries of the Entity List since 2024
// confidence: secondary
// in force: ..
// otherwise: none
// says: {subject} and {listed}, which is on the {list}, give the same address.
// asks: Find out whether they are one firm, neighbours in one building, or use one agent.
// false positives: Office towers, industrial parks, company-formation agents.
// columns: subject, evidence (both addresses, the listing), say
MATCH (subject:Party)-[own:LOCATED_AT]->(address:Address)<-[other:LOCATED_AT]-(listed:Party),
      (listed)-[:LISTED_AS]->(listing:Listing)-[:ON]->(list:List {level: 'restricted'})
WHERE subject.id <> listed.id
RETURN subject,
       [own, other, listing] AS evidence,
       {listed: listed.name, list: list.title} AS say
