// purpose: How many facts of each section Neo4j holds, to see that it holds what was written.
// parameters: none
// columns: section, size
CALL () {
  MATCH (fact:Source)
  WHERE fact.row IS NOT NULL AND fact.withdrawn IS NULL
  RETURN 'sources' AS section, count(fact) AS size
  UNION ALL
  MATCH (fact:Party)
  WHERE fact.row IS NOT NULL AND fact.withdrawn IS NULL
  RETURN 'parties' AS section, count(fact) AS size
  UNION ALL
  MATCH (:Party)-[:LISTED_AS]->(fact:Listing)
  WHERE fact.row IS NOT NULL AND fact.withdrawn IS NULL
  RETURN 'listings' AS section, count(fact) AS size
  UNION ALL
  MATCH (:Party)-[fact:OWNS]->(:Party)
  WHERE fact.row IS NOT NULL AND fact.withdrawn IS NULL
  RETURN 'holdings' AS section, count(fact) AS size
  UNION ALL
  MATCH (:Party)-[fact:INVESTED_IN]->(:Party)
  WHERE fact.row IS NOT NULL AND fact.withdrawn IS NULL
  RETURN 'investments' AS section, count(fact) AS size
  UNION ALL
  MATCH (:Party)-[fact:CONTROLS]->(:Party)
  WHERE fact.row IS NOT NULL AND fact.withdrawn IS NULL
  RETURN 'controls' AS section, count(fact) AS size
  UNION ALL
  MATCH (:Party)-[fact:AFFILIATED_WITH]->(:Party)
  WHERE fact.row IS NOT NULL AND fact.withdrawn IS NULL
  RETURN 'affiliations' AS section, count(fact) AS size
  UNION ALL
  MATCH (:Party)-[fact:OFFICER_OF]->(:Party)
  WHERE fact.row IS NOT NULL AND fact.withdrawn IS NULL
  RETURN 'officers' AS section, count(fact) AS size
  UNION ALL
  MATCH (fact:Facility)
  WHERE fact.row IS NOT NULL AND fact.withdrawn IS NULL
  RETURN 'facilities' AS section, count(fact) AS size
  UNION ALL
  MATCH (:Facility)-[fact:PHYSICALLY_LINKED_TO]->(:Facility)
  WHERE fact.row IS NOT NULL AND fact.withdrawn IS NULL
  RETURN 'physicalLinks' AS section, count(fact) AS size
  UNION ALL
  MATCH (fact:Order)
  WHERE fact.row IS NOT NULL AND fact.withdrawn IS NULL
  RETURN 'orders' AS section, count(fact) AS size
}
RETURN section, size
