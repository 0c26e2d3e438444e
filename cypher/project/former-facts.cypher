// purpose: All former versions of facts, for questions "as known on" a day.
// parameters: none
// columns: section, fact, a, b, operator, operatorConfidence
MATCH (former:FormerFact)
RETURN former.section AS section, former {.*, id: former.versionOf} AS fact, former.a AS a, former.b AS b,
  former.operator AS operator, former.operatorConfidence AS operatorConfidence
ORDER BY former.id
