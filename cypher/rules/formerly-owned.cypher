// id: formerly-owned
// flag: formerly-owned
// title: Formerly owned by a listed party
// level: lead
// citation: BIS Know Your Customer guidance, Supplement No. 3 to 15 CFR Part 732
// confidence: secondary
// in force: ..
// otherwise: none
// says: {owner}, on the {list}, held {share} of {subject} until {until}.
// asks: Find out whether the sale was complete: staff, patents, guarantees, the buyer's funds, an option to buy back.
// false positives: A sale to an unrelated buyer years ago.
// columns: subject, evidence (the owner's listing), after (the holding), say
MATCH (owner:Party)-[held:OWNS]->(subject:Party),
      (owner)-[:LISTED_AS]->(listing:Listing)-[:ON]->(list:List {level: 'restricted'})
WHERE held.to IS NOT NULL
  AND NOT EXISTS {
    MATCH (owner)-[next:OWNS]->(subject)
    WHERE (next.from IS NULL OR next.from <= held.to) AND (next.to IS NULL OR next.to > held.to)
  }
RETURN subject,
       [listing] AS evidence,
       [held] AS after,
       {owner: owner.name, list: list.title, share: CASE held.share WHEN '?' THEN 'an unknown share' ELSE held.share END, until: toString(held.to)} AS say
