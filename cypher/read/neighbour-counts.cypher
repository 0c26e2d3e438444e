// purpose: How many neighbours a thing has, by type and direction of the tie, on one day and on others.
// parameters: $id, $asOf (YYYY-MM-DD)
// columns: type, outgoing, active, neighbours
MATCH (thing:Party|Facility|Address {id: $id})-[fact:OWNS|CONTROLS|INVESTED_IN|AFFILIATED_WITH|OFFICER_OF|LOCATED_AT|OPERATES|PHYSICALLY_LINKED_TO]-(other)
WITH thing, other, type(fact) AS type,
     type(fact) IN ['AFFILIATED_WITH', 'PHYSICALLY_LINKED_TO'] OR startNode(fact) = thing AS outgoing,
     (fact.from IS NULL OR fact.from <= date($asOf)) AND (fact.to IS NULL OR fact.to > date($asOf)) AS holds
WITH type, outgoing, other, any(each IN collect(holds) WHERE each) AS active
RETURN type, outgoing, active, count(other) AS neighbours
