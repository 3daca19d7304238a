# Written by scripts/generate from the catalogue in cypher/; edit the questions, not this file.
from datetime import date

from lichain.chain.answer import Answer
from lichain.model import Node

class Questions:
    """A method for each question of the catalogue."""

    def active_in(
        self,
        *,
        segment: str | Node | None = None,
        where: str | Node | None = None,
        who: str | Node | None = None,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """Who is active in a segment or a region.
        谁活跃于某一环节或某一地区。

        Enterprises, organizations, facilities, projects, clusters and regions with the segments
        they work in. A segment includes its parts, a region everything inside it, by head office,
        location or the region itself. Asked for a region or somebody alone, it also lists those
        whose segment is not known.
        企业、机构、设施、项目、集群与地区所从事的环节。环节包括其组成部分；地区包括其下属全部地区
        ，按总部、所在地或地区自身判断。只问地区或主体时，也列出环节未知者。

        Parameters 参数:
            segment: the segment, with its parts. 环节。
            where: the region, with all inside it. 地区。
            who: who is asked about. 主体。
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            who: who. 主体。 (Organization, Facility, Project, Cluster, Region)
            segment: segment. 环节。 (Segment)
            role: main or side. 主副业。
            status: status. 状态。
            place: place. 所在地。 (Region)
            from: from. 起。
            until: until. 止。
            evidence: evidence. 证据。

        Empty 空结果:
        Nobody is recorded there. That is not the same as nobody; places or segments may be
        unknown, or nobody has looked yet.
        没有记录谁在该环节或地区活动。这不等于没有：可能是所在地或环节未知，或尚未查阅。

        Example 例: chain.active_in(segment='lithium-battery-chain', where='cn-360000')
        """

    def downstream_of(
        self,
        *,
        what: str | Node,
        tiers: int = 3,
    ) -> Answer:
        """What lies downstream of a segment or product.
        某环节或产品的下游是什么。

        The segments that it feeds, or the products made from it, directly or not; one row each
        with its tier and a shortest route. Parts and kinds stand on the tier of the whole that
        they belong to.
        它直接或间接供给的环节，或由它制成的产品，每项一行，给出最短的一条路线与层级。组成部分和产
        品变体与其整体同属一层，不另计层级。

        Parameters 参数:
            what: the segment or product. 环节或产品。
            tiers: how many tiers at most (1 to 6). 最多几层（1 至 6）。 1 to 6.

        Columns 列:
            tier: tier. 层级。
            thing: downstream. 下游。 (Segment, Product)
            route: route. 路线。
            evidence: evidence. 证据。

        Empty 空结果:
        Nothing downstream of it is recorded. It may be an end point, or what comes after it has
        not been entered.
        没有记录它的下游。它可能是终点，也可能是下游尚未录入。

        Example 例: chain.downstream_of(what='lithium-carbonate')
        """

    def products_of(
        self,
        *,
        what: str | Node,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """Which products belong to a segment, or come from an enterprise, facility or project.
        某环节有哪些产品，或某企业、设施、项目生产什么。

        Of a segment: products that belong to it or its parts. Of an enterprise: what it, a
        facility it operates or a project it invests in makes or recovers, and what it supplies.
        The basis says which.
        环节：归属于它或其组成部分的产品。企业：自身、其运营的设施或其投资的项目所生产、回收的产品
        ，以及它所供应的产品。依据一栏说明是哪一种。

        Parameters 参数:
            what: the segment, enterprise, facility or project. 环节、企业、设施或项目。
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            product: product. 产品。 (Product)
            basis: basis. 依据。
            through: through. 来自。 (Segment, Organization, Facility, Project)
            status: status. 状态。
            from: from. 起。
            until: until. 止。
            evidence: evidence. 证据。

        Empty 空结果:
        No product of it is recorded. That is not the same as none; the sources do not say, or
        nobody has looked yet.
        没有记录它的产品。这不等于没有产品：来源没有说，或尚未查阅。

        Example 例: chain.products_of(what='cathode')
        """

    def upstream_of(
        self,
        *,
        what: str | Node,
        tiers: int = 3,
    ) -> Answer:
        """What lies upstream of a segment or product.
        某环节或产品的上游是什么。

        The segments that feed it, or the products it is made from, directly or not; one row each
        with its tier and a shortest route. Parts and kinds stand on the tier of the whole that
        they belong to.
        直接或间接供给它的环节，或制成它所需的产品，每项一行，给出最短的一条路线与层级。组成部分和
        产品变体与其整体同属一层，不另计层级。

        Parameters 参数:
            what: the segment or product. 环节或产品。
            tiers: how many tiers at most (1 to 6). 最多几层（1 至 6）。 1 to 6.

        Columns 列:
            tier: tier. 层级。
            thing: upstream. 上游。 (Segment, Product)
            route: route. 路线。
            evidence: evidence. 证据。

        Empty 空结果:
        Nothing upstream of it is recorded. It may be a starting point, or what comes before it
        has not been entered.
        没有记录它的上游。它可能是起点，也可能是上游尚未录入。

        Example 例: chain.upstream_of(what='cell')
        """

    def claims_of_source(
        self,
        *,
        source: str | Node,
    ) -> Answer:
        """What a source says.
        某来源说了什么。

        Every claim taken from the source, in the order of its place in the text.
        取自该来源的每一条声明，按其在原文中的位置排列。

        Parameters 参数:
            source: the source. 来源。

        Columns 列:
            locator: place in it. 位置。
            fact: fact. 事实。
            claim: claim. 声明。
            confidence: confidence of the fact. 事实可信度。
            note: note. 备注。
            evidence: evidence. 证据。

        Empty 空结果:
        No claim is taken from this source. It may be listed but not yet read.
        没有取自该来源的声明。它可能已登记但尚未细读。

        Example 例: chain.claims_of_source(source='doc-003')
        """

    def evidence_for(
        self,
        *,
        what: str | Node,
    ) -> Answer:
        """What every statement about a thing rests on.
        关于某事物的每一条依据。

        Where the thing is named or described, and every fact it has part in; one row a claim with
        its source, the place in it, the confidence and our note.
        该事物的出处，以及它参与的每一项事实；一条声明一行，给出来源、原文位置、可信度与备注。

        Parameters 参数:
            what: anything in the graph. 任何事物。

        Columns 列:
            fact: fact. 事实。
            claim: claim. 声明。
            source: source. 来源。 (Source)
            locator: place in it. 位置。
            confidence: confidence of the fact. 事实可信度。
            recorded: recorded. 记录日期。
            note: note. 备注。
            evidence: evidence. 证据。

        Empty 空结果:
        The graph holds no claim about it at all.
        图谱中没有关于它的任何声明。

        Example 例: chain.evidence_for(what='catl')
        """

    def overview(self) -> Answer:
        """What the graph holds.
        图谱里有什么。

        How many things and facts of each type there are, and on how many sources they rest.
        Enterprises are counted on their own, not among organizations.
        各类事物与各类事实的数量，以及支持它们的来源数。企业单独计数，不再计入机构。

        Columns 列:
            sort: sort. 分类。
            type: type. 类型。
            count: count. 数量。
            sources: sources. 来源数。

        Empty 空结果:
        The graph is empty; nothing has been loaded yet.
        图谱是空的：尚未载入任何数据。

        Example 例: chain.overview()
        """

    def sources(self) -> Answer:
        """Which sources there are, and how many claims rest on each.
        有哪些来源，各支持多少声明。

        Every source with its publisher, date, kind, address and licence. A source with no claims
        is listed, but no fact has been taken from it yet.
        全部来源及其发布者、日期、类别、网址与许可；声明数为零的来源已登记但尚无事实取自它。

        Columns 列:
            source: source. 来源。 (Source)
            kind: kind. 类别。
            publisher: publisher. 发布者。
            published: published. 发布日期。
            claims: claims. 声明数。
            facts: facts. 事实数。
            address: address. 网址。
            licence: licence. 许可。

        Empty 空结果:
        There is no source in the graph; nothing has been loaded yet.
        图谱中没有来源：尚未载入任何数据。

        Example 例: chain.sources()
        """

    def neighbours_of(
        self,
        *,
        what: str | Node,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """What a thing is directly connected with.
        某事物与什么直接相连。

        Every relationship it has part in, with the arrow in the direction of the fact, its
        sources among them.
        它参与的全部关系，箭头为事实的方向，包括其出处。

        Parameters 参数:
            what: anything in the graph. 任何事物。
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            fact: fact. 事实。
            neighbour: neighbour. 相邻。
            from: from. 起。
            until: until. 止。
            evidence: evidence. 证据。

        Empty 空结果:
        It has no relationship in the graph.
        它在图谱中没有任何关系。

        Example 例: chain.neighbours_of(what='svolt')
        """

    def path_between(
        self,
        *,
        start: str | Node,
        end: str | Node,
        through: str = "both",
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """How two things are connected, and by which weakest link.
        两者之间有什么联系，最薄弱处在哪里。

        The shortest connections between two things and the next longer ones, in either direction,
        not through sources nor deals that ended or were called off, of six steps at most. First
        those through facts between enterprises, facilities and projects (supply, stakes,
        operation, investment, partnership), then those through places, segments, products and the
        like, which may mean no more than the same country or chain. At most 15 of each length and
        sort; of those through the same things only the surest. The weakest link is the least
        sure, then the one known longest ago; of equal length the surest comes first.
        两者之间最短的联系及次短的联系（不计方向，不经过来源，不计已结束或已取消者，最多六步）。先
        列经由企业、设施、项目之间事实（供应、持有、运营、投资、合作）的，再列经由地区、环节、产品
        等的，后者可能只因同处一国一链，意义较小；每种每个长度最多 15 条，途经相同者只列最可靠
        的一条。最薄弱的一环是可信度最低、其次最早为人所知的一环；长度相同时最可靠者在前。

        Parameters 参数:
            start: one end. 一端。
            end: the other end. 另一端。
            through: through what. 经由什么。 One of: both, facts, anything.
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            steps: steps. 步数。
            through: through. 经由。
            path: path. 路径。
            weakest: weakest link. 最薄弱的一环。
            known: it has been known since. 该环最早为人所知。
            evidence: evidence. 证据。

        Limits 局限:
        Connections that no source names are not seen; a path says that two things are connected,
        not that one affects the other.
        看不到未被来源提及的联系；一条路径只说明有联系，不说明一端影响另一端。

        Empty 空结果:
        No connection within six steps is known. That is not the same as none; a fact in between
        may not have been named by any source.
        六步之内没有已知联系。这不等于没有联系：中间的事实可能未被来源提及。

        Example 例: chain.path_between(start='ganfeng', end='byd')
        """

    def changes(
        self,
        *,
        since: str | date,
        what: str | Node | None = None,
    ) -> Answer:
        """What has changed since a day.
        某日以来有什么变化。

        One row a change, newest first: facts that a source first made public since that day;
        facts that began or ended since; policies issued, entered into force, expired or suspended
        since; and actual or estimated figures whose period ended since. Public is the date of the
        source; where it has none only the day of record is known, and the row says so. A year or
        month is listed if any of its days could be on or after that day.
        一项变化一行，新的在前：某日以来首次有来源公开的事实；某日以来开始或终止的事实；发布、施行
        、失效或被暂停的政策；期间在某日以后结束的实际或估计数字。公开日期取来源发布日期；来源无日
        期的只知记录日期，另称首次记录；只有年月的日期，只要可能落在该日之后就列出。

        Parameters 参数:
            since: on or after this day. 自此日期起。
            what: only what this thing has part in. 任何事物。

        Columns 列:
            change: change. 变化。
            date: date. 日期。
            type: type. 类型。
            subject: subject. 主体。
            matter: matter. 事项。
            evidence: evidence. 证据。

        Limits 局限:
        Up to today; days to come are not listed. First made public goes by the sources recorded
        here; an earlier one may not be among them.
        到今天为止；将来的日期不列。首次公开指已收录的来源中最早的一个，更早的公开可能未收录。

        Empty 空结果:
        No change since that day is recorded. That is not the same as no change; only sources read
        so far are here.
        自该日起没有记录的变化。这不等于没有变化：图谱只收录已查阅的来源。

        Example 例: chain.changes(since='2026-10-01')
        """

    def conflicts(
        self,
        *,
        what: str | Node | None = None,
    ) -> Answer:
        """Which claims contradict each other.
        哪些声明相互矛盾。

        In pairs: numbers of one subject, scope, metric and period (none without a period) that
        different sources give and that cannot both hold (half a percent is taken as rounding;
        actuals and estimates are compared together, targets and plans each among themselves);
        stakes from one day on that differ; two statuses on one date; supply recorded as ended or
        cancelled and as ongoing; head offices at one time in two places of which neither lies in
        the other. Both are kept; the reader judges.
        成对列出：同一主体、范围、指标与期间（期间不明的不比较）而数值不能同时成立的数字（出自不同
        来源；相差不超过 0.5% 视为舍入；实际与估计放在一起比较，目标、规划各自比较）；同一起
        始日期而比例不同的持股；同一日期的不同状态；已结束或取消而仍记为进行中的供应；同一时间设在
        两处互不隶属的总部。两条都保留，由读者判断。

        Parameters 参数:
            what: only conflicts about this thing. 任何事物。

        Columns 列:
            kind: kind. 类别。
            subject: subject. 主体。
            matter: matter. 事项。
            one: one says. 一说。
            other: another says. 另一说。
            sources: sources. 来源。 (Source)
            evidence: evidence. 证据。

        Empty 空结果:
        No claims that contradict each other were found. That does not make them right; many facts
        rest on one source.
        没有发现相互矛盾的声明。这不等于都正确：许多事实只有一个来源。

        Example 例: chain.conflicts()
        """

    def coverage(
        self,
        *,
        of: str = "regions",
        level: str | None = None,
        where: str | Node | None = None,
        segment: str | Node | None = None,
        enterprise: str | Node | None = None,
    ) -> Answer:
        """What is known, and where knowledge stops.
        知道什么、不知道什么。

        For each segment in each region, or each direction of each enterprise (suppliers,
        customers, owners, holdings, sites, products, capacity, head office): known, with how many
        facts; searched and nothing found; withheld; found but not yet recorded; or not looked
        into; of several searches the latest counts. A region includes everything inside it and a
        segment its parts; enterprises and facilities count where they sit or sat. Regions of
        which nothing is known and nobody asked are listed only when named. Known means that
        something is recorded, not that all is.
        每个地区的每个环节，或每家企业的每个方面（供应商、客户、股东、持股、设施、产品、产能、总部
        ）：已知（有记录的事实及其数量）、已查无记录、不予披露、已查到而尚未录入、未查；查过多次的
        以最近一次为准。地区包括其下属全部地区，环节包括其组成部分；企业与设施按总部（含旧址）和所
        在地计入。既无记录也未查过的地区，仅在指定时列出。“已知”指有记录，不等于查全。

        Parameters 参数:
            of: regions or enterprises. 按地区或按企业。 One of: regions, enterprises.
            level: level of the regions (else that of the region named, else province).
                地区级别（不填为所指地区本级，否则为省级）。 One of: country, province, prefecture, county,
                zone, area.
            where: only in this region, with all inside it. 地区（含其下属地区）。
            segment: only this segment and its parts. 环节。
            enterprise: only this enterprise. 企业。

        Columns 列:
            subject: subject. 主体。 (Region, Enterprise)
            matter: matter. 事项。 (Segment)
            state: state. 状态。
            facts: facts. 事实数。
            recorded: last recorded. 最近记录。
            looked: looked on. 查阅日期。
            outcome: outcome. 查阅结果。
            evidence: evidence. 证据。

        Empty 空结果:
        There is no such region or enterprise to list; ask for another level or region.
        没有这样的地区或企业可供列出；换一个级别或地区再问。

        Example 例: chain.coverage(where='cn-360000')
        """

    def stale(
        self,
        *,
        before: str | date,
        what: str | Node | None = None,
    ) -> Answer:
        """What needs another look.
        哪些内容需要复核。

        Facts that change and of which no source has spoken since the day given: supply that has
        not ended, facilities and projects that are not yet or no longer at work, stakes without
        an end; supply, targets and suspensions whose time is over with nothing recorded since;
        and searches made before that day and not since. Last heard is the latest date of
        publication among the sources, or the date of record where they have none; a year or month
        counts as its last day.
        会变化而最近一次有来源提及已早于给定日期的事实：未结束的供应、尚未投产或停产停建的设施与项
        目、未注明终止的持股；期限已过而未见下文的供应、目标和暂停；以及早于该日期、其后未再做的检
        索。“最近提及”取各来源发布日期的最晚者，来源无日期的取记录日期；只有年月的日期按期末计。

        Parameters 参数:
            before: not heard of since this day. 早于此日期。
            what: only what this thing has part in. 任何事物。

        Columns 列:
            reason: reason. 原因。
            subject: subject. 主体。
            matter: matter. 事项。
            until: until. 截止。
            heard: last heard. 最近提及。
            evidence: evidence. 证据。

        Empty 空结果:
        Nothing that would need another look is older than that day.
        没有早于该日期、需要复核的内容。

        Example 例: chain.stale(before='2025-01-01')
        """

    def weakly_evidenced(
        self,
        *,
        what: str | Node | None = None,
    ) -> Answer:
        """Which findings rest on thin evidence.
        哪些结论只有薄弱的依据。

        Facts and figures that rest on one claim only, and that claim is our inference, or a third
        party's report whose source is a repost, names no publisher or bears no date. What a party
        disclosed itself, or a second source bears out, is not listed.
        只有一条依据的事实和数字，而这条依据是我们的推断；或是第三方报道，而其来源为转载、没有发布
        者或没有日期。当事方披露的、另有来源佐证的不列。

        Parameters 参数:
            what: only what this thing has part in. 任何事物。

        Columns 列:
            reason: weakness. 薄弱之处。
            type: type. 类型。
            subject: subject. 主体。
            matter: matter. 事项。
            source: source. 来源。 (Source)
            note: note. 备注。
            evidence: evidence. 证据。

        Limits 局限:
        Two claims that go back to one and the same article count as two here.
        两条依据若出自同一篇稿件，这里看不出来。

        Empty 空结果:
        There is no such finding; each is disclosed by a party, reported by a dated source with a
        publisher, or rests on more than one claim.
        没有这样的结论：所列事实都有当事方披露、可靠的单一报道或不止一条依据。

        Example 例: chain.weakly_evidenced(what='catl')
        """

    def around(
        self,
        *,
        what: str | Node,
        hops: int = 2,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """The graph around a thing.
        某事物周围的图谱。

        The things within some steps, not through sources, and all relationships among them, each
        with where it is evidenced, to draw a map from.
        若干步之内的事物（不经过来源）及它们之间的全部关系，连同各自的出处，供绘制地图。

        Parameters 参数:
            what: the thing in the middle. 中心事物。
            hops: how many steps (1 to 3). 步数（1 至 3）。 1 to 3.
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            away: steps away. 步数。
            node: thing. 事物。
            relationships: relationships. 关系。
            evidence: evidence. 证据。

        Empty 空结果:
        There is no such thing in the graph.
        图谱中没有这个事物。

        Example 例: chain.around(what='cn-431000', hops=1)
        """

    def everything(self) -> Answer:
        """The whole graph.
        整张图谱。

        Every thing with all relationships that start from it, to draw a map from; sources are
        among them.
        每个事物及从它出发的全部关系，供绘制地图；来源也在其中。

        Columns 列:
            node: thing. 事物。
            relationships: relationships. 关系。

        Empty 空结果:
        The graph is empty; nothing has been loaded yet.
        图谱是空的：尚未载入任何数据。

        Example 例: chain.everything()
        """

    def targets_and_actuals(
        self,
        *,
        subject: str | Node | None = None,
        metric: str | None = None,
        year: str | int | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """Which targets were set, and what was reached.
        设定了哪些目标，实际达到多少。

        Numbers about a subject, targets, plans, actuals and estimates side by side by subject,
        metric and period. A region includes the regions and things inside it, a segment its
        parts, a product its kinds, as subject or as scope of the number. Asked for a year,
        numbers without a period are left out.
        关于某主体的全部数字：目标、规划、实际与估计按主体、指标、期间排列，便于对照。地区包括其下
        属地区及位于其中的主体，环节包括其组成部分，产品包括其变体；数字以其为主体或范围均可。问年
        份时，期间未注明的不列出。

        Parameters 参数:
            subject: whose numbers, a region with all inside it. 主体。
            metric: what is measured. 指标。 Of metrics.
            year: a year that the period touches. 年份。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            subject: subject. 主体。
            scope: scope. 范围。
            metric: metric. 指标。
            period: period. 期间。
            nature: nature. 性质。
            value: value. 数值。
            value_high: upper value. 数值上限。
            bound: bound. 界限。
            unit: unit. 单位。
            basis: basis. 口径。
            set_by: set by. 设定依据。 (Policy, Provision)
            evidence: evidence. 证据。

        Empty 空结果:
        No such number is recorded. That is not the same as no target or nothing reached; the
        sources give none, or nobody has looked yet.
        没有记录这样的数字。这不等于没有目标或没有完成：来源没有给出，或尚未查阅。

        Example 例: chain.targets_and_actuals(subject='cn-430000', metric='output_value')
        """

    def events(
        self,
        *,
        where: str | Node | None = None,
        who: str | Node | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """Which events took place, and who took part.
        发生过哪些事件，谁参加了。

        Signings, surveys, conferences, unveilings, releases by date, one row for each who took
        part and as what; events without known participants are listed too. A region includes
        everything inside it.
        签约、调研、会议、揭牌、发布等，按日期排列，一人或一个机构一行，并注明其角色；没有参与者的
        事件也列出。地区包括其下属全部地区。

        Parameters 参数:
            where: the region, with all inside it. 地区。
            who: the person or organization that took part. 参与者。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            event: event. 事件。 (Event)
            kind: kind. 类别。
            date: date. 日期。
            end_date: last day. 结束日期。
            place: place. 地点。 (Region)
            participant: participant. 参与者。 (Organization, Person)
            role: role. 角色。
            evidence: evidence. 证据。

        Empty 空结果:
        No such event is recorded. That is not the same as nothing having happened; the place or
        who took part may be unknown, or nobody has looked yet.
        没有记录这样的事件。这不等于没有发生：地点或参与者可能未知，或尚未查阅。

        Example 例: chain.events(where='cn-431000')
        """

    def people(
        self,
        *,
        at: str | Node | None = None,
        who: str | Node | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """Who holds which public role.
        谁担任什么公开职务。

        Public roles that sources name. An organization includes its departments; a region
        includes the regions inside it and the organizations there. As of is the date of the
        source that names the role.
        来源提到的公开职务。问机构时包括其下属部门；问地区时包括其下属地区，以及总部或所在地在那里
        的机构。截至日期是提及该职务的来源的日期。

        Parameters 参数:
            at: the organization, region or segment. 机构、地区或环节。
            who: the person. 人物。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            person: person. 人物。 (Person)
            title_zh: title (Chinese). 职务。
            title_en: title. 英文职务。
            at: at. 任职于。
            as_of: as of. 截至。
            from: from. 起。
            until: until. 止。
            evidence: evidence. 证据。

        Empty 空结果:
        No source at hand names such a role. Only public roles that a source names are kept.
        没有来源提到这样的任职。图谱只收录来源点名的公开职务。

        Example 例: chain.people(at='cn-430000')
        """

    def clusters(
        self,
        *,
        where: str | Node | None = None,
        segment: str | Node | None = None,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """Which clusters and bases there are.
        有哪些集群与基地。

        Industrial clusters, bases and demonstration zones that sources name, with their level,
        whether they stand or are aimed at, places and segments. A region includes everything
        inside it, a segment its parts.
        来源提到的产业集群、基地、示范区，及其级别、是否已建成、所在地与环节；地区包括其下属全部地
        区，环节包括其组成部分。

        Parameters 参数:
            where: the region, with all inside it. 地区。
            segment: the segment, with its parts. 环节。
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            cluster: cluster or base. 集群与基地。 (Cluster)
            level: level. 级别。
            standing: standing. 状态。
            place: place. 所在地。 (Region)
            segments: segments. 环节。 (Segment)
            evidence: evidence. 证据。

        Empty 空结果:
        No source at hand names such a cluster or base. That is not the same as there being none.
        没有来源提到这样的集群或基地。这不等于没有。

        Example 例: chain.clusters(where='cn-360000')
        """

    def extensions_of(
        self,
        *,
        where: str | Node,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """Where the chain of a region could be extended by one step.
        某地区的产业链可以向哪里延伸（延链）。

        From what is known to be made in the region, one step down (what it goes into) and one
        step up (what it takes): the products that nobody there is known to make. Score = 2 ×
        known buyers here + known buyers in the country + makers here that need it (one step up
        only) − known makers in the country; a high score means more demand than supply is known.
        Planned capacity and policies are shown and not counted. Buyers are customers of supply
        that has not ended; enterprises count by seat or by a site that they operate.
        从地区内已知在产的产品出发，向下一步（它们用于制造什么）和向上一步（制造它们需要什么），列
        出当地无人生产的产品。得分 = 2 × 本地已知买家 ＋ 本国已知买家 ＋
        本地需要它的生产者（仅向上一步）－ 本国已知生产者；分高表示已知需求多于已知供给。规划产能
        和政策只列出，不计分。买家指供应记录中未终止的客户；企业按总部或其设施所在地计入。

        Parameters 参数:
            where: the region, with all inside it. 地区（含其下属地区）。
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            product: product. 产品。 (Product)
            way: direction. 方向。
            score: score. 得分。
            segment: segment. 环节。 (Segment)
            from: products here that it joins. 与之相连的本地产品。 (Product)
            tied: makers here that it joins. 本地相关生产者。
            buyers_here: buyers here. 本地买家。
            buyers_home: buyers in the country. 本国买家数。
            makers_home: makers in the country. 本国生产者数。
            makers: makers anywhere. 已知生产者总数。
            planned_here: planned here. 本地规划在建。
            planned: planned anywhere. 各地规划在建数。
            planned_capacity: their planned capacity. 其规划产能。
            planned_unit: unit. 单位。
            without: of them without a figure. 其中无产能数字者。
            targets: targets for it. 目标与规划数。
            policies: policies on it or its segment. 相关政策（产品或其环节）。 (Policy)
            evidence: evidence. 证据。

        Limits 局限:
        The score counts recorded buyers and makers only, not prices, margins or know-how; most
        supply is not public, so no buyers means none known. A policy on a product may support or
        restrict it.
        得分只数已录入的买家和生产者，不含价格、利润和技术难度；供应关系多数未公开，买家为 0
        是“未知”，不是“没有”。相关政策可能是支持，也可能是限制。

        Empty 空结果:
        Nothing to extend to is found. Either nothing is known to be made there, or the next steps
        are all made there.
        没有可延伸的产品：该地区没有已知在产的产品，或上下一步都已有人生产。

        Example 例: chain.extensions_of(where='cn-360900')
        """

    def facilities(
        self,
        *,
        where: str | Node | None = None,
        operator: str | Node | None = None,
        product: str | Node | None = None,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """Which facilities there are.
        有哪些设施。

        Mines, brines, refineries, plants, recycling works, research centres with their operators,
        products, segments, places and numbers. A region includes everything inside it, a product
        its kinds, an operator the firms it controls (more than 50 %, or a subsidiary whose share
        is not known).
        矿山、盐湖、冶炼厂、工厂、回收厂、研发中心等，及其运营方、产品、环节、所在地与数字。地区包
        括其下属全部地区，产品包括其各类变体，运营方包括其控股（超过
        50%，或比例未知而登记为子公司）的企业。

        Parameters 参数:
            where: the region, with all inside it. 地区。
            operator: who operates or owns of it, with the firms it controls.
                运营方或所有者，含其控股企业。
            product: what it makes or recovers, with its kinds. 生产或回收的产品。
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            facility: facility. 设施。 (Facility)
            kind: kind. 类别。
            operators: operators. 运营方。 (Organization)
            products: products. 产品。 (Product)
            segments: segments. 环节。 (Segment)
            place: place. 所在地。 (Region)
            numbers: numbers. 数字。 (Indicator)
            evidence: evidence. 证据。

        Empty 空结果:
        No such facility is recorded. That is not the same as none; its place, operator or
        products may be unknown, or nobody has looked yet.
        没有记录这样的设施。这不等于没有：所在地、运营方或产品可能未知，或尚未查阅。

        Example 例: chain.facilities(where='cn-430000')
        """

    def gaps_in(
        self,
        *,
        where: str | Node,
        segment: str | Node | None = None,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """What the firms of a region need and nobody known there makes.
        某地区的企业需要、而当地无人生产的产品（补链）。

        First, what is known to be made in the region, with all inside it: by sites there; where
        an enterprise makes a product and no site of it that does so is known, its head office
        stands in, in a column of its own. Of the inputs of these products, those that nobody
        there makes are the gaps; where one is not said to be essential and another input of the
        same product is made there, that is shown and the row comes later. Making any kind of a
        product counts as making it; making only something wider is shown apart. Stopped, closed
        and cancelled works do not count, works not yet running are shown as planned. Whether the
        segment was looked into says how sure the gap is; where those that need it work in that
        segment themselves they may make it for their own use, and the row comes last. The nearest
        makers elsewhere, at most three, go by the straight line between points; a site without
        coordinates takes those of its region, as the precision says.
        先列出地区内（含其下属全部地区）已知在产的产品：当地设施所产；企业自报产品而生产设施未知的
        ，以总部所在地代之，另列一栏。这些产品的投入品中，当地无人生产的即为缺口；并非必需、而当地
        已产同一产品其他投入品的，注明可替代，排在后面；生产其任一种类即视为已有，只生产其上位品类
        的另列。已停产、关闭、取消的不算在产，未投产的另列为规划。“环节是否查过”说明这一缺口有多
        可靠；需要它的主体自身就从事该环节的，可能自产，排在最后。最近的外地产能按中心点直线距离，
        最多三处；设施无坐标的取其所在地区的中心点，精度见栏。

        Parameters 参数:
            where: the region, with all inside it. 地区（含其下属地区）。
            segment: only gaps in this segment, with its parts. 缺口所在环节。
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            product: missing product. 缺口产品。 (Product)
            segment: segment. 环节。 (Segment)
            essential: essential. 是否必需。
            goes_into: goes into. 用于本地产品。 (Product)
            instead: other inputs made here that may do instead. 本地已有的可替代投入。 (Product)
            needed_by: sites here that need it. 需要它的本地设施。
            seated: enterprises here that need it (by seat only). 需要它的本地企业（仅按总部）。
                (Enterprise)
            looked: was the segment looked into. 环节是否查过。
            active: who here works in that segment. 本地从事该环节者。
            wider: wider product made here. 本地所产的上位品类。 (Product)
            planned: planned here. 本地规划在建。
            suppliers: known suppliers. 现有供应商。
            supplied: supplied to. 供给的本地企业。
            nearest: nearest makers elsewhere. 最近的外地生产者。
            km: distance in km. 距离（公里）。
            precision: precision of the point. 坐标精度。
            capacity: their capacity. 其产能。 (Indicator)
            evidence: evidence. 证据。

        Limits 局限:
        A gap means that no maker is known, not that there is none; firms whose products are not
        recorded show no needs. Suppliers go by customer; where the goods come from is not always
        known.
        缺口只是“未知有人生产”，不是“无人生产”；未录入产品的企业看不出需要什么。供应商按客户记
        录，货从何处发出未必已知。

        Empty 空结果:
        No gap is found. Where nothing is known to be made in the region there is nothing to
        reckon from; that is not the same as a complete chain.
        没有发现缺口。若该地区没有已知在产的产品，也就无从推算；这不等于产业链完整。

        Example 例: chain.gaps_in(where='cn-360900')
        """

    def loop_in(
        self,
        *,
        where: str | Node,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """How far the battery loop is closed in a region.
        某地区的电池循环闭合到哪一步。

        Retired batteries, recycling, black mass, salts of lithium, nickel and cobalt, precursor,
        cathode, cell: one row a step. Who in the region, with all inside it, is known to do it:
        sites; enterprises counted by their seat because no site is known; those planned or being
        built; and which of them win it back from waste. Capacity adds only the latest actual or
        estimated figure of each site, within one unit, and says how many sites have none; figures
        of whole enterprises are not added. What the next step would need is a source's amount per
        unit times the capacity of the next step here, item by item, and nothing is guessed. Where
        nobody is known, the row says whether anybody looked.
        退役电池—回收—黑粉—锂盐、镍盐、钴盐—前驱体—正极—电芯，一步一行：地区内（含其下属全部
        地区）已知从事该步的设施；生产设施未知、仅按总部计入的企业；规划在建者；其中以回收料生产者
        。产能只加总设施最近一期实际或估计数，同一单位相加，并列出没有数字的设施数；企业合并口径的
        产能不计入。“下一步需要”按来源给出的单耗乘以本地区下一步的产能，逐项列出，不作推测。没有
        已知主体的步骤，注明是否查过。

        Parameters 参数:
            where: the region, with all inside it. 地区（含其下属地区）。
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            step: step. 步骤。
            state: state. 状态。
            sites: sites here. 本地设施。 (Facility)
            seated: enterprises here (by seat only). 本地企业（仅按总部）。
            recovering: of them from recycled material. 以回收料生产者。
            planned: planned or being built. 规划在建。
            capacity: capacity of sites. 设施产能合计。
            unit: unit. 单位。
            without: sites without a figure. 无产能数字的设施数。
            used_for: next product. 下一步产品。 (Product)
            made: its capacity here. 其本地产能。
            made_unit: its unit. 其单位。
            amount: × amount per unit. × 单耗。
            amount_high: upper amount. 单耗上限。
            amount_unit: unit of the amount. 单耗单位。
            need: = needed. ＝ 下一步需要。
            need_high: upper need. 需要上限。
            need_unit: unit of the need. 需要单位。
            volumes: recorded volumes. 数量记录。
            evidence: evidence. 证据。

        Limits 局限:
        Salts, precursor, cathode and cells are mostly made of mined material; capacity here does
        not mean that it runs on recycled feed. Figures of one site for several products may
        overlap, and those that are a floor or a ceiling are added as they stand; amounts per unit
        come from single sources.
        盐、前驱体、正极和电芯多由原生料制成，有产能不等于用的是回收料；同一设施的分品种产能可能重
        叠；“超过”“不超过”的数字按原数相加；单耗来自个别来源。

        Empty 空结果:
        There is no such region.
        没有这样的地区。

        Example 例: chain.loop_in(where='cn-430000')
        """

    def projects(
        self,
        *,
        where: str | Node | None = None,
        segment: str | Node | None = None,
        by: str | Node | None = None,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """Which projects there are.
        有哪些项目。

        Investments and batches of them with their parties, places, segments, products, dates of
        signing and start, and the numbers about them (capacity, amount, count). A region includes
        everything inside it, a segment its parts.
        投资项目及项目批次：各方、所在地、环节、产品、签约与开工日期，以及关于它的数字（规模、金额
        、数量）。地区包括其下属全部地区，环节包括其组成部分。

        Parameters 参数:
            where: the region, with all inside it. 地区。
            segment: the segment, with its parts. 环节。
            by: who invests in it or owns of it. 投资方或股东。
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            project: project. 项目。 (Project)
            kind: kind. 类别。
            parties: parties. 各方。 (Organization)
            place: place. 所在地。 (Region)
            segments: segments. 环节。 (Segment)
            products: products. 产品。 (Product)
            signed: signed. 签约。
            started: started. 开工。
            numbers: numbers. 数字。 (Indicator)
            evidence: evidence. 证据。

        Empty 空结果:
        No such project is recorded. That is not the same as none; its place, segment or parties
        may be unknown, or nobody has looked yet.
        没有记录这样的项目。这不等于没有：所在地、环节或投资方可能未知，或尚未查阅。

        Example 例: chain.projects(where='cn-361100')
        """

    def regions_inside(
        self,
        *,
        where: str | Node,
    ) -> Answer:
        """Which regions lie inside a region.
        某地区包括哪些地区。

        Every region that is part of it, directly or not (provinces, prefectures, counties, zones,
        named areas), with its own next larger region and how many steps down it is.
        直接或间接属于它的全部地区（省、市、县、开发区、区域），并给出各自的直接上级与层级。

        Parameters 参数:
            where: the region. 地区。

        Columns 列:
            region: region. 地区。 (Region)
            kind: kind. 类别。
            code: code. 代码。
            steps: steps down. 层数。
            within: next larger. 直接上级。 (Region)
            evidence: evidence. 证据。

        Empty 空结果:
        No region inside it is recorded. The graph holds only the regions that facts need, not
        every division.
        没有记录它的下级地区。图谱只收录用到的地区，并非全部行政区划。

        Example 例: chain.regions_inside(where='cn-360000')
        """

    def resources_in(
        self,
        *,
        where: str | Node | None = None,
        what: str | Node | None = None,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """Which minerals a region has, and how much.
        某地区有哪些矿产，储量多少。

        Minerals found in a region, everything inside it and the facilities there, how well they
        are known, and the reserves or resources that sources give. Minerals without an amount are
        listed too.
        地区（含下属全部地区）或设施中已发现的矿产、勘查程度，以及来源给出的储量或资源量；没有数量
        的也列出。

        Parameters 参数:
            where: the region, with all inside it. 地区。
            what: the mineral, with its kinds. 矿产。
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            place: place. 地点。 (Region, Facility)
            mineral: mineral. 矿产。 (Product)
            status: status. 勘查程度。
            metric: metric. 指标。
            amount: amount. 数量。
            amount_high: upper amount. 数量上限。
            bound: bound. 界限。
            unit: unit. 单位。
            basis: basis. 口径。
            period: period. 期间。
            nature: nature. 性质。
            evidence: evidence. 证据。

        Empty 空结果:
        No source at hand names a mineral there. That is not the same as there being none.
        没有来源提到那里的矿产。这不等于没有矿产。

        Example 例: chain.resources_in(where='cn-430000')
        """

    def strengths_of(
        self,
        *,
        where: str | Node,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """In which segments and products a region is strong.
        某地强在哪些环节与产品（强链）。

        By segment, then by product with its kinds, what a region with all inside it has:
        enterprises, plants at work, under construction and planned, capacity a year with its
        share of what is known of the country, its rank among regions of its level, lead firms
        (largest capacity, listed, named by a policy) and targets. Capacity is each plant's latest
        actual figure (an estimate only where there is none), added within one unit and basis
        only; where none is known the rank goes by plants at work. Enterprises count by head
        office or by a plant they run there. A country is compared with all countries.
        按环节、再按产品（含其各类变体）列出某地（含其下属全部地区）的企业数、在产/在建/规划工厂
        数、年产能及其占全国已知总量的份额、在同级地区中的名次，以及链主（产能最大、上市、政策点名
        的企业）和政策目标。产能取各厂最近的实际数，没有才用估计数，只加同一单位同一口径；产能未知
        时按在产工厂数排名。企业按总部或在当地运营的工厂计入。问国家时与各国比较。

        Parameters 参数:
            where: the region, with all inside it. 地区。
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            segment: segment. 环节。 (Segment)
            product: product (blank for the segment as a whole). 产品（空为环节整体）。 (Product)
            rank: rank among regions of its level. 同级地区名次。
            among: regions of its level with any. 有数的同级地区。
            measure: ranked by. 排名依据。
            share: share of the country's known total (%). 占全国已知量（%）。
            enterprises: enterprises. 企业。
            at_work: plants at work. 在产工厂。
            building: under construction. 在建。
            planned: planned. 规划。
            unsure: state not known. 状态不明。
            capacity: capacity. 年产能。
            unit: unit. 单位。
            counts: what a tonnage counts. 吨位口径。
            country: known capacity of the country. 全国已知产能。
            country_unit: unit. 单位。
            estimates: estimates among the figures. 其中估计数。
            latest: latest period. 数字最近期间。
            without: plants at work without a figure. 产能未知的在产工厂。
            largest: largest by capacity. 产能最大的企业。
            listed: listed. 上市企业。
            named: named by a policy. 政策点名的企业。
            targets: targets. 政策目标。 (Indicator)
            evidence: evidence. 证据。

        Limits 局限:
        Rank and share are of what is known here; plants that are not recorded, have no figure or
        are placed in a country only are left out, and regions have been looked into more or less
        deeply.
        名次与份额只就图谱所知：未录入的工厂、产能未知或只知道在哪个国家的工厂不在其中，各地查阅的
        深浅也不同。

        Empty 空结果:
        No enterprise or plant of a segment is recorded there. That is not the same as none;
        nobody may have looked yet.
        没有记录此地的任何企业或工厂从事哪个环节。这不等于没有：可能尚未查阅。

        Example 例: chain.strengths_of(where='cn-430000')
        """

    def policies_covering(
        self,
        *,
        region: str | Node | None = None,
        segment: str | Node | None = None,
        product: str | Node | None = None,
        enterprise: str | Node | None = None,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """Which policies cover a region, segment, product or enterprise, and whether they were in force on a day.
        哪些政策覆盖某地区、环节、产品或企业，某日是否有效。

        Policies that cover it themselves or by a provision. What covers a larger region, a wider
        segment or kind covers the whole of it; what covers only something inside it is marked as
        part. Asked for several, all must be covered; asked for none, every policy is listed. An
        enterprise is covered itself, or through the regions of its seat and sites, its segments
        and its products, and the row says through what; a policy that names both places and
        segments or products must fit it in both. It is covered in part where its seat is not,
        only a site, segment or product. Suspended, future and expired ones stay visible with
        their status; where no source gives a date of entry, it is never taken as in force.
        政策本身或其条款所覆盖的；更大的地区、更宽的环节或种类视为完整覆盖，只覆盖其中一部分的注明
        “部分”。同时问几项时须都被覆盖；都不填则列出全部政策。问企业时，企业本身、其总部和设施所
        在的地区、从事的环节、生产的产品被覆盖都算，并注明经由什么；政策既限定地区又限定环节或产品
        的，两方面都须相符；不涉及其总部所在地、只涉及其设施、环节或产品的为“部分”。被暂停、未施
        行、已失效的仍列出并注明；来源未给出施行日期的，绝不当作有效。

        Parameters 参数:
            region: the region. 地区。
            segment: the segment. 环节。
            product: the product. 产品。
            enterprise: the enterprise, with its seat, sites, segments and products.
                企业（含其总部、设施、环节和产品）。
            as_of: the day (today if left out). 日期（不填为今天）。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            policy: policy. 政策。 (Policy)
            status: status on that day. 当日状态。
            extent: extent. 覆盖程度。
            kind: kind. 类别。
            number: number. 文号。
            issuers: issued by. 发布者。 (Organization)
            issued: issued. 发布日期。
            in_force_from: in force from. 施行。
            in_force_to: in force to. 失效。
            horizon: horizon. 规划期。
            suspended_by: suspended by. 暂停依据。 (Policy)
            suspended_from: suspended from. 暂停起。
            suspended_to: suspended to. 暂停止。
            covers: covers. 覆盖对象。
            provisions: provisions matched. 相符的条款。 (Provision)
            through: through. 经由。
            evidence: evidence. 证据。

        Empty 空结果:
        No policy that covers it is recorded. That is not the same as there being none; only
        policies in the sources read so far are here.
        没有记录覆盖它的政策。这不等于没有政策：图谱只收录已查阅的来源中的政策。

        Example 例: chain.policies_covering(region='cn-431000', segment='lithium-battery-chain')
        """

    def policy_gaps(
        self,
        *,
        where: str | Node,
        segment: str | Node | None = None,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """Which segments of a region no policy in force covers.
        某地区哪些环节没有当日有效的政策覆盖。

        One row a segment. Only policies that cover the region or something it lies in count. One
        that covers the segment or something wider, such as the whole chain, covers it whole; one
        that covers only a part or a product of it, in part. Those suspended, expired, superseded,
        without a known date of entry or not yet in force stand apart and do not count as in
        force. Aimed at it means that they name the segment itself, and do not reach it only
        through the whole chain.
        每个环节一行。只看覆盖该地区或其所属更大地区的政策；政策或其条款覆盖该环节、其上位环节（如
        全产业链）为完整覆盖，只覆盖其组成部分或产品的为部分覆盖。被暂停、已失效、被取代、施行日期
        不详或尚未施行的分列，不算有效。“专门针对”指点名该环节本身，而非仅因全产业链而及。

        Parameters 参数:
            where: the region. 地区。
            segment: only this segment, with its parts. 环节。
            as_of: the day (today if left out). 日期（不填为今天）。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            segment: segment. 环节。 (Segment)
            state: state. 覆盖情况。
            count: policies in force. 有效政策数。
            aimed: aimed at it, in force. 专门针对（有效）。 (Policy)
            chain: by something wider, in force. 因上位环节而及（有效）。 (Policy)
            part: for part of it, in force. 只覆盖部分（有效）。 (Policy)
            suspended: suspended. 被暂停。 (Policy)
            over: expired or superseded. 已失效或被取代。 (Policy)
            undated: date of entry not known. 施行日期不详。 (Policy)
            coming: not yet in force. 尚未施行。 (Policy)
            evidence: evidence. 证据。

        Limits 局限:
        No policy recorded is not the same as none; only policies in the sources read so far are
        here. Policies that name no region do not count. To cover is not to support; a policy may
        restrict, control or tax.
        没有记录的政策不等于没有政策：图谱只收录已查阅的来源。没有注明地区的政策不计入。覆盖不等于
        支持，可能是限制、管制或加税。

        Empty 空结果:
        There is no such region or segment.
        没有这样的地区或环节。

        Example 例: chain.policy_gaps(where='cn-430000', as_of='2025-12-01')
        """

    def provisions_of(
        self,
        *,
        policy: str | Node,
    ) -> Answer:
        """What a policy says.
        某政策规定了什么。

        The provisions of a policy in our own words, whom they are about and the numbers they set.
        What the policy itself covers or sets stands in a row of its own.
        政策的各项条款（用我们自己的话概括）、其对象，以及由政策或条款设定的数字；未归入条款的数字
        和对象列在政策本身一行。

        Parameters 参数:
            policy: the policy. 政策。

        Columns 列:
            provision: provision. 条款。 (Policy, Provision)
            kind: kind. 类别。
            summary_zh: summary (Chinese). 摘要。
            summary_en: summary. 英文摘要。
            covers: covers. 对象。
            sets: sets. 设定的数字。 (Indicator)
            evidence: evidence. 证据。

        Empty 空结果:
        No provision of this policy is recorded. That is not the same as it saying nothing; its
        text may not be at hand, or has not been read closely.
        没有记录该政策的条款。这不等于没有规定：原文可能不在手边，或尚未细读。

        Example 例: chain.provisions_of(policy='hunan-lithium-battery-action-plan-2024-2026')
        """

    def chokepoints(
        self,
        *,
        start: str | Node = "mining",
        to: str | Node = "cell",
        level: str = "enterprise",
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """What every known way along the chain leads through.
        从源头到电芯，已知的路都要经过谁。

        Over known supply (or product inputs) as a directed graph, from all in the one segment to
        all in the other: nodes through which alone some of those at the end are reached
        (dominators), and nodes without which the known network falls apart (articulation points).
        By enterprise, product or country (by head office). Supply that ended or was cancelled
        does not count.
        以已知的供应关系（或产品投入关系）为有向图，从起点环节的全部成员走到终点环节的全部成员：列
        出有终点只能经由其到达的节点（支配点），以及去掉后已知网络断开的节点（割点）。按企业、产品
        或国家（以总部计）。已结束或取消的供应不计。

        Parameters 参数:
            start: the segment to start from, with its parts. 起点环节（含其组成部分）。
            to: the segment to arrive at, with its parts. 终点环节（含其组成部分）。
            level: nodes: enterprises, products or countries. 按企业、产品或国家。 One of:
                enterprise, product, country.
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            node: node. 节点。
            only_through: targets reached only through it. 只能经由其到达的终点数。
            targets: targets reached in all. 可到达的终点总数。
            which: which (10 at most). 其中（至多 10 个）。
            cut: articulation point. 是否割点。
            betweenness: betweenness (a hint). 中介中心度（仅供参考）。
            alternatives: known alternatives (same product). 已知替代者（同类产品）。
            evidence: evidence. 证据。

        Limits 局限:
        The known graph is sparse; a chokepoint of what is known need not be one of what is, since
        supply that no source names is missing, and what a firm receives need not go into what it
        delivers.
        已知的网络是稀疏的：已知中的必经点未必是现实中的必经点；没有来源说出的供应关系不在图中，企
        业供应的产品也未必沿路加工。

        Empty 空结果:
        No known way leads from the one to the other, or none of the nodes stands on every way.
        That is not the same as no chokepoint.
        已知的关系中没有从起点走到终点的路，或没有任何节点是必经的。这不等于没有瓶颈。

        Example 例: chain.chokepoints(start='mining', to='cell')
        """

    def concentration(
        self,
        *,
        product: str | Node | None = None,
        segment: str | Node | None = None,
        by: str = "enterprise",
        where: str | Node | None = None,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """How concentrated the making of each product is.
        各产品的产能集中在少数几家手中吗。

        One row a product and unit: HHI (the sum of squared shares in percent, 10,000 where one
        holds all), the share of the first three and who they are. It goes by actual capacity a
        year (an estimate only where no actual is known, plans and targets never; of several
        figures of one thing the latest actual); where fewer than two holders have a figure, by
        the number of plants at work instead (an enterprise at work of which no plant is known is
        one). A product includes its kinds; units and bases stand in rows of their own and are
        never added. Of an enterprise's own total and the sum of its plants and majority-held
        companies the larger counts, never both; a plant run jointly counts once, for those who
        run it together. The owner is the last one up the stakes over 50%; a joint venture without
        one stays itself. By region (province) or country, and within a region, only plants whose
        place is known count.
        每个产品每个单位一行：HHI（各家份额百分数的平方和，10000 为独占）、前三名份额与名
        单。以实际年产能计（没有实际数才用估计数，规划与目标一律不计，同一主体多个数字取最近的实际
        数）；有数字的不足两家时，改按在产工厂数计（无已知工厂的在产企业算一处）。产品包括其各类变
        体；不同单位、不同口径分行，不相加。企业自身总数与其工厂（含控股企业）之和只取较大者，不相
        加；合办工厂算作合办各方的一家。股东指逐级持股过半的最终持有者，无人过半的合资企业算其自身
        。按地区（省级）或国家，以及限定地区时，只计所在地已知的工厂。

        Parameters 参数:
            product: the product, with its kinds. 产品（含其各类变体）。
            segment: products of this segment, with its parts. 环节（含其组成部分）。
            by: holders: enterprises, ultimate owners, regions or countries.
                按企业、最终股东、地区或国家。 One of: enterprise, owner, region, country.
            where: only plants in this region, with all inside it. 只计位于此地区的工厂。
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            product: product. 产品。 (Product)
            basis: basis. 依据。
            hhi: HHI (0 to 10,000). HHI（0 至 10000）。
            top3: share of the first three (%). 前三名份额（%）。
            leaders: first three. 前三名。
            holders: holders counted. 计入家数。
            total: total. 合计。
            unit: unit. 单位。
            counts: what a tonnage counts. 吨位口径。
            by_total: counted by their own total. 以企业总数计的家数。
            estimates: estimates among the figures. 其中估计数。
            earliest: earliest period. 数字最早期间。
            latest: latest period. 数字最近期间。
            undated: figures without a period. 未注明期间的数字。
            without: holders without a figure. 产能未知的家数。
            joint: of them with a figure for several products only. 其中只有与其他产品合计数的。
            plants_without: plants at work without a figure. 产能未知的在产工厂。
            nobody: makers whose holder is not known. 归属未知的制造方。
            evidence: evidence. 证据。

        Limits 局限:
        Shares are of the capacity known, not of the market; holders and plants without a figure
        are counted in the row, those not recorded cannot be, and HHI tends to come out too high.
        份额是已知产能中的份额，不是市场份额；产能未知的家数和工厂列在行内，未录入的不在其中，HH
        I 因此往往偏高。

        Empty 空结果:
        No maker at work is recorded, so nothing can be said of concentration. That is not the
        same as nobody making it.
        没有记录任何一家在产的制造方，集中度无从计算。这不等于没有人生产。

        Example 例: chain.concentration(product='lfp-cathode')
        """

    def exposure(
        self,
        *,
        of: str | Node,
        to: str | Node,
        tiers: int = 2,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """How exposed an enterprise is to a region.
        某企业对某地区的依赖有多深。

        What an enterprise has in a region with all inside it: sites, suppliers by tier,
        customers, owners and stakes, each with its path and evidence, and of each kind how many
        are known, how many of them are there and of how many the place is not known, so that a
        share can be stated honestly. A supplier counts by the place of supply, else its site,
        else its head office, marked so; customers and owners by head office. Paths of stakes go
        up to four steps, with the product of the shares where all are known; supply that ended or
        was cancelled does not count.
        某企业在某地区（含其下属全部地区）的设施、各级供应商、客户、股东与持股，各附路径与证据，并
        给出同类中已知几家、几家在此地、几家地点未知，便于如实表述比例。供应商以供应地为准，其次产
        地设施，未知时以总部代替并注明；客户与股东按总部。持股路径至多四级，各级比例均已知时给出连
        乘比例；已结束或取消的供应不计。

        Parameters 参数:
            of: the enterprise. 企业。
            to: the region, with all inside it. 地区。
            tiers: tiers of suppliers. 供应商级数。 1 to 6.
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            kind: tie. 关系。
            tier: tier. 级。
            finding: finding. 结果。
            here: of this kind there. 同类在此地。
            known: of this kind known. 同类已知。
            unplaced: of them place not known. 其中地点未知。
            who: who. 主体。
            products: products. 产品。 (Product)
            place: place. 地点。 (Region)
            place_basis: place basis. 地点依据。
            path: path. 路径。
            share: share along the path (%). 连乘持股（%）。
            evidence: evidence. 证据。

        Limits 局限:
        It sees only ties that a source names; counts are of parties, not of money or tonnes; a
        place wider than the region (China, where a province is asked) counts as not known.
        只看得到来源提到的关系；份额按家数计，不按金额或数量；地点比该地区更宽的（如只知在中国）计
        为地点未知。

        Empty 空结果:
        No site, supplier, customer, owner or stake of it is recorded. That is not the same as no
        exposure.
        没有记录该企业的任何设施、供应商、客户、股东或持股。这不等于没有依赖。

        Example 例: chain.exposure(of='catl', to='cn-510000')
        """

    def shares_of(
        self,
        *,
        product: str | Node,
        by: str = "enterprise",
        where: str | Node | None = None,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """Who holds which share of a product.
        某产品由谁供给，各占多少。

        All holders of a product (with its kinds) ranked by share, by the rules of concentration:
        actual capacity a year, an estimate only where there is none, plans and targets never;
        where fewer than two are known, the number of plants at work. Units and bases are ranked
        apart. Holders without a figure come last, their share blank.
        某产品（含其各类变体）的全部持有者按份额排列，规则同 concentration：以实际年
        产能计，没有才用估计数，规划与目标不计；已知不足两家时改按在产工厂数。不同单位、不同口径分
        别排名。产能未知的持有者列在最后，份额留空。

        Parameters 参数:
            product: the product, with its kinds. 产品（含其各类变体）。
            by: holders: enterprises, ultimate owners, regions or countries.
                按企业、最终股东、地区或国家。 One of: enterprise, owner, region, country.
            where: only plants in this region, with all inside it. 只计位于此地区的工厂。
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            rank: rank. 名次。
            holder: holder (several where run jointly). 持有者（合办者并列）。
            share: share of what is known (%). 占已知量（%）。
            amount: amount. 数量。
            unit: unit. 单位。
            counts: what a tonnage counts. 吨位口径。
            basis: basis. 依据。
            nature: nature. 性质。
            earliest: earliest period. 数字最早期间。
            latest: latest period. 数字最近期间。
            makers: plants. 工厂。
            evidence: evidence. 证据。

        Limits 局限:
        Shares are of the capacity known, not of the market; makers that are not recorded are not
        among them.
        份额是已知产能中的份额，不是市场份额；未录入的制造方不在其中。

        Empty 空结果:
        No maker at work is recorded. That is not the same as nobody making it.
        没有记录任何一家在产的制造方。这不等于没有人生产。

        Example 例: chain.shares_of(product='lfp-cathode')
        """

    def side_by_side(
        self,
        *,
        first: str | Node,
        second: str | Node,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """Two regions or enterprises side by side.
        两个地区或两家企业并列对比。

        Measure by measure: enterprises and sites at work, being built or planned by segment;
        known capacity by product (the latest actual or estimate of each site, summed within one
        unit); known suppliers, customers, owners, stakes and policies. A region includes
        everything inside it, an enterprise the firms it controls (more than 50 %, or a subsidiary
        whose share is not known). Blank is unknown, not nought.
        逐项并列：按环节的企业数与在产、在建、规划设施数，按产品的已知产能（每处设施取最近一期实际
        或估计数，同单位相加），已知的供应商、客户、股东、持股与覆盖政策数。地区包括其下属全部地区
        ，企业包括其控股（超过 50%，或比例未知而登记为子公司）的企业。空白为未知，不是零。

        Parameters 参数:
            first: the one. 其一。
            second: the other. 其二。
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            measure: measure. 项目。
            matter: segment or product. 环节或产品。
            first: the one. 其一。
            second: the other. 其二。
            unit: unit. 单位。
            evidence: evidence. 证据。

        Limits 局限:
        Only what sources name is counted; more may mean that more was looked for. Capacity sums
        only the sites that have a figure.
        只计来源提到者；数量多可能只是查得多，并非实力强。产能仅为有数字的设施之和。

        Empty 空结果:
        Nothing that could be compared is recorded of either. That is not the same as nothing
        being there.
        两者均无任何可比的记录。这不等于没有。

        Example 例: chain.side_by_side(first='cn-360000', second='cn-430000')
        """

    def one_known_supplier(
        self,
        *,
        to: str | Node | None = None,
        what: str | Node | None = None,
        by: str = "enterprise",
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """Which customers have one known supplier of a product.
        哪些客户的哪些产品只有一家已知供应商。

        Pairs of customer and product for which the graph knows one supplier. One known supplier
        is not one supplier: that there is only one is said where a source says so; for the rest
        the row tells whether the customer's suppliers were looked into, and when. Counted by
        controlling owner, suppliers that one owner controls, by more than 50 % at each step, are
        one. Supply that ended or was called off is left out.
        客户与产品的组合中，图谱只知道一家供应商的。“一家已知”不等于“仅有一家”：仅有一家须有来
        源明说；其余说明是否查过该客户的供应商、何时查的。按控股方计时，受同一方逐级控股（均超过
        50%）的供应商算一家。已结束或已取消的供应不计。

        Parameters 参数:
            to: the customer. 客户。
            what: the product, with its kinds. 产品。
            by: how suppliers are counted. 如何计供应商。 One of: enterprise, owner.
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            customer: customer. 客户。 (Enterprise)
            product: product. 产品。 (Product)
            suppliers: only known supplier. 唯一已知供应商。 (Enterprise)
            owner: its controlling owner. 其最终控股方。 (Organization)
            only: only one. 是否仅有一家。
            looked: customer's suppliers looked into. 客户的供应商查过没有。
            looked_on: looked on. 查阅日期。
            facts: facts. 供应事实数。
            evidence: evidence. 证据。

        Limits 局限:
        Suppliers that no source names are not seen; suppliers whose owners are unknown count each
        for itself.
        看不到未被来源提及的供应商；持股未知的供应商各算一家。

        Empty 空结果:
        There is no such pair. Either two or more suppliers are known, or no supply by product is
        recorded at all.
        没有这样的组合：要么已知两家以上供应商，要么完全没有按产品记录的供应关系。

        Example 例: chain.one_known_supplier(to='catl')
        """

    def partners_of(
        self,
        *,
        who: str | Node,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """Who works together with an organization.
        某机构与谁合作。

        Partnerships that a source names, whichever way round they were recorded; the matter is a
        project, facility, product, segment, event or region.
        来源明确提到的合作关系，不分方向；合作事项为项目、设施、产品、环节、活动或地区。

        Parameters 参数:
            who: the organization or enterprise. 机构或企业。
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            partner: partner. 合作方。
            matter: matter. 合作事项。
            from: from. 起。
            until: until. 止。
            evidence: evidence. 证据。

        Empty 空结果:
        No source at hand names a partner of this organization. That is not the same as having
        none.
        没有来源提到该机构的合作方。这不等于没有合作。

        Example 例: chain.partners_of(who='ganfeng')
        """

    def stakes_of(
        self,
        *,
        what: str | Node,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """Who owns what of an enterprise or facility, in and out.
        某企业或设施的持股关系（持有谁、被谁持有）。

        Every stake that it holds or that is held in it. Where the source gives no share the share
        is unknown, not nought.
        以其为股东或被持股方的全部持股关系；来源未给出比例的，比例为未知，并非零。

        Parameters 参数:
            what: the enterprise, organization, facility or project. 企业、机构、设施或项目。
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            owner: owner. 股东。 (Organization, Person)
            share: share (%). 持股比例（%）。
            owned: owned. 被持有方。
            status: status. 状态。
            from: from. 起。
            until: until. 止。
            evidence: evidence. 证据。

        Empty 空结果:
        No stake in or of it is recorded. That is not the same as none; the sources need not
        mention owners.
        没有记录其持股或被持股。这不等于没有：股权未必被来源提及。

        Example 例: chain.stakes_of(what='catl')
        """

    def substitutes_for(
        self,
        *,
        supplier: str | Node,
        product: str | Node | None = None,
        customer: str | Node | None = None,
        outside: str | Node | None = None,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """Who else could supply what a supplier supplies.
        谁能替代某供应商。

        Enterprises, not affiliated with the supplier, that make or supply the same product or a
        kind of it; without a product, all that the supplier is known to supply (to the customer,
        where one is named) or to make. Not affiliated means that no known stake leads from one to
        the other, and nobody controls both (more than 50 % at each step). Places are those of the
        facilities that make it or of the supply, else, marked as a stand-in, the head office or
        seat; the farthest of them counts. Whoever is known only inside the region to avoid is
        left out, whoever's place is unknown is not. Capacity is any number recorded for the
        product, of the enterprise or of its facilities.
        与该供应商无关联、同样生产或供应某产品（或其变体）的企业；不指定产品时，为该供应商已知供应
        （指定客户的，为供应该客户）或生产的全部产品。无关联指二者之间没有已知的持股路径，也没有共
        同的控股方（逐级持股均超过 50%）。所在地先看其生产该产品的设施或注明的供应地，都不知则
        以总部（再次为企业所在地）代替并注明；与该供应商比远近取其最远的一处。仅在指定地区之内者不
        列，所在地未知者列出。产能为企业自身或其设施就该产品已记录的数字。

        Parameters 参数:
            supplier: the supplier to replace. 被替代的供应商。
            product: only this product, with its kinds. 产品（含变体）。
            customer: for this customer. 客户。
            outside: only outside this region. 须在该地区之外。
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            product: product. 产品。 (Product)
            substitute: substitute. 可替代者。 (Enterprise)
            how: known to. 依据。
            kinds: what exactly. 具体产品。 (Product)
            place: place. 所在地。 (Region)
            place_basis: place basis. 地点依据。
            apart: against the supplier. 与该供应商相比。
            capacity: known capacity. 已知产能。 (Indicator)
            customers: known customers of it. 该产品的已知客户。 (Enterprise)
            already: already supplies the customer. 是否已供应该客户。
            unknown: not known about it. 尚不知道。
            evidence: evidence. 证据。

        Limits 局限:
        Whether they have capacity to spare, are qualified by the customer, or match in price and
        quality is not seen; where owners are unknown, an affiliation may be unseen.
        不知其是否有余量、是否通过客户认证、价格与品质是否相当；股权未知者可能有未见的关联。

        Empty 空结果:
        No substitute is known, or it is not known what the supplier supplies or makes. That is
        not the same as none; no source may name what other enterprises make.
        没有已知的可替代者，或不知道该供应商供应、生产什么。这不等于没有：其他企业的产品可能未被来
        源提及。

        Example 例: chain.substitutes_for(supplier='hunan-yuneng')
        """

    def suppliers_upstream(
        self,
        *,
        of: str | Node,
        tiers: int = 3,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """Who supplies an enterprise, tier by tier, and where knowledge stops.
        某企业的供应商、供应商的供应商，直至知识的尽头。

        Upstream along supply, one row an enterprise, at the nearest tier it is reached (tier 0 is
        the enterprise asked about). Products are all it is known to sell to customers one tier
        below; the volume is that of the path's first link. The state of its own suppliers says
        where knowledge stops: known, nothing found, withheld, found but not yet recorded, not
        looked into. Supply that ended or was called off is left out. The program finds the
        shortest paths; the Cypher returns all supply upstream.
        沿供应关系向上游逐级查找，每家企业一行，列在其最近的一级（第 0 级为该企业自身）；产品为
        其向上一级各客户所售的全部已知产品，数量属于路径的第一段。“其供应商”一栏说明知识止于何处
        ：已知、已查无记录、不予披露、已查到而尚未录入、未查。已结束或已取消的供应不计。本题在程序
        中求最短路径；Cypher 返回上游的全部供应关系。

        Parameters 参数:
            of: the enterprise. 企业。
            tiers: tiers upstream, 1 to 6. 级数（1 至 6）。 1 to 6.
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            tier: tier. 级。
            enterprise: enterprise. 企业。 (Enterprise)
            products: products sold on the way. 所售产品。 (Product)
            path: a shortest path. 最短路径。
            volume: volume. 数量。
            volume_unit: unit. 单位。
            volume_bound: bound. 界限。
            from: from. 起。
            until: until. 止。
            state: its own suppliers. 其供应商。
            suppliers: known suppliers. 已知供应商数。
            looked: looked on. 查阅日期。
            evidence: evidence. 证据。

        Limits 局限:
        Suppliers that no source names are not seen. Known means that at least one is recorded,
        not that all are; what is sold on one step of a path need not go into what is sold on the
        next.
        未被来源提及的供应商看不到；“已知”指记录了至少一家供应商，不等于查全；路径上前后两段所售
        产品未必相关。

        Empty 空结果:
        There is no such enterprise to list.
        没有这家企业可供列出。

        Example 例: chain.suppliers_upstream(of='catl')
        """

    def what_stops(
        self,
        *,
        when: str | Node,
        tiers: int = 3,
        product: str | Node | None = None,
        spread: str = "cut_off",
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """What stops downstream when an enterprise, facility or region stops.
        某企业、设施或地区停摆，下游什么会停。

        Tier 0 is what itself stops: the facility, or those that the enterprise operates or that
        lie in the region; and the supply that comes from there. Where supply comes from is the
        region named, else the site, else, as a stand-in that is marked, the supplier's head
        office or seat; asked about a facility, supply of unknown origin counts if it is the only
        facility of the supplier known to make the product. A customer is hit in a product that it
        is known to buy when it loses a known supplier of it or of a kind of it, and cut off when
        no other known supplier remains; where the source names no product, that is told apart.
        Unless asked otherwise only an enterprise that is cut off stops supplying, whatever it
        sells, and passes the stop on. Cut off comes first, then by tier and number of known
        customers; what itself stops comes last. Supply that ended or was called off is left out.
        The program works out the spread; the Cypher returns the facts.
        第 0 级为自身停摆者：该设施，或该企业运营、该地区内的设施；以及供应地位于其中的供应——
        供应地先看注明的地区，再看产地设施，都不知则以供应商总部（再次为其所在地）代替并注明；问设
        施而产地未注明的，如该设施是供应商唯一已知生产该产品的设施，则以此代替。客户在其已知采购的
        某产品（含其各类变体）上失去一家已知供应商为“受影响”，若再无其他已知供应商为“断供”；来
        源未注明产品的另列。默认只有断供的企业其全部供应随之停止并传到下一级。断供在前，依次按级别
        、已知客户数排序，自身停摆者列在最后。已结束或已取消的供应不计。传导在程序中计算；Cyph
        er 返回原始事实。

        Parameters 参数:
            when: what stops: an enterprise, facility, region or country. 停摆的企业、设施或地区。
            tiers: tiers downstream, 1 to 6. 级数（1 至 6）。 1 to 6.
            product: only its output of this product, with its kinds, stops.
                只看该产品（含变体）停止。
            spread: what passes the stop on. 何时向下一级传导。 One of: cut_off, hit.
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            tier: tier. 级。
            state: effect. 影响。
            who: who. 谁。
            product: product. 产品。 (Product)
            lost: lost suppliers. 失去的供应商。 (Enterprise)
            remaining: other known suppliers. 其余已知供应商。 (Enterprise)
            perhaps: others that may supply it (product wider or not named).
                或可供应者（产品较宽或未注明）。 (Enterprise)
            customers: known customers. 已知客户数。
            basis: rests on. 所凭。
            status: status of the facility. 设施状态。
            evidence: evidence. 证据。

        Limits 局限:
        Suppliers that no source names, stocks and substitutes are not seen; cut off means no
        other known supplier. All that a cut-off enterprise sells is taken to stop, whether or not
        what it lacks goes into it; subsidiaries do not stop with their parent.
        看不到未被来源提及的供应商、库存与替代品；“断供”只表示没有其他已知供应商。断供者的全部产
        品都算停止，不论所缺之物是否用于该产品；子公司不随母公司停摆。

        Empty 空结果:
        No facility or supply is known to stop. That is not the same as no effect; its facilities,
        customers or places of supply may not be named by any source, or nobody has looked yet.
        没有已知的设施或供应会因此停止。这不等于没有影响：其设施、客户或供应地可能未被来源提及，或
        尚未查阅。

        Example 例: chain.what_stops(when='catl')
        """

    def who_supplies(
        self,
        *,
        what: str | Node | None = None,
        to: str | Node | None = None,
        where: str | Node | None = None,
        by: str | Node | None = None,
        as_of: str | date | None = None,
        known_at: str | date = "9999-12-31",
        min_confidence: str = "inferred",
    ) -> Answer:
        """Who supplies what to whom, and where.
        谁在哪里向谁供应什么。

        Supply between enterprises, one row a fact; each of the four may be left out. An
        enterprise stands for the firms that it controls too (more than 50 %, or a subsidiary
        whose share is not known). A product includes its kinds (where the source names none, the
        row shows only when no product is asked for), a region everything inside it.
        企业间的供应关系，一项事实一行；四项均可不填。企业包括其控股（超过 50%，或比例未知而登
        记为子公司）的企业，产品包括其各类变体（来源未注明产品的，只在不限产品时列出），地区包括其
        下属全部地区。

        Parameters 参数:
            what: the product supplied. 产品。
            to: the customer, with the firms it controls. 客户，含其控股企业。
            where: where it comes from. 供应地所在地区。
            by: the supplier, with the firms it controls. 供应商，含其控股企业。
            as_of: as things stood on this day. 截至日期，不填则不限。
            known_at: as could be known on this day. 当时已公开。
            min_confidence: how sure at least. 最低可信度。 One of: disclosed, reported,
                inferred.

        Columns 列:
            supplier: supplier. 供应商。 (Enterprise)
            product: product. 产品。 (Product)
            customer: customer. 客户。 (Enterprise)
            site: site. 产地设施。 (Facility)
            place: place. 供应地。 (Region)
            place_basis: place basis. 地点依据。
            status: status. 状态。
            volume: volume. 数量。
            volume_unit: unit. 单位。
            from: from. 起。
            until: until. 止。
            evidence: evidence. 证据。

        Empty 空结果:
        No such supply is recorded here. That is not the same as none; the sources do not say, or
        nobody has looked yet.
        图谱中没有记录这样的供应关系。这不等于不存在：来源没有说，或尚未查阅。

        Example 例: chain.who_supplies(to='catl')
        """
