// purpose: Makes things with the numbers from $first to $last.
// parameters: $first, $last
// columns: none
UNWIND range($first, $last) AS n
CREATE (:Thing {n: n})
