// ---
// title_zh: 某地区的企业需要、而当地无人生产的产品（补链）
// title_en: What the firms of a region need and nobody known there makes
// about_zh: 先列出地区内（含其下属全部地区）已知在产的产品：当地设施所产；企业自报产品而生产设施未知的，以总部所在地代之，另列一栏。这些产品的投入品中，当地无人生产的即为缺口；并非必需、而当地已产同一产品其他投入品的，注明可替代，排在后面；生产其任一种类即视为已有，只生产其上位品类的另列。已停产、关闭、取消的不算在产，未投产的另列为规划。“环节是否查过”说明这一缺口有多可靠；需要它的主体自身就从事该环节的，可能自产，排在最后。最近的外地产能按中心点直线距离，最多三处；设施无坐标的取其所在地区的中心点，精度见栏。
// about_en: "First, what is known to be made in the region, with all inside it: by sites there; where an enterprise makes a product and no site of it that does so is known, its head office stands in, in a column of its own. Of the inputs of these products, those that nobody there makes are the gaps; where one is not said to be essential and another input of the same product is made there, that is shown and the row comes later. Making any kind of a product counts as making it; making only something wider is shown apart. Stopped, closed and cancelled works do not count, works not yet running are shown as planned. Whether the segment was looked into says how sure the gap is; where those that need it work in that segment themselves they may make it for their own use, and the row comes last. The nearest makers elsewhere, at most three, go by the straight line between points; a site without coordinates takes those of its region, as the precision says."
// parameters:
//   where: {type: Region, required: true, zh: 地区（含其下属地区）, en: "the region, with all inside it"}
//   segment: {type: Segment, zh: 缺口所在环节, en: "only gaps in this segment, with its parts"}
// columns:
//   product: {type: Product, zh: 缺口产品, en: missing product}
//   segment: {type: Segment, zh: 环节, en: segment}
//   essential: {zh: 是否必需, en: essential, values: essential}
//   goes_into: {type: Product, zh: 用于本地产品, en: goes into}
//   instead: {type: Product, zh: 本地已有的可替代投入, en: other inputs made here that may do instead}
//   needed_by: {type: any, zh: 需要它的本地设施, en: sites here that need it}
//   seated: {type: Enterprise, zh: 需要它的本地企业（仅按总部）, en: enterprises here that need it (by seat only)}
//   looked: {zh: 环节是否查过, en: was the segment looked into, values: {in_house: {zh: 需要它的主体自身从事该环节，或为自产, en: 'those that need it work in it themselves, perhaps for own use'}, known: {zh: 已有主体从事, en: someone works in it}, empty: {zh: 已查无记录, en: nothing found}, withheld: {zh: 不予披露, en: withheld}, elsewhere: {zh: 已查到、尚未录入, en: 'found, not yet recorded'}, not_looked_into: {zh: 未查, en: not looked into}}}
//   active: {type: any, zh: 本地从事该环节者, en: who here works in that segment}
//   wider: {type: Product, zh: 本地所产的上位品类, en: wider product made here}
//   planned: {type: any, zh: 本地规划在建, en: planned here}
//   suppliers: {type: any, zh: 现有供应商, en: known suppliers}
//   supplied: {type: any, zh: 供给的本地企业, en: supplied to}
//   nearest: {type: any, zh: 最近的外地生产者, en: nearest makers elsewhere}
//   km: {zh: 距离（公里）, en: distance in km}
//   precision: {zh: 坐标精度, en: precision of the point, values: point_precision}
//   capacity: {type: Indicator, zh: 其产能, en: their capacity}
//   evidence: {zh: 证据, en: evidence}
// example: {where: cn-360900}
// nothing_zh: 没有发现缺口。若该地区没有已知在产的产品，也就无从推算；这不等于产业链完整。
// nothing_en: No gap is found. Where nothing is known to be made in the region there is nothing to reckon from; that is not the same as a complete chain.
// limits_zh: 缺口只是“未知有人生产”，不是“无人生产”；未录入产品的企业看不出需要什么。供应商按客户记录，货从何处发出未必已知。
// limits_en: A gap means that no maker is known, not that there is none; firms whose products are not recorded show no needs. Suppliers go by customer; where the goods come from is not always known.
// ---
// :param {where: 'cn-360900', segment: null, as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
MATCH (asked:Region {id: $where})
CALL (asked) {
  MATCH (asked)<-[:PART_OF*0..8]-(:Region)<-[at:LOCATED_IN]-(maker:Facility|Project)
  WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
    AND at['known_' + $min_confidence] <= $known_at
  MATCH (maker)-[makes:PRODUCES|RECOVERS]->(product:Product)
  WHERE ($as_of IS NULL OR coalesce(makes.valid_from, '') <= $as_of <= coalesce(makes.valid_to + '~', '~'))
    AND makes['known_' + $min_confidence] <= $known_at
  RETURN DISTINCT maker, product, makes, at
  UNION
  MATCH (asked)<-[:PART_OF*0..8]-(:Region)<-[at:HEADQUARTERED_IN|LOCATED_IN]-(maker:Enterprise)
  WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
    AND at['known_' + $min_confidence] <= $known_at
  MATCH (maker)-[makes:PRODUCES|RECOVERS]->(product:Product)
  WHERE ($as_of IS NULL OR coalesce(makes.valid_from, '') <= $as_of <= coalesce(makes.valid_to + '~', '~'))
    AND makes['known_' + $min_confidence] <= $known_at
    AND NOT EXISTS {
      MATCH (maker)-[runs:OPERATES]->(:Facility)-[does:PRODUCES|RECOVERS]->(:Product)-[:KIND_OF*0..4]->(product)
      WHERE ($as_of IS NULL OR coalesce(runs.valid_from, '') <= $as_of <= coalesce(runs.valid_to + '~', '~'))
        AND runs['known_' + $min_confidence] <= $known_at
        AND ($as_of IS NULL OR coalesce(does.valid_from, '') <= $as_of <= coalesce(does.valid_to + '~', '~'))
        AND does['known_' + $min_confidence] <= $known_at
    }
  RETURN DISTINCT maker, product, makes, at
}
WITH asked, maker, product, makes, at
ORDER BY makes.key, at.key
WITH asked, maker, product, collect(DISTINCT makes) + collect(DISTINCT at) AS links,
     max(CASE WHEN coalesce(makes.status, 'operating') IN ['operating', 'stated'] AND NOT maker:Project
       THEN coalesce(makes.valid_from, '') END) AS begun,
     max(CASE WHEN makes.status IN ['idle', 'closed', 'cancelled'] THEN coalesce(makes.valid_from, '') END) AS stopped
