// purpose: Makes numbered parties.
// parameters: $first, $last (numbers of parties)
// columns: none
UNWIND range($first, $last) AS number
CREATE (:Party {number: number})
