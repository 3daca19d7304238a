// ---
// title_zh: 发生过哪些事件，谁参加了
// title_en: Which events took place, and who took part
// about_zh: 签约、调研、会议、揭牌、发布等，按日期排列，一人或一个机构一行，并注明其角色；没有参与者的事件也列出。地区包括其下属全部地区。
// about_en: Signings, surveys, conferences, unveilings, releases by date, one row for each who took part and as what; events without known participants are listed too. A region includes everything inside it.
// parameters:
//   where: {type: Region, zh: 地区, en: "the region, with all inside it"}
//   who: {type: [Person, Organization], zh: 参与者, en: the person or organization that took part}
// columns:
//   event: {type: Event, zh: 事件, en: event}
//   kind: {zh: 类别, en: kind, values: event_kind}
//   date: {zh: 日期, en: date}
//   end_date: {zh: 结束日期, en: last day}
//   place: {type: Region, zh: 地点, en: place}
//   participant: {type: [Organization, Person], zh: 参与者, en: participant}
//   role: {zh: 角色, en: role, values: event_role}
//   evidence: {zh: 证据, en: evidence}
// example: {where: cn-431000}
// nothing_zh: 没有记录这样的事件。这不等于没有发生：地点或参与者可能未知，或尚未查阅。
// nothing_en: No such event is recorded. That is not the same as nothing having happened; the place or who took part may be unknown, or nobody has looked yet.
// ---
// :param {where: 'cn-431000', who: null, known_at: '9999-12-31', min_confidence: 'inferred'}
MATCH (event:Event)
WHERE ($where IS NULL OR EXISTS {
    MATCH (event)-[at:LOCATED_IN]->(:Region)-[:PART_OF*0..8]->(:Region {id: $where})
    WHERE at['known_' + $min_confidence] <= $known_at
  })
  AND ($who IS NULL OR EXISTS {
    MATCH (event)<-[took:TOOK_PART_IN]-(:Person|Organization {id: $who})
    WHERE took['known_' + $min_confidence] <= $known_at
  })
  AND EXISTS { (event)-[named:EVIDENCED_BY WHERE named['known_' + $min_confidence] <= $known_at]->(:Source) }
OPTIONAL MATCH (event)<-[part:TOOK_PART_IN]-(participant:Person|Organization)
WHERE part['known_' + $min_confidence] <= $known_at
RETURN event, event.kind AS kind, event.date AS date, event.end_date AS end_date,
       COLLECT {
         MATCH (event)-[at:LOCATED_IN WHERE at['known_' + $min_confidence] <= $known_at]->(region:Region)
         RETURN DISTINCT region ORDER BY region.id
       } AS place,
       participant, part.role AS role,
       CASE WHEN part IS NULL THEN [] ELSE [part] END + COLLECT {
         MATCH (event)-[link:LOCATED_IN|EVIDENCED_BY]->(:Lichain) RETURN link ORDER BY link.key
       } AS evidence
ORDER BY date, event.id, participant.id, part.key
