// purpose: Writes the empty lists of all parties, which the import tool leaves out; these properties are never absent.
//   In transactions of their own, side by side: the store is not yet the one that others see.
// parameters: none
// columns: none
MATCH (party:Party)
WHERE party.sources IS NULL OR party.aliases IS NULL OR party.addresses IS NULL OR party.roles IS NULL OR party.identifiers IS NULL
CALL (party) {
  SET party.sources = coalesce(party.sources, []), party.aliases = coalesce(party.aliases, []),
    party.addresses = coalesce(party.addresses, []), party.roles = coalesce(party.roles, []),
    party.identifiers = coalesce(party.identifiers, [])
} IN 2 CONCURRENT TRANSACTIONS OF 10000 ROWS
