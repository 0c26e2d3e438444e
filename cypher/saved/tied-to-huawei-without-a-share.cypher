// title: Tied to Huawei with no ownership link
// purpose: Parties that an affiliation ties to Huawei and that no chain of up to four holdings does, with the ties and how sure they are.
// parameters: none
// columns: party, tie, huawei, kind, confidence
MATCH (party:Party)-[tie:AFFILIATED_WITH]-(huawei:Party {complex: 'huawei'})
WHERE NOT tie.kind IN ['false-friend', 'affiliation-denied']
  AND NOT EXISTS { (huawei)-[:OWNS*1..4]->(party) }
RETURN party, tie, huawei, tie.kind AS kind, tie.confidence AS confidence
ORDER BY party.name, confidence
