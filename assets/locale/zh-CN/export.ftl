# 导出的文件与引文。
citation-sentence = { $claim }（{ $source }）
citation-place = { $area }{ $period }
citation-claim = { $place }{ $claim }
citation-level = { $name }{ $value }
citation-fall = { $name }{ $rate ->
    [yes] 下降
   *[no] 减少
}{ $value }
citation-rise = { $name }{ $rate ->
    [yes] 上升
   *[no] 增加
}{ $value }
citation-approx = 约{ $amount }
citation-min = 不低于{ $amount }
citation-max = 不超过{ $amount }
citation-corrected = 经更正，原文写作“{ $written }”
citation-newspaper = 《{ $name }》
citation-page = 第{ $page }版
citation-headline = “{ $title }”
citation-comma = ，
citation-year = { $year }年
citation-month = { $year }年{ $month }月
citation-day = { $year }年{ $month }月{ $day }日

export-comparison-name = 指标对照
export-figures-name = 全部数字
export-sources-name = 来源
export-group = 分组
export-number = 序号
export-code = 区划代码
export-source = 来源
export-review = 复核
export-original = 原读
export-original-value = 原读数值
export-file = 文件
export-headline = 标题
export-newspaper = 报纸
export-date = 日期
export-page = 版次
export-author = 作者
export-reference = 参考文献（GB/T 7714）
export-encoding = 编码
export-hash = SHA-256
export-legend = 约为约数，≥ 为至少，≤ 为至多；○ 目标，▲ ▼ 变动，◇ 推算（报告未直接写明），※ 经人工更正，✚ 人工添加；〔〕内的时间只据报告日期；— 为没有数字。
export-sources = 原文
export-sources-hint = 点表中的数字，就跳到原文中说出它的那一句。
export-back = 回到表格
export-citations = 引文
export-figures-cited = 逐个数字的引文
export-statements = 另载
export-made-by = 由县鉴 CountyLens { $version } 生成
export-plot = { $indicator }走势图：{ $left }与{ $right }
