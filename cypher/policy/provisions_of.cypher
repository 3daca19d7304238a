// ---
// title_zh: 某政策规定了什么
// title_en: What a policy says
// about_zh: 政策的各项条款（用我们自己的话概括）、其对象，以及由政策或条款设定的数字；未归入条款的数字和对象列在政策本身一行。
// about_en: The provisions of a policy in our own words, whom they are about and the numbers they set. What the policy itself covers or sets stands in a row of its own.
// parameters:
//   policy: {type: Policy, required: true, zh: 政策, en: the policy}
// columns:
//   provision: {type: [Policy, Provision], zh: 条款, en: provision}
//   kind: {zh: 类别, en: kind, values: {policy: {zh: 政策整体, en: the policy itself}, goal: {zh: 目标, en: goal}, orientation: {zh: 发展定位, en: orientation}, measure: {zh: 措施, en: measure}, layout: {zh: 空间布局, en: spatial layout}, support: {zh: 支持事项, en: support}, restriction: {zh: 限制, en: restriction}}}
//   summary_zh: {zh: 摘要, en: summary (Chinese)}
//   summary_en: {zh: 英文摘要, en: summary}
//   covers: {type: any, zh: 对象, en: covers}
//   sets: {type: Indicator, zh: 设定的数字, en: sets}
//   evidence: {zh: 证据, en: evidence}
// example: {policy: hunan-lithium-battery-action-plan-2024-2026}
// nothing_zh: 没有记录该政策的条款。这不等于没有规定：原文可能不在手边，或尚未细读。
// nothing_en: No provision of this policy is recorded. That is not the same as it saying nothing; its text may not be at hand, or has not been read closely.
// ---
// :param {policy: 'hunan-lithium-battery-action-plan-2024-2026'}
MATCH (policy:Policy {id: $policy})-[has:HAS_PROVISION*0..1]->(says:Policy|Provision)
WITH says, has, CASE WHEN says:Provision THEN says END AS provision,
     COLLECT { MATCH (says)-[:COVERS]->(target:Lichain) RETURN DISTINCT target ORDER BY target.id } AS covers,
     COLLECT { MATCH (says)-[:SETS]->(number:Indicator) RETURN DISTINCT number ORDER BY number.id } AS sets,
     COLLECT { MATCH (says)-[link:COVERS|SETS]->(:Lichain) RETURN link ORDER BY link.key } AS links
WHERE provision IS NOT NULL OR links <> []
RETURN says AS provision, CASE WHEN says:Policy THEN 'policy' ELSE says.kind END AS kind,
       provision.summary_zh AS summary_zh, provision.summary_en AS summary_en,
       covers, sets, has + links AS evidence
ORDER BY says:Provision, says.id
