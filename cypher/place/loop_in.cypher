// ---
// title_zh: 某地区的电池循环闭合到哪一步
// title_en: How far the battery loop is closed in a region
// about_zh: 退役电池—回收—黑粉—锂盐、镍盐、钴盐—前驱体—正极—电芯，一步一行：地区内（含其下属全部地区）已知从事该步的设施；生产设施未知、仅按总部计入的企业；规划在建者；其中以回收料生产者。产能只加总设施最近一期实际或估计数，同一单位相加，并列出没有数字的设施数；企业合并口径的产能不计入。“下一步需要”按来源给出的单耗乘以本地区下一步的产能，逐项列出，不作推测。没有已知主体的步骤，注明是否查过。
// about_en: "Retired batteries, recycling, black mass, salts of lithium, nickel and cobalt, precursor, cathode, cell: one row a step. Who in the region, with all inside it, is known to do it: sites; enterprises counted by their seat because no site is known; those planned or being built; and which of them win it back from waste. Capacity adds only the latest actual or estimated figure of each site, within one unit, and says how many sites have none; figures of whole enterprises are not added. What the next step would need is a source's amount per unit times the capacity of the next step here, item by item, and nothing is guessed. Where nobody is known, the row says whether anybody looked."
// parameters:
//   where: {type: Region, required: true, zh: 地区（含其下属地区）, en: "the region, with all inside it"}
// columns:
//   step: {zh: 步骤, en: step, values: {retired: {zh: 退役电池与废料, en: retired batteries and scrap}, recycler: {zh: 回收处理, en: recycling}, black_mass: {zh: 黑粉, en: black mass}, lithium_salt: {zh: 锂盐, en: lithium salt}, nickel_salt: {zh: 镍盐, en: nickel salt}, cobalt_salt: {zh: 钴盐, en: cobalt salt}, precursor: {zh: 前驱体, en: precursor}, cathode: {zh: 正极材料, en: cathode material}, cell: {zh: 电芯, en: cell}}}
//   state: {zh: 状态, en: state, values: {known: {zh: 已有, en: someone does it}, volumes: {zh: 有数量记录, en: volumes are recorded}, planned: {zh: 仅有规划在建, en: only planned or being built}, empty: {zh: 缺：已查无记录, en: 'missing: nothing found'}, withheld: {zh: 不予披露, en: withheld}, elsewhere: {zh: 已查到、尚未录入, en: 'found, not yet recorded'}, not_looked_into: {zh: 未知：未查, en: 'none known: not looked into'}}}
//   sites: {type: Facility, zh: 本地设施, en: sites here}
//   seated: {type: any, zh: 本地企业（仅按总部）, en: enterprises here (by seat only)}
//   recovering: {type: any, zh: 以回收料生产者, en: of them from recycled material}
//   planned: {type: any, zh: 规划在建, en: planned or being built}
//   capacity: {zh: 设施产能合计, en: capacity of sites, unit: unit}
//   unit: {zh: 单位, en: unit}
//   without: {zh: 无产能数字的设施数, en: sites without a figure}
//   used_for: {type: Product, zh: 下一步产品, en: next product}
//   made: {zh: 其本地产能, en: its capacity here, unit: made_unit}
//   made_unit: {zh: 其单位, en: its unit}
//   amount: {zh: × 单耗, en: × amount per unit, unit: amount_unit, high: amount_high}
//   amount_high: {zh: 单耗上限, en: upper amount}
//   amount_unit: {zh: 单耗单位, en: unit of the amount}
//   need: {zh: ＝ 下一步需要, en: = needed, unit: need_unit, high: need_high}
//   need_high: {zh: 需要上限, en: upper need}
//   need_unit: {zh: 需要单位, en: unit of the need}
//   volumes: {zh: 数量记录, en: recorded volumes}
//   evidence: {zh: 证据, en: evidence}
// example: {where: cn-430000}
// nothing_zh: 没有这样的地区。
// nothing_en: There is no such region.
// limits_zh: 盐、前驱体、正极和电芯多由原生料制成，有产能不等于用的是回收料；同一设施的分品种产能可能重叠；“超过”“不超过”的数字按原数相加；单耗来自个别来源。
// limits_en: Salts, precursor, cathode and cells are mostly made of mined material; capacity here does not mean that it runs on recycled feed. Figures of one site for several products may overlap, and those that are a floor or a ceiling are added as they stand; amounts per unit come from single sources.
// ---
// :param {where: 'cn-430000', as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
MATCH (asked:Region {id: $where})
CALL (asked) {
  MATCH (asked)<-[:PART_OF*0..8]-(:Region)<-[at:LOCATED_IN]-(maker:Facility|Project)
  WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
    AND at['known_' + $min_confidence] <= $known_at
  MATCH (maker)-[makes:PRODUCES|RECOVERS|ACTIVE_IN]->(what:Product|Segment)
  WHERE ($as_of IS NULL OR coalesce(makes.valid_from, '') <= $as_of <= coalesce(makes.valid_to + '~', '~'))
    AND makes['known_' + $min_confidence] <= $known_at
  RETURN DISTINCT maker, what, makes, at
  UNION
  MATCH (asked)<-[:PART_OF*0..8]-(:Region)<-[at:HEADQUARTERED_IN|LOCATED_IN]-(maker:Enterprise)
  WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
    AND at['known_' + $min_confidence] <= $known_at
  MATCH (maker)-[makes:PRODUCES|RECOVERS|ACTIVE_IN]->(what:Product|Segment)
  WHERE ($as_of IS NULL OR coalesce(makes.valid_from, '') <= $as_of <= coalesce(makes.valid_to + '~', '~'))
    AND makes['known_' + $min_confidence] <= $known_at
    AND NOT EXISTS {
      MATCH (maker)-[runs:OPERATES]->(:Facility)-[does:PRODUCES|RECOVERS|ACTIVE_IN]->(:Lichain)-[:KIND_OF|PART_OF*0..4]->(what)
      WHERE ($as_of IS NULL OR coalesce(runs.valid_from, '') <= $as_of <= coalesce(runs.valid_to + '~', '~'))
        AND runs['known_' + $min_confidence] <= $known_at
        AND ($as_of IS NULL OR coalesce(does.valid_from, '') <= $as_of <= coalesce(does.valid_to + '~', '~'))
        AND does['known_' + $min_confidence] <= $known_at
    }
  RETURN DISTINCT maker, what, makes, at
  UNION
  RETURN null AS maker, null AS what, null AS makes, null AS at
}
WITH asked, maker, what, makes, at
ORDER BY makes.key, at.key
WITH asked, maker, what, collect(DISTINCT makes) + collect(DISTINCT at) AS links,
     max(CASE WHEN coalesce(makes.status, 'operating') IN ['operating', 'stated'] AND NOT maker:Project
       THEN coalesce(makes.valid_from, '') END) AS begun,
     max(CASE WHEN makes.status IN ['idle', 'closed', 'cancelled'] THEN coalesce(makes.valid_from, '') END) AS stopped
