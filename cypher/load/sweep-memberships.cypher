// purpose: Takes listings, editions and orders that are no longer stated off their parties, lists and facilities, and
//   those that moved off the former ones.
// parameters: $gone {listings, orders: ids that are no longer stated}, $editions (ids of all that are)
// columns: removed
MATCH (thing:Listing|Edition|Order)-[gone:LISTED_AS|ON|ORDERED]-(end:Party|List|Facility)
WHERE CASE WHEN thing:Listing THEN thing.id IN $gone.listings WHEN thing:Order THEN thing.id IN $gone.orders ELSE NOT thing.id IN $editions END
  OR end.id <> CASE type(gone) WHEN 'ON' THEN thing.list WHEN 'ORDERED' THEN thing.subject ELSE thing.party END
DELETE gone
RETURN count(*) AS removed
