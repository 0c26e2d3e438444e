// purpose: Makes every word of ours known to Neo4j, once: it counts each new word as a transaction of its own, and then
//   the transaction that uses it first would not be next to the one before it.
// parameters: $labels, $types, $properties (names)
// columns: words
CALL () {
  UNWIND $labels AS word
  CALL db.createLabel(word)
  RETURN count(*) AS labels
}
CALL () {
  UNWIND $types AS word
  CALL db.createRelationshipType(word)
  RETURN count(*) AS types
}
CALL () {
  UNWIND $properties AS word
  CALL db.createProperty(word)
  RETURN count(*) AS properties
}
RETURN labels + types + properties AS words
