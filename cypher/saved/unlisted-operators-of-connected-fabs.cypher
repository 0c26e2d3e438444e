// title: Which unlisted operators run a fab joined to an advanced one
// purpose: Operators that stand on no list that restricts, and whose facility physical links join with one that makes, or may make, advanced-node ICs. Elsewhere than in Macau and Country Group D:5 this raises nothing.
// parameters: none
// columns: operator, facility, joined, advanced, country
MATCH (operator:Party)-[:OPERATES]->(facility:Facility)-[joined:ONE_FACILITY_WITH]->(advanced:Facility)
WHERE NOT EXISTS { (operator)-[:LISTED_AS]->(:Listing)-[:ON]->(:List {level: 'restricted'}) }
RETURN operator, facility, joined, advanced, facility.country AS country
ORDER BY country, facility.name
