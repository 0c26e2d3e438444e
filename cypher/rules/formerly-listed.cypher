// id: formerly-listed
// flag: formerly-listed
// title: Formerly on a list
// level: information
// citation: the rule named with the listing
// confidence: verified
// in force: ..
// otherwise: none
// says: {subject} was on the {list} until {until}.
// asks: Shipments before that day fall under the entry. Find out why it was removed.
// false positives: A row that was renamed or split and goes on under another name.
// columns: subject, evidence (none), after (the listing), say
MATCH (subject:Party)-[:LISTED_AS]->(listing:Listing)-[:ON]->(list:List)
WHERE listing.to IS NOT NULL
  AND NOT EXISTS {
    (subject)-[:LISTED_AS]->(next:Listing {list: listing.list})
    WHERE (next.from IS NULL OR next.from <= listing.to) AND (next.to IS NULL OR next.to > listing.to)
  }
RETURN subject,
       [] AS evidence,
       [listing] AS after,
       {list: list.title, until: toString(listing.to)} AS say
