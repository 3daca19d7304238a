// ---
// title_zh: 某企业或设施的持股关系（持有谁、被谁持有）
// title_en: Who owns what of an enterprise or facility, in and out
// about_zh: 以其为股东或被持股方的全部持股关系；来源未给出比例的，比例为未知，并非零。
// about_en: Every stake that it holds or that is held in it. Where the source gives no share the share is unknown, not nought.
// parameters:
//   what: {type: [Organization, Facility, Project], required: true, zh: 企业、机构、设施或项目, en: "the enterprise, organization, facility or project"}
// columns:
//   owner: {type: [Organization, Person], zh: 股东, en: owner}
//   share: {zh: 持股比例（%）, en: share (%)}
//   owned: {type: any, zh: 被持有方, en: owned}
//   status: {zh: 状态, en: status, values: stake_status}
//   from: {zh: 起, en: from}
//   until: {zh: 止, en: until}
//   evidence: {zh: 证据, en: evidence}
// example: {what: catl}
// nothing_zh: 没有记录其持股或被持股。这不等于没有：股权未必被来源提及。
// nothing_en: No stake in or of it is recorded. That is not the same as none; the sources need not mention owners.
// ---
// :param {what: 'catl', as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
MATCH (thing:Lichain {id: $what})
MATCH (thing)-[stake:OWNS]-(:Lichain)
WHERE ($as_of IS NULL OR coalesce(stake.valid_from, '') <= $as_of <= coalesce(stake.valid_to + '~', '~'))
  AND stake['known_' + $min_confidence] <= $known_at
WITH DISTINCT stake, startNode(stake) AS owner, endNode(stake) AS owned
RETURN owner, stake.share AS share, owned, coalesce(stake.status, 'held') AS status,
       stake.valid_from AS from, stake.valid_to AS until, [stake] AS evidence
ORDER BY owner.id, owned.id, stake.key
