// id: rf20-tool-beyond-node
// flag: RF20
// title: Tool that the node class does not need
// level: red-flag
// citation: Red Flag 20, Supplement No. 3 to 15 CFR Part 732 (FR Doc 2024-28270, 89 FR 96790); 15 CFR 744.23
// confidence: secondary
// in force: 2024-12-02 ..
// otherwise: none
// says: {subject} ordered {item}, designed for making advanced-node ICs; {why}.
// asks: Resolve before shipping: take the order as a sign that advanced-node ICs are made there, or are meant to be. Outside Macau and Country Group D:5 15 CFR 744.23 asks nothing, but ask where the tool goes.
// false positives: A tool that is also needed for mature nodes; a laboratory or a maker of tools; a fab whose node class in the facts is out of date.
// columns: subject, evidence (the order), also (the node classes on its day), level, say
MATCH (subject:Party|Facility)-[:ORDERED]->(order:Order {needs: 'advanced-node'})
WITH subject, order, COLLECT {
  MATCH (subject)-[:OPERATES*0..1]->(facility:Facility)-[:HAS_NODE_CLASS]->(class:NodeClass)
  WHERE (class.from IS NULL OR class.from <= order.from) AND (class.to IS NULL OR class.to > order.from)
  RETURN class
} AS classes
WHERE none(class IN classes WHERE class.nodeClass = 'advanced')
WITH subject, order, classes, size(classes) = 0 OR any(class IN classes WHERE class.nodeClass = 'unknown') AS open
RETURN subject,
       [order] AS evidence,
       CASE WHEN open THEN [] ELSE classes END AS also,
       CASE WHEN open THEN 'cannot-exclude' END AS level,
       {item: order.item,
        why: CASE WHEN open THEN 'whether such ICs are made there is not confirmed' ELSE 'no such ICs are made there' END} AS say
