// title: Chains of large holdings and control links above a party
// purpose: Every chain of up to six ties down to one party in which each is a control link or a holding of at least a given percentage, on a day. For reading: that several together hold more than half, and exact thresholds, are on the party's card.
// parameters: $party = hua-hong-manufacturing (id of the party), $least = 20 (least share in percent, by its lower bound), $asOf = 2025-10-15 (day)
// columns: top, party, tiers, chain, ties
MATCH path = (top:Party)-[:OWNS|CONTROLS*1..6]->(party:Party {id: $party})
WHERE all(tie IN relationships(path) WHERE (tie.from IS NULL OR tie.from <= date($asOf)) AND (tie.to IS NULL OR tie.to > date($asOf))
  AND (type(tie) = 'CONTROLS' OR tie.shareMin >= toFloat($least)))
RETURN top, party, length(path) AS tiers, [each IN nodes(path) | each.name] AS chain,
       [tie IN relationships(path) | coalesce(tie.share, tie.kind) + ', ' + tie.confidence] AS ties
ORDER BY tiers, top.name
