// purpose: Which database this is, for the marker of the store's last change.
// parameters: none
// columns: id, creationDate
CALL db.info() YIELD id, creationDate
RETURN id, creationDate
