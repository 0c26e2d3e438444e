// purpose: Keeps former versions of facts aside, for questions "as known on" a day. They are no facts of the graph: they
//   have no ties, and no load, sweep, rule, search or card reads them.
// parameters: $rows [{id, properties}]
// columns: none
UNWIND $rows AS row
MERGE (former:FormerFact {id: row.id})
SET former = row.properties
