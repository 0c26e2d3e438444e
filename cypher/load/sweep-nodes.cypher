// purpose: Removes things that were withdrawn and that nothing points at any more.
// parameters: none
// columns: removed
MATCH (gone:Party|Facility|Address|List|Edition|Listing|Source|Order)
WHERE gone.withdrawn AND NOT EXISTS { (gone)--() }
DELETE gone
RETURN count(*) AS removed
