// title: Who belongs to the Huawei complex, and by what?
// purpose: Everybody who is tied to a complex on a day, strongest first: the grade of the strongest single path, that path, what it rests on, and how many more there are. Weak leads are never added up. Complexes: `huawei`, `smic`.
// parameters: $complex = huawei (id of a complex), $asOf = 2025-10-15 (day)
// columns: party, name, grade, basis, confidence, path, paths, from
MATCH (party:Party)-[:HAS_MEMBERSHIP]->(membership:Membership {complex: $complex})
WHERE (membership.from IS NULL OR membership.from <= date($asOf)) AND (membership.to IS NULL OR membership.to > date($asOf))
RETURN party, party.name AS name, membership.grade AS grade, membership.basis AS basis,
       membership.confidence AS confidence, membership.text AS path, membership.paths AS paths, membership.from AS from
ORDER BY CASE membership.grade WHEN 'member' THEN 0 WHEN 'strong' THEN 1 WHEN 'moderate' THEN 2 WHEN 'weak' THEN 3 ELSE 4 END, name
