// ---
// title_zh: 有哪些来源，各支持多少声明
// title_en: Which sources there are, and how many claims rest on each
// about_zh: 全部来源及其发布者、日期、类别、网址与许可；声明数为零的来源已登记但尚无事实取自它。
// about_en: Every source with its publisher, date, kind, address and licence. A source with no claims is listed, but no fact has been taken from it yet.
// columns:
//   source: {type: Source, zh: 来源, en: source}
//   kind: {zh: 类别, en: kind, values: source_kind}
//   publisher: {zh: 发布者, en: publisher}
//   published: {zh: 发布日期, en: published}
//   claims: {zh: 声明数, en: claims}
//   facts: {zh: 事实数, en: facts}
//   address: {zh: 网址, en: address}
//   licence: {zh: 许可, en: licence}
// nothing_zh: 图谱中没有来源：尚未载入任何数据。
// nothing_en: There is no source in the graph; nothing has been loaded yet.
// ---
OPTIONAL MATCH (:Lichain)-[link]->(:Lichain)
WHERE link.key IS NOT NULL AND link.sources IS NOT NULL
UNWIND coalesce(link.sources, [null]) AS id
WITH id, count(id) AS claims, count(DISTINCT link) AS facts
WITH collect({id: id, claims: claims, facts: facts}) AS counts
MATCH (source:Source)
WITH source, [each IN counts WHERE each.id = source.id][0] AS found
RETURN source, source.kind AS kind, source.publisher AS publisher, source.published AS published,
       coalesce(found.claims, 0) AS claims, coalesce(found.facts, 0) AS facts,
       source.address AS address, source.licence AS licence
ORDER BY claims DESC, source.id
