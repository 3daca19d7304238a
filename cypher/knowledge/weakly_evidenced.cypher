// ---
// title_zh: 哪些结论只有薄弱的依据
// title_en: Which findings rest on thin evidence
// about_zh: 只有一条依据的事实和数字，而这条依据是我们的推断；或是第三方报道，而其来源为转载、没有发布者或没有日期。当事方披露的、另有来源佐证的不列。
// about_en: Facts and figures that rest on one claim only, and that claim is our inference, or a third party's report whose source is a repost, names no publisher or bears no date. What a party disclosed itself, or a second source bears out, is not listed.
// parameters:
//   what: {type: any, zh: 任何事物, en: only what this thing has part in}
// columns:
//   reason: {zh: 薄弱之处, en: weakness, values: {inferred: {zh: 仅为推断, en: inferred only}, repost: {zh: 来源为转载, en: source is a repost}, no_publisher: {zh: 来源无发布者, en: source names no publisher}, no_date: {zh: 来源无日期, en: source bears no date}}}
//   type: {zh: 类型, en: type, values: types}
//   subject: {type: any, zh: 主体, en: subject}
//   matter: {type: any, zh: 事项, en: matter}
//   source: {type: Source, zh: 来源, en: source}
//   note: {zh: 备注, en: note}
//   evidence: {zh: 证据, en: evidence}
// example: {what: catl}
// nothing_zh: 没有这样的结论：所列事实都有当事方披露、可靠的单一报道或不止一条依据。
// nothing_en: There is no such finding; each is disclosed by a party, reported by a dated source with a publisher, or rests on more than one claim.
// limits_zh: 两条依据若出自同一篇稿件，这里看不出来。
// limits_en: Two claims that go back to one and the same article count as two here.
// ---
// :param {what: 'catl'}
CALL () {
  MATCH (subject:Lichain)-[link:SUPPLIES|OWNS|OPERATES|ACTIVE_IN|PRODUCES|RECOVERS|HEADQUARTERED_IN|LOCATED_IN|PARTNERS_WITH|INVESTS_IN|HAS_RESOURCE]->(end:Lichain)
  WHERE size(link.claims) = 1 AND link.confidence IN ['inferred', 'reported']
    AND ($what IS NULL OR $what IN [subject.id, end.id, link.product])
  OPTIONAL MATCH (product:Product {id: link.product})
  RETURN subject, link, type(link) AS type, [thing IN [end, product] WHERE thing IS NOT NULL] AS matter
  UNION ALL
  MATCH (number:Indicator)-[:OF {role: 'subject'}]->(subject:Lichain)
  WHERE COUNT { (number)-[:EVIDENCED_BY]->(:Source) } = 1
    AND ($what IS NULL OR EXISTS { (number)-[:OF]->(:Lichain {id: $what}) })
  MATCH (number)-[link:EVIDENCED_BY]->(:Source)
  WHERE size(link.claims) = 1 AND link.confidence IN ['inferred', 'reported']
  RETURN subject, link, 'Indicator' AS type, [number] AS matter
}
MATCH (source:Source {id: link.sources[0]})
WITH subject, link, type, matter, source, CASE
       WHEN link.confidence = 'inferred' THEN 'inferred'
       WHEN source.kind = 'repost' THEN 'repost'
       WHEN source.publisher IS NULL THEN 'no_publisher'
       WHEN source.published IS NULL THEN 'no_date'
     END AS reason
WHERE reason IS NOT NULL
RETURN reason, type, subject, matter, source, link.notes[0] AS note, [link] AS evidence
ORDER BY reason, subject.id, link.key
