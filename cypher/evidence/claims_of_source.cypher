// ---
// title_zh: 某来源说了什么
// title_en: What a source says
// about_zh: 取自该来源的每一条声明，按其在原文中的位置排列。
// about_en: Every claim taken from the source, in the order of its place in the text.
// parameters:
//   source: {type: Source, required: true, zh: 来源, en: the source}
// columns:
//   locator: {zh: 位置, en: place in it}
//   fact: {type: any, zh: 事实, en: fact}
//   claim: {zh: 声明, en: claim}
//   confidence: {zh: 事实可信度, en: confidence of the fact, values: confidence}
//   note: {zh: 备注, en: note}
//   evidence: {zh: 证据, en: evidence}
// example: {source: doc-003}
// nothing_zh: 没有取自该来源的声明。它可能已登记但尚未细读。
// nothing_en: No claim is taken from this source. It may be listed but not yet read.
// ---
// :param {source: 'doc-003'}
MATCH (start:Lichain)-[link]->(end:Lichain)
WHERE link.key IS NOT NULL AND $source IN link.sources
UNWIND range(0, size(link.claims) - 1) AS at
WITH start, link, end, at
WHERE link.sources[at] = $source
RETURN link.locators[at] AS locator, [start, link, end] AS fact, link.claims[at] AS claim,
       link.confidence AS confidence, link.notes[at] AS note, [link] AS evidence
ORDER BY toInteger(split(locator, '-')[0]), toInteger(split(locator, '-')[1]), locator, link.key, claim
