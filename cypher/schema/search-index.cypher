// purpose: Full-text index over the folded names, aliases and pinyin of parties and facilities. The cjk analyzer
//   splits Chinese into pairs of characters and other scripts into words.
// parameters: none
// columns: none
CREATE FULLTEXT INDEX search IF NOT EXISTS FOR (n:Party|Facility) ON EACH [n.search]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}
