// purpose: Neighbours of a thing over ties of some types in one direction, those of the day first, then by share and name.
// parameters: $id, $types, $direction (out, in or both), $asOf (YYYY-MM-DD), $ended (true to include ties that do not hold that day), $limit
// columns: id, total
MATCH (thing:Party|Facility|Address {id: $id})-[fact:OWNS|CONTROLS|INVESTED_IN|AFFILIATED_WITH|OFFICER_OF|LOCATED_AT|OPERATES|PHYSICALLY_LINKED_TO]-(other)
WHERE type(fact) IN $types
  AND ($direction = 'both' OR ($direction = 'out') = (startNode(fact) = thing))
WITH other, fact,
     (fact.from IS NULL OR fact.from <= date($asOf)) AND (fact.to IS NULL OR fact.to > date($asOf)) AS holds
WITH other, any(each IN collect(holds) WHERE each) AS active, max(coalesce(fact.shareMax, -1)) AS share
WHERE active OR $ended
WITH other ORDER BY active DESC, share DESC, coalesce(other.name, other.text)
WITH collect(other.id) AS ids
UNWIND ids[0..$limit] AS id
RETURN id, size(ids) AS total
