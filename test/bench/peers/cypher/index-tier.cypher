// purpose: Finds the parties of one tier at once.
// parameters: none
// columns: none
CREATE INDEX party_tier IF NOT EXISTS FOR (party:Party) ON (party.tier)
