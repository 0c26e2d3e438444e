// purpose: Removes ties that are no longer stated. Ties of case work have other types and stay.
// parameters: $ids {OWNS, CONTROLS, ...: ids of ties of that type that go}
// columns: removed
MATCH ()-[gone:OWNS|CONTROLS|INVESTED_IN|AFFILIATED_WITH|OFFICER_OF|LOCATED_AT|OPERATES|PHYSICALLY_LINKED_TO]->()
WHERE gone.id IN $ids[type(gone)]
DELETE gone
RETURN count(*) AS removed