WHERE stopped IS NULL OR begun > stopped
WITH asked, maker, what, links, begun
ORDER BY maker.id, what.id
WITH asked, collect({maker: maker, what: what.id, links: links, made: begun IS NOT NULL,
  recovers: any(link IN links WHERE type(link) = 'RECOVERS')}) AS works
WITH asked, [work IN works WHERE work.maker IS NOT NULL] AS works, COLLECT {
       MATCH (asked)<-[:PART_OF*0..8]-(:Region)<-[at:LOCATED_IN]-(site:Facility)
       WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
         AND at['known_' + $min_confidence] <= $known_at
       MATCH (site)<-[of:OF {role: 'subject'}]-(number:Indicator {metric: 'capacity'})
       WHERE number.nature IN ['actual', 'estimate']
         AND EXISTS { (number)-[shown:EVIDENCED_BY WHERE shown['known_' + $min_confidence] <= $known_at]->(:Source) }
       WITH DISTINCT site, number,
            COLLECT { MATCH (number)-[:OF {role: 'scope'}]->(scope:Product) RETURN scope.id ORDER BY scope.id } AS scope
       WITH site, number, scope
       ORDER BY coalesce(number.period_end, ''), number.id
       WITH site, scope, number.base_unit AS unit, collect(number)[-1] AS number
       RETURN {site: site, scope: scope, unit: unit, number: number}
     } AS figures
