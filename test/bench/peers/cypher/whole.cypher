// purpose: The whole cascade in one statement. Cypher has no loop that keeps a state but the graph itself, so it writes the
//   tier and the sum of each party; the transaction is rolled back.
// parameters: $seeds (internal ids of the listed parties), $threshold, $rounds (more than there are tiers)
// columns: restricted (internal ids)
MATCH (listed) WHERE id(listed) IN $seeds
SET listed.tier = 0
WITH count(*) AS listed
UNWIND range(1, $rounds) AS round
CALL (round) {
  MATCH (owner:Party {tier: round - 1})-[tie:OWNS]->(owned:Party)
  WHERE owned.tier IS NULL
  WITH round, owned, coalesce(owned.sum, 0) + sum(tie.share) AS sum
  SET owned.sum = sum
  WITH round, owned, sum
  WHERE sum >= $threshold
  SET owned.tier = round
  RETURN collect(id(owned)) AS found
}
UNWIND found AS restricted
RETURN collect(restricted) AS restricted
