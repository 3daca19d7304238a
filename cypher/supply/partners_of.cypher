// ---
// title_zh: 某机构与谁合作
// title_en: Who works together with an organization
// about_zh: 来源明确提到的合作关系，不分方向；合作事项为项目、设施、产品、环节、活动或地区。
// about_en: Partnerships that a source names, whichever way round they were recorded; the matter is a project, facility, product, segment, event or region.
// parameters:
//   who: {type: Organization, required: true, zh: 机构或企业, en: the organization or enterprise}
// columns:
//   partner: {type: any, zh: 合作方, en: partner}
//   matter: {type: any, zh: 合作事项, en: matter}
//   from: {zh: 起, en: from}
//   until: {zh: 止, en: until}
//   evidence: {zh: 证据, en: evidence}
// example: {who: ganfeng}
// nothing_zh: 没有来源提到该机构的合作方。这不等于没有合作。
// nothing_en: No source at hand names a partner of this organization. That is not the same as having none.
// ---
// :param {who: 'ganfeng', as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
MATCH (:Organization {id: $who})-[together:PARTNERS_WITH]-(partner:Organization)
WHERE ($as_of IS NULL OR coalesce(together.valid_from, '') <= $as_of <= coalesce(together.valid_to + '~', '~'))
  AND together['known_' + $min_confidence] <= $known_at
OPTIONAL MATCH (matter:Lichain {id: together.matter})
RETURN partner, matter, together.valid_from AS from, together.valid_to AS until, [together] AS evidence
ORDER BY partner.id, together.key