WHERE stopped IS NULL OR begun > stopped
WITH asked, maker, product, links, begun
ORDER BY maker.id, product.id
WITH asked, collect({maker: maker, product: product, links: links, made: begun IS NOT NULL}) AS works
WITH asked, [work IN works WHERE work.made] AS makers, [work IN works WHERE NOT work.made] AS plans
WITH asked, makers, plans, COLLECT {
       MATCH route = (asked)-[:PART_OF*0..8]->(centre:Region)
       WHERE centre.latitude IS NOT NULL
       RETURN centre ORDER BY length(route), centre.id LIMIT 1
     }[0] AS centre,
     COLLECT {
       UNWIND makers AS work
       WITH DISTINCT work.product AS made
       MATCH (made)-[:KIND_OF*0..4]->(wider:Product)
       RETURN DISTINCT wider
     } AS covered, COLLECT {
       MATCH (asked)<-[:PART_OF*0..8]-(:Region)<-[at:HEADQUARTERED_IN|LOCATED_IN]-(firm:Enterprise)<-[link:SUPPLIES]-(:Enterprise)
       WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
         AND at['known_' + $min_confidence] <= $known_at
         AND ($as_of IS NULL OR coalesce(link.valid_from, '') <= $as_of <= coalesce(link.valid_to + '~', '~'))
         AND link['known_' + $min_confidence] <= $known_at
         AND NOT coalesce(link.status, '') IN ['ended', 'cancelled']
       RETURN DISTINCT link
       UNION
       MATCH (asked)<-[:PART_OF*0..8]-(:Region)<-[at:LOCATED_IN]-(:Facility)<-[runs:OPERATES]-(firm:Enterprise)
       WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
         AND at['known_' + $min_confidence] <= $known_at
         AND ($as_of IS NULL OR coalesce(runs.valid_from, '') <= $as_of <= coalesce(runs.valid_to + '~', '~'))
         AND runs['known_' + $min_confidence] <= $known_at
       MATCH (firm)<-[link:SUPPLIES]-(:Enterprise)
       WHERE ($as_of IS NULL OR coalesce(link.valid_from, '') <= $as_of <= coalesce(link.valid_to + '~', '~'))
         AND link['known_' + $min_confidence] <= $known_at
         AND NOT coalesce(link.status, '') IN ['ended', 'cancelled']
       RETURN DISTINCT link
     } AS bought
