// id: listed
// flag: listed
// title: On a list
// level: restricted
// citation: the rule named with the listing
// confidence: verified
// in force: ..
// otherwise: none
// says: {subject} is on the {list}{footnotes}{citation}{first}.
// asks: Read the entry: its licence requirement, review policy and footnotes decide what may be shipped. {effect}
// false positives: A namesake. Compare address, registration number and the original name before relying on it.
// columns: subject, evidence (the listing), level (that of the list), say
MATCH (subject:Party)-[:LISTED_AS]->(listing:Listing)-[:ON]->(list:List)
RETURN subject,
       [listing] AS evidence,
       list.level AS level,
       {list: list.title,
        footnotes: CASE WHEN listing.footnoteText = '' THEN '' ELSE ', footnote ' + listing.footnoteText END,
        citation: CASE WHEN listing.citation = '' THEN '' ELSE ' (' + listing.citation + ')' END,
        first: CASE WHEN listing.from IS NULL THEN ', first day unknown' ELSE '' END,
        effect: list.effect} AS say
