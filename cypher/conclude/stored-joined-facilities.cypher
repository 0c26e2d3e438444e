// purpose: Hashes of the one-facility relations that Neo4j holds, to write only what differs, with the properties that their seals are made of.
// parameters: none
// columns: id, hash, properties
MATCH (:Facility)-[joined:ONE_FACILITY_WITH]->(:Facility)
RETURN joined.id AS id, joined.hash AS hash, properties(joined) AS properties