UNWIND makers AS work
WITH asked, makers, plans, centre, covered, bought, work.product AS output
MATCH (output)-[:KIND_OF*0..4]->(:Product)<-[needs:INPUT_TO]-(input:Product)
WHERE NOT input IN covered
WITH asked, makers, plans, centre, covered, bought, input, output, needs
ORDER BY output.id, needs.key
WITH asked, makers, plans, centre, covered, bought, input, collect(DISTINCT output) AS outputs, collect(DISTINCT needs) AS inputs,
     min(CASE needs.essential WHEN 'yes' THEN 0 WHEN 'no' THEN 2 ELSE 1 END) AS need,
     COLLECT {
       MATCH route = (input)-[:KIND_OF*0..4]->(:Product)-[:BELONGS_TO]->(segment:Segment)
       RETURN segment ORDER BY length(route), segment.position, segment.id LIMIT 1
     }[0] AS segment
WHERE $segment IS NULL OR EXISTS { (segment)-[:PART_OF*0..8]->(:Segment {id: $segment}) }
WITH asked, makers, plans, centre, covered, bought, input, outputs, inputs, need, segment,
     COLLECT { MATCH (kind:Product)-[:KIND_OF*0..4]->(input) RETURN DISTINCT kind.id } AS kinds,
     CASE need WHEN 0 THEN [] ELSE COLLECT {
       UNWIND outputs AS output
       MATCH (output)-[:KIND_OF*0..4]->(:Product)<-[other:INPUT_TO]-(instead:Product)
       WHERE coalesce(other.essential, '') <> 'yes' AND instead IN covered
       WITH DISTINCT instead
       RETURN instead ORDER BY instead.id
     } END AS instead,
     COLLECT { MATCH (input)-[:KIND_OF*1..4]->(wider:Product) WITH DISTINCT wider RETURN wider ORDER BY wider.id } AS wider,
     [work IN makers WHERE work.product IN outputs] AS needing
WITH asked, makers, plans, centre, input, outputs, inputs, need, segment, kinds, wider, instead, needing,
     [link IN bought WHERE link.product IN kinds] AS deals,
     COLLECT {
       MATCH (kind:Product)-[:KIND_OF*0..4]->(input)
       MATCH (kind)<-[makes:PRODUCES|RECOVERS]-(maker:Facility|Enterprise)
       WHERE ($as_of IS NULL OR coalesce(makes.valid_from, '') <= $as_of <= coalesce(makes.valid_to + '~', '~'))
         AND makes['known_' + $min_confidence] <= $known_at
       WITH maker, kind, collect(makes) AS facts,
            max(CASE WHEN coalesce(makes.status, 'operating') IN ['operating', 'stated']
              THEN coalesce(makes.valid_from, '') END) AS begun,
            max(CASE WHEN makes.status IN ['idle', 'closed', 'cancelled'] THEN coalesce(makes.valid_from, '') END) AS stopped
       WHERE begun IS NOT NULL AND (stopped IS NULL OR begun > stopped)
         AND NOT EXISTS {
           MATCH (maker)-[runs:OPERATES]->(:Facility)-[does:PRODUCES|RECOVERS]->(:Product)-[:KIND_OF*0..4]->(kind)
           WHERE ($as_of IS NULL OR coalesce(runs.valid_from, '') <= $as_of <= coalesce(runs.valid_to + '~', '~'))
             AND runs['known_' + $min_confidence] <= $known_at
             AND ($as_of IS NULL OR coalesce(does.valid_from, '') <= $as_of <= coalesce(does.valid_to + '~', '~'))
             AND does['known_' + $min_confidence] <= $known_at
         }
       WITH DISTINCT maker
       WITH maker, CASE WHEN maker.latitude IS NOT NULL THEN maker ELSE COLLECT {
         MATCH route = (maker)-[at:LOCATED_IN|HEADQUARTERED_IN]->(:Region)-[:PART_OF*0..8]->(spot:Region)
         WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
           AND at['known_' + $min_confidence] <= $known_at
           AND spot.latitude IS NOT NULL
         RETURN spot ORDER BY length(route), spot.id LIMIT 1
       }[0] END AS spot
       WITH maker, spot, toInteger(round(point.distance(
         point({latitude: centre.latitude, longitude: centre.longitude}),
         point({latitude: spot.latitude, longitude: spot.longitude})) / 1000)) AS km
       RETURN {maker: maker, km: km, precision: spot.point_precision} ORDER BY coalesce(km, 99999), maker.id LIMIT 3
     } AS found,
     COLLECT {
       MATCH (segment)<-[:PART_OF*0..8]-(:Segment)<-[does:ACTIVE_IN]-(who:Lichain)
       WHERE ($as_of IS NULL OR coalesce(does.valid_from, '') <= $as_of <= coalesce(does.valid_to + '~', '~'))
         AND does['known_' + $min_confidence] <= $known_at
         AND NOT coalesce(does.status, '') IN ['cancelled', 'closed']
         AND (EXISTS { (who)-[:PART_OF*0..8]->(asked) WHERE who:Region } OR EXISTS {
           MATCH (who)-[at:LOCATED_IN|HEADQUARTERED_IN]->(:Region)-[:PART_OF*0..8]->(asked)
           WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
             AND at['known_' + $min_confidence] <= $known_at
         })
       WITH DISTINCT who
       RETURN who ORDER BY who.id
     } AS active, COLLECT {
       MATCH (asked)-[look:LOOKED_INTO]->(:Source)
       WHERE look.segment = segment.id
       RETURN look ORDER BY look.looked_on DESC, look.outcome DESC, look.key
     } AS looks
