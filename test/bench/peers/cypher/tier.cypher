// purpose: One tier of the cascade: what newly restricted parties hold, added up by the party that is held. Whoever asks
//   keeps the sums from tier to tier. Seeking by internal id and answering in one row are the quickest ways there are.
// parameters: $tier (internal ids of the parties that became restricted in the tier above)
// columns: held (internal ids), shares (hundredths of a percent)
MATCH (owner) WHERE id(owner) IN $tier
MATCH (owner)-[tie:OWNS]->(owned)
WITH id(owned) AS held, sum(tie.share) AS share
RETURN collect(held) AS held, collect(share) AS shares
