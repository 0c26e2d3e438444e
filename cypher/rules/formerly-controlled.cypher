// id: formerly-controlled
// flag: formerly-owned
// title: Formerly controlled by a listed party
// level: lead
// citation: BIS Know Your Customer guidance, Supplement No. 3 to 15 CFR Part 732
// confidence: secondary
// in force: ..
// otherwise: none
// says: {controller}, on the {list}, controlled {subject} until {until}.
// asks: Find out whether the sale was complete: staff, patents, guarantees, the buyer's funds, an option to buy back.
// false positives: A sale to an unrelated buyer years ago.
// columns: subject, evidence (the controller's listing), after (the control link), say
MATCH (controller:Party)-[held:CONTROLS]->(subject:Party),
      (controller)-[:LISTED_AS]->(listing:Listing)-[:ON]->(list:List {level: 'restricted'})
WHERE held.to IS NOT NULL
  AND NOT EXISTS {
    MATCH (controller)-[next:CONTROLS]->(subject)
    WHERE (next.from IS NULL OR next.from <= held.to) AND (next.to IS NULL OR next.to > held.to)
  }
RETURN subject,
       [listing] AS evidence,
       [held] AS after,
       {controller: controller.name, list: list.title, until: toString(held.to)} AS say
