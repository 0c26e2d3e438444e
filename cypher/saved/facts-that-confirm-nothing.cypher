// title: Holdings that are reported or recalled only
// purpose: Holdings that count in the upper bound only, because no firm source states them: what to verify first.
// parameters: none
// columns: owner, held, party, confidence, note
MATCH (owner:Party)-[held:OWNS]->(party:Party)
WHERE held.confidence IN ['reported', 'inferred']
RETURN owner, held, party, held.confidence AS confidence, held.note AS note
ORDER BY confidence, party.name
