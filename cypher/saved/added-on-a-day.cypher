// title: Added to the Entity List on a day
// purpose: Parties whose listing on the Entity List began on a day, with footnotes and review policy.
// parameters: $day = 2024-12-02 (day)
// columns: party, name, footnotes, reviewPolicy
MATCH (party:Party)-[:LISTED_AS]->(listing:Listing {list: 'bis-entity-list'})
WHERE listing.from = date($day)
RETURN party, party.name AS name, listing.footnotes AS footnotes, listing.reviewPolicy AS reviewPolicy
ORDER BY name
