// id: significant-minority
// flag: significant-minority
// title: Significant minority holding of a restricted party
// level: red-flag
// citation: BIS FAQ 43 on the Affiliates Rule; OFAC FAQ 398
// confidence: verified
// in force: regime
// otherwise: lead
// says: Owners that count under {regime} hold {share} of {subject}, below its threshold: {heldBy}.
// asks: Look for control, shared management and diversion: below the threshold the holding captures nothing, but it is a red flag. Holdings under the share in server/regulation/minority.json are shown as leads.
// false positives: A financial holding without a seat on the board or access to goods.
// columns: subject, evidence (the verdict), level (lead for a small holding), say
MATCH (subject:Party)-[:HAS_VERDICT]->(verdict:Verdict {outcome: 'not-captured'})
WHERE verdict.minority IS NOT NULL AND verdict.regime <> 'bis-legally-distinct'
RETURN subject,
       [verdict] AS evidence,
       CASE verdict.minority WHEN 'small' THEN 'lead' END AS level,
       {share: verdict.heldShare, regime: verdict.regimeTitle, heldBy: verdict.heldBy} AS say