RETURN input AS product, segment, CASE need WHEN 0 THEN 'yes' WHEN 2 THEN 'no' END AS essential, outputs AS goes_into, instead,
       COLLECT {
         UNWIND needing AS work
         WITH DISTINCT work.maker AS maker
         WHERE maker:Facility
         RETURN maker ORDER BY maker.id
       } AS needed_by,
       COLLECT {
         UNWIND needing AS work
         WITH DISTINCT work.maker AS maker
         WHERE maker:Enterprise
         RETURN maker ORDER BY maker.id
       } AS seated,
       CASE
         WHEN any(work IN needing WHERE work.maker IN active) THEN 'in_house'
         WHEN active <> [] THEN 'known'
         WHEN looks = [] THEN 'not_looked_into'
         WHEN looks[0].outcome = 'found' THEN 'elsewhere'
         ELSE looks[0].outcome
       END AS looked,
       active, [each IN wider WHERE any(work IN makers WHERE work.product = each)] AS wider,
       COLLECT {
         UNWIND plans AS work
         WITH DISTINCT work.maker AS maker, work.product AS made
         WHERE made.id IN kinds
         RETURN DISTINCT maker ORDER BY maker.id
       } AS planned,
       COLLECT { UNWIND deals AS link WITH DISTINCT startNode(link) AS firm RETURN firm ORDER BY firm.id } AS suppliers,
       COLLECT { UNWIND deals AS link WITH DISTINCT endNode(link) AS firm RETURN firm ORDER BY firm.id } AS supplied,
       [each IN found | each.maker] AS nearest, [each IN found | each.km] AS km, [each IN found | each.precision] AS precision,
       COLLECT {
         UNWIND found AS each
         WITH each.maker AS maker
         CALL (maker, kinds) {
           MATCH (maker)<-[:OF {role: 'subject'}]-(number:Indicator {metric: 'capacity'})-[:OF {role: 'scope'}]->(scope:Product)
           WHERE scope.id IN kinds AND number.nature IN ['actual', 'estimate']
             AND EXISTS { (number)-[shown:EVIDENCED_BY WHERE shown['known_' + $min_confidence] <= $known_at]->(:Source) }
           RETURN number ORDER BY coalesce(number.period_end, '') DESC, number.id LIMIT 1
         }
         RETURN number ORDER BY number.id
       } AS capacity,
       inputs + deals + COLLECT {
         UNWIND needing AS work
         UNWIND work.links AS link
         WITH DISTINCT link
         RETURN link ORDER BY link.key LIMIT 20
       } + looks AS evidence
ORDER BY looked = 'in_house', need, size(instead) > 0, size(needed_by) + size(seated) DESC, product.id
