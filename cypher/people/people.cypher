// ---
// title_zh: 谁担任什么公开职务
// title_en: Who holds which public role
// about_zh: 来源提到的公开职务。问机构时包括其下属部门；问地区时包括其下属地区，以及总部或所在地在那里的机构。截至日期是提及该职务的来源的日期。
// about_en: Public roles that sources name. An organization includes its departments; a region includes the regions inside it and the organizations there. As of is the date of the source that names the role.
// parameters:
//   at: {type: [Organization, Region, Segment], zh: 机构、地区或环节, en: "the organization, region or segment"}
//   who: {type: Person, zh: 人物, en: the person}
// columns:
//   person: {type: Person, zh: 人物, en: person}
//   title_zh: {zh: 职务, en: title (Chinese)}
//   title_en: {zh: 英文职务, en: title}
//   at: {type: any, zh: 任职于, en: at}
//   as_of: {zh: 截至, en: as of}
//   from: {zh: 起, en: from}
//   until: {zh: 止, en: until}
//   evidence: {zh: 证据, en: evidence}
// example: {at: cn-430000}
// nothing_zh: 没有来源提到这样的任职。图谱只收录来源点名的公开职务。
// nothing_en: No source at hand names such a role. Only public roles that a source names are kept.
// ---
// :param {at: 'cn-430000', who: null, known_at: '9999-12-31', min_confidence: 'inferred'}
MATCH (person:Person)-[holds:HOLDS_ROLE]->(at:Organization|Region|Segment)
WHERE ($who IS NULL OR person.id = $who)
  AND holds['known_' + $min_confidence] <= $known_at
  AND ($at IS NULL OR EXISTS {
    (at)-[:PART_OF|HEADQUARTERED_IN|LOCATED_IN*0..8]->(:Organization|Region|Segment {id: $at})
  })
RETURN person, holds.title_zh AS title_zh, holds.title_en AS title_en, at, holds.as_of AS as_of,
       holds.valid_from AS from, holds.valid_to AS until, [holds] AS evidence
ORDER BY person.id, at.id, holds.key
