// ---
// title_zh: 哪些客户的哪些产品只有一家已知供应商
// title_en: Which customers have one known supplier of a product
// about_zh: 客户与产品的组合中，图谱只知道一家供应商的。“一家已知”不等于“仅有一家”：其他供应商可能未被来源提及。
// about_en: Pairs of customer and product for which the graph knows one supplier. One known supplier is not one supplier; others may not have been named by any source.
// parameters:
//   to: {type: Enterprise, zh: 客户, en: the customer}
//   what: {type: Product, zh: 产品, en: "the product, with its kinds"}
// columns:
//   customer: {type: Enterprise, zh: 客户, en: customer}
//   product: {type: Product, zh: 产品, en: product}
//   supplier: {type: Enterprise, zh: 唯一已知供应商, en: only known supplier}
//   facts: {zh: 供应事实数, en: facts}
//   evidence: {zh: 证据, en: evidence}
// example: {to: catl}
// nothing_zh: 没有这样的组合：要么已知两家以上供应商，要么完全没有按产品记录的供应关系。
// nothing_en: There is no such pair. Either two or more suppliers are known, or no supply by product is recorded at all.
// ---
// :param {to: 'catl', what: null, as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
MATCH (supplier:Enterprise)-[supplies:SUPPLIES]->(customer:Enterprise)
WHERE ($to IS NULL OR customer.id = $to)
  AND ($as_of IS NULL OR coalesce(supplies.valid_from, '') <= $as_of <= coalesce(supplies.valid_to + '~', '~'))
  AND supplies['known_' + $min_confidence] <= $known_at
MATCH (product:Product {id: supplies.product})
WHERE $what IS NULL OR EXISTS { (product)-[:KIND_OF*0..4]->(:Product {id: $what}) }
WITH customer, product, supplier, supplies
ORDER BY supplies.key
WITH customer, product, collect(DISTINCT supplier) AS suppliers, collect(supplies) AS evidence
WHERE size(suppliers) = 1
RETURN customer, product, suppliers[0] AS supplier, size(evidence) AS facts, evidence
ORDER BY customer.id, product.id
