# 对照图：标题、图例、说明、资料来源。
sheet-title = { $left }与{ $right }脱贫情况对照
sheet-title-one = { $area }脱贫情况
sheet-continued = { $title }（续）
sheet-years = { $from }—{ $to } 年
sheet-year = { $year } 年
sheet-subtitle = { $years } · 数字均出自文末所列报告
sheet-reports = 报告 { $count } 篇
sheet-table = 指标对照
sheet-notes = 说明
sheet-sources = 资料来源
sheet-made = 制于 { $date }
sheet-brand = 县鉴 CountyLens
sheet-no-rows = 所选的行都没有数字

sheet-legend-target = 空心为目标，虚线通向目标
sheet-legend-approx = 约数
sheet-legend-min = 至少
sheet-legend-max = 至多

sheet-original = 原读 { $value }
sheet-note-number = ①、②等是资料来源的序号。
sheet-note-target = ○ 是目标，不是结果。
sheet-note-derived = ◇ 是推算，原文没有这个数：{ $area } { $terms }。
sheet-note-approx = 约：原文作“约”“近”“余”等，是约数。
sheet-note-limit = ≥、≤：原文只说至少、至多。
sheet-note-change = ▲、▼ 是增减的幅度，不是水平值。
sheet-note-corrected = ※ 经人工更正，旁边是程序原来读出的数。
sheet-note-added = ✚ 由人工添加，程序没有读出。
sheet-note-supplied = 〔 〕内的时间原文没有写明，据报告日期补出。
sheet-note-conflicting = (+1)：报告对此还有 1 个不同的数。
sheet-note-not-stated = 未载：所列报告没有这个数，不表示为零。
sheet-note-other-years = 只有其他年份：报告载有这项指标，但不是这一年的。
sheet-note-only-change = 只载变动：报告只说了增减多少。
sheet-note-only-target = 只载目标：报告只说了目标。
sheet-note-incomparable = 不可比：两数的年份、时间或单位不同，或只是上下限，所以不相减。
sheet-note-threshold = { $percent } 退出线：贫困发生率降到 { $percent } 以下，贫困县方可退出。见{ $source }。
sheet-note-left-out = 另有 { $count } 行没有列出。

sheet-source-title = 《{ $title }》
sheet-source-page = 第 { $page } 版
sheet-source-file = 文件 { $file }
