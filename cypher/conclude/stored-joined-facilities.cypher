// purpose: Hashes of the one-facility relations that Neo4j holds, to write only what differs.
// parameters: none
// columns: id, hash
MATCH (:Facility)-[joined:ONE_FACILITY_WITH]->(:Facility)
RETURN joined.id AS id, joined.hash AS hash
