// purpose: Hashes of the memberships in complexes that Neo4j holds, to write only what differs, with the properties that their seals are made of.
// parameters: none
// columns: id, hash, properties
MATCH (membership:Membership)
WHERE membership.withdrawn IS NULL
RETURN membership.id AS id, membership.hash AS hash, properties(membership) AS properties
