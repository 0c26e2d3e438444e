// id: control-by-restricted-party
// flag: control
// title: Controlled by a restricted party
// level: red-flag
// citation: BIS FAQ 43 on the Affiliates Rule; OFAC FAQ 398 and 400
// confidence: verified
// in force: regime
// otherwise: lead
// says: {controller}, {standing} {regime}, controls {subject} ({kind}); control captures nothing under that regime but is a red flag.
// asks: Find out whether the restricted party owns, directs or signs for the party.
// false positives: Control that ended with a change of the board.
// columns: subject, evidence (the controller's verdict, the control link), say
MATCH (controller:Party)-[control:CONTROLS]->(subject:Party),
      (controller)-[:HAS_VERDICT]->(verdict:Verdict)
WHERE verdict.outcome IN ['listed', 'captured'] AND verdict.regime IN ['bis-affiliates', 'ofac-50']
RETURN subject,
       [verdict, control] AS evidence,
       {controller: controller.name,
        standing: CASE verdict.outcome WHEN 'listed' THEN 'on a list that counts under' ELSE 'held by listed parties to the threshold of' END,
        regime: verdict.regimeTitle,
        kind: replace(control.kind, '-', ' ')} AS say
