// purpose: Finds things by their number.
// parameters: none
// columns: none
CREATE INDEX thing_n IF NOT EXISTS FOR (thing:Thing) ON (thing.n)