UNWIND [
  {at: 1, step: 'retired', segment: 'recycling', of: ['retired-battery', 'production-scrap']},
  {at: 2, step: 'recycler', segment: 'recycling', of: ['retired-battery', 'production-scrap'], by: ['recycling']},
  {at: 3, step: 'black_mass', segment: 'recycling', of: ['black-mass']},
  {at: 4, step: 'lithium_salt', segment: 'refining', of: ['lithium-salt']},
  {at: 5, step: 'nickel_salt', segment: 'refining', of: ['nickel-sulphate']},
  {at: 6, step: 'cobalt_salt', segment: 'refining', of: ['cobalt-sulphate']},
  {at: 7, step: 'precursor', segment: 'precursor', by: ['precursor']},
  {at: 8, step: 'cathode', segment: 'cathode', by: ['cathode']},
  {at: 9, step: 'cell', segment: 'cell', by: ['cell']}
] AS each
WITH asked, works, figures, each, COLLECT {
       MATCH (product:Product)-[:KIND_OF*0..4]->(root:Product)
       WHERE root.id IN each.of
       RETURN DISTINCT product.id
       UNION
       MATCH (product:Product)-[:KIND_OF*0..4]->(:Product)-[:BELONGS_TO]->(:Segment)-[:PART_OF*0..8]->(segment:Segment)
       WHERE segment.id IN each.by AND each.of IS NULL
       RETURN DISTINCT product.id
     } AS products, COLLECT {
       MATCH (part:Segment)-[:PART_OF*0..8]->(segment:Segment)
       WHERE segment.id IN each.by
       RETURN DISTINCT part.id
     } AS parts
WITH asked, works, figures, each, products, CASE each.step WHEN 'retired' THEN []
       ELSE [work IN works WHERE work.what IN parts OR (work.what IN products AND each.step <> 'recycler')] END AS doing
WITH asked, works, figures, each, products, [work IN doing WHERE work.made] AS doing,
     [work IN doing WHERE NOT work.made | work.maker] AS plans
WITH asked, works, figures, each, products, doing, plans, [work IN doing | work.maker] AS doers
WITH asked, works, figures, each, products, doing, plans, doers,
     COLLECT { UNWIND doers AS maker WITH DISTINCT maker WHERE maker:Facility RETURN maker ORDER BY maker.id } AS sites,
     [one IN figures WHERE one.site IN doers AND any(id IN one.scope WHERE id IN products)] AS counted,
     COLLECT {
       MATCH (input:Product)-[needs:INPUT_TO]->(output:Product)
       WHERE input.id IN products AND NOT output.id IN products AND needs.amount_unit IN ['t_per_t', 't_per_GWh']
       WITH needs, output, COLLECT { MATCH (kind:Product)-[:KIND_OF*0..4]->(output) RETURN DISTINCT kind.id } AS kinds,
            CASE needs.amount_unit WHEN 't_per_t' THEN 't/a' ELSE 'Wh/a' END AS base,
            CASE needs.amount_unit WHEN 't_per_t' THEN 1.0 ELSE 1e9 END AS scale
       WITH needs, output, base, scale, kinds, [work IN works WHERE work.made AND work.what IN kinds | work.maker] AS makers
       WITH needs, output, scale, [one IN figures WHERE one.unit = base AND one.scope <> []
              AND one.site IN makers AND all(id IN one.scope WHERE id IN kinds)] AS made
       WHERE made <> []
       WITH needs, output, made, reduce(sum = 0.0, one IN made | sum + one.number.base_value) / scale AS capacity
       RETURN {needs: needs, output: output, capacity: capacity, figures: [one IN made | one.number]} ORDER BY output.id, needs.key
     } AS balance, COLLECT {
       MATCH (number:Indicator)-[:OF {role: 'scope'}]->(scope:Product)
       WHERE number.metric IN ['recycled', 'production'] AND scope.id IN products AND number.nature IN ['actual', 'estimate']
         AND EXISTS { (number)-[shown:EVIDENCED_BY WHERE shown['known_' + $min_confidence] <= $known_at]->(:Source) }
         AND EXISTS {
           MATCH (number)-[:OF {role: 'subject'}]->(subject:Region|Facility)-[:LOCATED_IN*0..1]->(:Region)-[:PART_OF*0..8]->(asked)
         }
       WITH DISTINCT number
       RETURN number ORDER BY number.period_end, number.id
     } AS volumes, COLLECT {
       MATCH (asked)-[look:LOOKED_INTO]->(:Source)
       WHERE look.segment = each.segment
       RETURN look ORDER BY look.looked_on DESC, look.outcome DESC, look.key
     } AS looks
