// title: Tied to Huawei with no ownership link
// purpose: Parties that an affiliation ties to Huawei on a day and that no chain of up to four holdings does, with the ties and how sure they are.
// parameters: $asOf = 2025-10-15 (day)
// columns: party, tie, huawei, kind, confidence
MATCH (party:Party)-[tie:AFFILIATED_WITH]-(huawei:Party {complex: 'huawei'})
WHERE NOT tie.kind IN ['false-friend', 'affiliation-denied']
  AND (tie.from IS NULL OR tie.from <= date($asOf)) AND (tie.to IS NULL OR tie.to > date($asOf))
  AND NOT EXISTS {
    MATCH chain = (huawei)-[:OWNS*1..4]->(party)
    WHERE all(held IN relationships(chain) WHERE (held.from IS NULL OR held.from <= date($asOf)) AND (held.to IS NULL OR held.to > date($asOf)))
  }
RETURN party, tie, huawei, tie.kind AS kind, tie.confidence AS confidence
ORDER BY party.name, confidence, kind
