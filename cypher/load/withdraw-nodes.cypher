// purpose: Marks things that are no longer stated: they leave the facts. Those that case work points at stay, with its
//   notes; the others are removed once no conclusion is drawn from them any more.
// parameters: $gone {sections: ids that are no longer stated}, $lists and $editions (ids of all that are)
// columns: withdrawn
MATCH (kept:Party|Facility|Address|List|Edition|Listing|Source|Order)
WHERE CASE
  WHEN kept:Party THEN kept.id IN $gone.parties
  WHEN kept:Facility THEN kept.id IN $gone.facilities
  WHEN kept:Listing THEN kept.id IN $gone.listings
  WHEN kept:Source THEN kept.id IN $gone.sources
  WHEN kept:Order THEN kept.id IN $gone.orders
  WHEN kept:List THEN NOT kept.id IN $lists
  WHEN kept:Edition THEN NOT kept.id IN $editions
  ELSE NOT EXISTS { (kept)<-[:LOCATED_AT]-() }
END
SET kept.withdrawn = true
RETURN count(*) AS withdrawn
