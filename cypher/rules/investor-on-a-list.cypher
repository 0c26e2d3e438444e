// id: investor-on-a-list
// flag: investor-on-a-list
// title: Investor on a list
// level: red-flag
// citation: BIS rule of 2 December 2024, 89 FR 96830, which lists investment firms for acquiring chip capability
// confidence: secondary
// in force: ..
// otherwise: none
// says: {investor}, on the {list}{first}, has invested in {subject}{round}.
// asks: Find out what share and which rights the investor got, and whether technology goes its way.
// false positives: A fund that has sold out since.
// columns: subject, evidence (the investor's listing, the investment), level, say
MATCH (investor:Party)-[investment:INVESTED_IN]->(subject:Party),
      (investor)-[:LISTED_AS]->(listing:Listing)-[:ON]->(list:List)
RETURN subject,
       [listing, investment] AS evidence,
       CASE list.level WHEN 'information' THEN 'lead' END AS level,
       {investor: investor.name,
        list: list.title,
        first: CASE WHEN listing.from IS NULL THEN ' (first day unknown)' ELSE '' END,
        round: CASE WHEN investment.round = '' THEN '' ELSE ' (' + investment.round + ')' END} AS say
