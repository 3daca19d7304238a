// ---
// title_zh: 哪些客户的哪些产品只有一家已知供应商
// title_en: Which customers have one known supplier of a product
// about_zh: 客户与产品的组合中，图谱只知道一家供应商的。“一家已知”不等于“仅有一家”：仅有一家须有来源明说；其余说明是否查过该客户的供应商、何时查的。按控股方计时，受同一方逐级控股（均超过 50%）的供应商算一家。已结束或已取消的供应不计。
// about_en: "Pairs of customer and product for which the graph knows one supplier. One known supplier is not one supplier: that there is only one is said where a source says so; for the rest the row tells whether the customer's suppliers were looked into, and when. Counted by controlling owner, suppliers that one owner controls, by more than 50 % at each step, are one. Supply that ended or was called off is left out."
// parameters:
//   to: {type: Enterprise, zh: 客户, en: the customer}
//   what: {type: Product, zh: 产品, en: "the product, with its kinds"}
//   by: {type: text, values: counted_by, default: enterprise, zh: 如何计供应商, en: how suppliers are counted}
// columns:
//   customer: {type: Enterprise, zh: 客户, en: customer}
//   product: {type: Product, zh: 产品, en: product}
//   suppliers: {type: Enterprise, zh: 唯一已知供应商, en: only known supplier}
//   owner: {type: Organization, zh: 其最终控股方, en: its controlling owner}
//   only: {zh: 是否仅有一家, en: only one, values: {stated: {zh: 来源称仅此一家, en: a source says so}, one_known: {zh: 只知道一家, en: one known}}}
//   looked: {zh: 客户的供应商查过没有, en: "customer's suppliers looked into", values: {found: {zh: 查过，有发现, en: 'yes, some found'}, empty: {zh: 查过，无记录, en: 'yes, nothing found'}, withheld: {zh: 查过，不予披露, en: 'yes, withheld'}, not_looked_into: {zh: 未查, en: not looked into}}}
//   looked_on: {zh: 查阅日期, en: looked on}
//   facts: {zh: 供应事实数, en: facts}
//   evidence: {zh: 证据, en: evidence}
// example: {to: catl}
// nothing_zh: 没有这样的组合：要么已知两家以上供应商，要么完全没有按产品记录的供应关系。
// nothing_en: There is no such pair. Either two or more suppliers are known, or no supply by product is recorded at all.
// limits_zh: 看不到未被来源提及的供应商；持股未知的供应商各算一家。
// limits_en: Suppliers that no source names are not seen; suppliers whose owners are unknown count each for itself.
// ---
// :param {to: 'catl', what: null, by: 'enterprise', as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
MATCH (supplier:Enterprise)-[supplies:SUPPLIES]->(customer:Enterprise)
WHERE ($to IS NULL OR customer.id = $to)
  AND NOT coalesce(supplies.status, '') IN ['ended', 'cancelled']
  AND ($as_of IS NULL OR coalesce(supplies.valid_from, '') <= $as_of <= coalesce(supplies.valid_to + '~', '~'))
  AND supplies['known_' + $min_confidence] <= $known_at
MATCH (product:Product {id: supplies.product})
WHERE $what IS NULL OR EXISTS { (product)-[:KIND_OF*0..4]->(:Product {id: $what}) }
WITH customer, product, supplier, supplies, COLLECT {
  MATCH (top:Lichain)-[over:OWNS*1..6]->(supplier)
  WHERE all(stake IN over WHERE coalesce(stake.status, 'held') = 'held' AND stake.share > 50
      AND ($as_of IS NULL OR coalesce(stake.valid_from, '') <= $as_of <= coalesce(stake.valid_to + '~', '~'))
      AND stake['known_' + $min_confidence] <= $known_at)
    AND NOT EXISTS {
      MATCH (:Lichain)-[stake:OWNS]->(top)
      WHERE coalesce(stake.status, 'held') = 'held' AND stake.share > 50
        AND ($as_of IS NULL OR coalesce(stake.valid_from, '') <= $as_of <= coalesce(stake.valid_to + '~', '~'))
        AND stake['known_' + $min_confidence] <= $known_at
    }
  RETURN [top, over] ORDER BY top.id, [stake IN over | stake.key]
}[0] AS control
WITH customer, product, supplier, supplies, control[0] AS owner, coalesce(control[1], []) AS stakes
ORDER BY supplier.id, supplies.key
WITH customer, product, collect(DISTINCT supplier) AS suppliers, collect(DISTINCT coalesce(owner, supplier)) AS groups,
     collect(owner)[0] AS owner, collect(supplies) AS supply, collect(stakes) AS stakes
WHERE size(CASE $by WHEN 'owner' THEN groups ELSE suppliers END) = 1
WITH customer, product, suppliers, owner, supply, stakes, COLLECT {
  MATCH (customer)-[look:LOOKED_INTO {direction: 'suppliers'}]->(:Source)
  RETURN look ORDER BY look.looked_on DESC, look.outcome DESC, look.key
}[0] AS look
RETURN customer, product, suppliers, owner,
       CASE WHEN any(each IN supply WHERE each.sole) THEN 'stated' ELSE 'one_known' END AS only,
       coalesce(look.outcome, 'not_looked_into') AS looked, look.looked_on AS looked_on, size(supply) AS facts,
       supply + reduce(all = [], each IN stakes | all + each) AS evidence
ORDER BY customer.id, product.id