WITH each, doing, doers, plans, sites, counted, balance, volumes, looks, COLLECT {
       UNWIND counted AS one
       WITH one.unit AS base, sum(one.number.base_value) AS total
       RETURN {
         value: total / CASE base WHEN 'Wh/a' THEN 1e9 WHEN 'm2/a' THEN 1e8 WHEN 'vehicles/a' THEN 1e4 ELSE 1.0 END,
         unit: CASE base
           WHEN 't/a' THEN 't_per_year'
           WHEN 'Wh/a' THEN 'GWh_per_year'
           WHEN 'm2/a' THEN 'm2_100m_per_year'
           WHEN 'vehicles/a' THEN 'vehicles_10k_per_year'
           ELSE base
         END
       } ORDER BY base
     } AS sums
RETURN each.step AS step,
       CASE
         WHEN doers <> [] THEN 'known'
         WHEN each.step = 'retired' AND volumes <> [] THEN 'volumes'
         WHEN plans <> [] THEN 'planned'
         WHEN looks = [] THEN 'not_looked_into'
         WHEN looks[0].outcome = 'found' THEN 'elsewhere'
         ELSE looks[0].outcome
       END AS state,
       sites, COLLECT { UNWIND doers AS maker WITH DISTINCT maker WHERE maker:Enterprise RETURN maker ORDER BY maker.id } AS seated,
       COLLECT {
         UNWIND doing AS work
         WITH DISTINCT work.maker AS maker, work.recovers AS recovers
         WHERE recovers
         RETURN DISTINCT maker ORDER BY maker.id
       } AS recovering,
       COLLECT { UNWIND plans AS maker WITH DISTINCT maker WHERE NOT maker IN doers RETURN maker ORDER BY maker.id } AS planned,
       [one IN sums | one.value] AS capacity, [one IN sums | one.unit] AS unit,
       size([site IN sites WHERE NOT site IN [one IN counted | one.site]]) AS without,
       [one IN balance | one.output] AS used_for, [one IN balance | one.capacity] AS made,
       [one IN balance | CASE one.needs.amount_unit WHEN 't_per_t' THEN 't_per_year' ELSE 'GWh_per_year' END] AS made_unit,
       [one IN balance | one.needs.amount] AS amount, [one IN balance | one.needs.amount_high] AS amount_high,
       [one IN balance | one.needs.amount_unit] AS amount_unit,
       [one IN balance | one.capacity * one.needs.amount] AS need,
       [one IN balance | one.capacity * one.needs.amount_high] AS need_high,
       [one IN balance | 't_per_year'] AS need_unit,
       volumes, COLLECT {
         UNWIND doing AS work
         UNWIND work.links AS link
         WITH DISTINCT link
         RETURN link ORDER BY link.key LIMIT 20
       } + [one IN balance | one.needs] + COLLECT {
         UNWIND [one IN counted | one.number] + volumes + reduce(all = [], one IN balance | all + one.figures) AS number
         MATCH (number)-[shown:EVIDENCED_BY]->(:Source)
         WHERE shown['known_' + $min_confidence] <= $known_at
         WITH DISTINCT shown
         RETURN shown ORDER BY shown.key LIMIT 40
       } + looks AS evidence
ORDER BY each.at
