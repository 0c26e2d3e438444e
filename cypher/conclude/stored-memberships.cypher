// purpose: Hashes of the memberships in complexes that Neo4j holds, to write only what differs.
// parameters: none
// columns: id, hash
MATCH (membership:Membership)
WHERE membership.withdrawn IS NULL
RETURN membership.id AS id, membership.hash AS hash
