// id: shared-address
// flag: shared-address
// title: Shares an address with a listed party
// level: red-flag
// citation: BIS Know Your Customer guidance, Supplement No. 3 to 15 CFR Part 732; address-only entries of the Entity List since 2024
// confidence: secondary
// in force: ..
// otherwise: none
// says: {subject} gives the same address as {listed}, listed on the {list}.
// asks: Find out whether they are one firm, neighbours in one building, or use one agent.
// false positives: Office towers, industrial parks, company-formation agents.
// columns: subject, evidence (its address, theirs, their listings), say; one match for all on one list over the same days, equally sure
MATCH (subject:Party)-[own:LOCATED_AT]->(address:Address)<-[other:LOCATED_AT]-(listed:Party),
      (listed)-[:LISTED_AS]->(listing:Listing)-[:ON]->(list:List {level: 'restricted'})
WHERE subject.id <> listed.id
WITH subject, own, other, listed, listing, list
ORDER BY listed.name, listed.id, listing.id
WITH subject,
     own,
     list,
     listing.from AS from,
     listing.to AS to,
     listing.confidence AS sure,
     other.confidence AS located,
     collect(DISTINCT other) AS others,
     collect(DISTINCT listing) AS listings,
     collect(DISTINCT listed) AS parties
WITH subject,
     [own] + others + listings AS evidence,
     list.title AS title,
     [party IN parties | party.name] AS names
RETURN subject,
       evidence,
       {listed: CASE
                  WHEN size(names) = 1 THEN names[0]
                  WHEN size(names) <= 5 THEN
                    reduce(text = names[0], name IN names[1..-1] | text + ', ' + name) + ' and ' + names[-1]
                  ELSE reduce(text = names[0], name IN names[1..5] | text + ', ' + name)
                    + ' and ' + (size(names) - 5) + ' more'
                END,
        list: title} AS say
