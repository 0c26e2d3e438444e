// id: huawei-complex
// flag: huawei-complex
// title: Tied to the Huawei complex without an ownership link
// level: red-flag
// citation: affiliation layer; letter of the House Select Committee of 16 October 2024 and the sources named with each tie
// confidence: secondary
// in force: ..
// otherwise: none
// says: {subject} is tied to {anchor}: {kind}.
// asks: Ownership does not show this tie. Find out who pays, staffs and buys for the party, and treat it as Huawei's until that is resolved.
// false positives: Ordinary business with Huawei; a report that Huawei denies. Ties of business only, and single reports, are leads.
// columns: subject, evidence (the tie), level (lead for a tie that does not name the party as part of the complex), say
MATCH (subject:Party)-[tie:AFFILIATED_WITH]-(anchor:Party {complex: 'huawei'})
WHERE NOT tie.kind IN ['affiliation-denied', 'false-friend', 'shared-address', 'shared-site']
RETURN subject,
       [tie] AS evidence,
       CASE WHEN tie.kind IN ['listed-alias', 'clandestine-network', 'reported-shadow-fab', 'shared-staff-and-technology', 'patents-and-engineers']
            THEN null ELSE 'lead' END AS level,
       {anchor: anchor.name, kind: replace(tie.kind, '-', ' ')} AS say
