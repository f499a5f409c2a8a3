# 匯出的檔案與引文。
citation-sentence = { $claim }（{ $source }）
citation-place = { $area }{ $period }
citation-claim = { $place }{ $claim }
citation-level = { $name }{ $value }
citation-fall = { $name }{ $rate ->
    [yes] 下降
   *[no] 減少
}{ $value }
citation-rise = { $name }{ $rate ->
    [yes] 上升
   *[no] 增加
}{ $value }
citation-approx = 約{ $amount }
citation-min = 不低於{ $amount }
citation-max = 不超過{ $amount }
citation-corrected = 經更正，原文寫作「{ $written }」
citation-newspaper = 《{ $name }》
citation-page = 第{ $page }版
citation-headline = 「{ $title }」
citation-comma = ，
citation-year = { $year }年
citation-month = { $year }年{ $month }月
citation-day = { $year }年{ $month }月{ $day }日

export-comparison-name = 指標對照
export-figures-name = 全部數字
export-sources-name = 來源
export-group = 群組
export-number = 序號
export-code = 區劃代碼
export-source = 來源
export-review = 複核
export-original = 原讀
export-original-value = 原讀數值
export-file = 檔案
export-headline = 標題
export-newspaper = 報紙
export-date = 日期
export-page = 版次
export-author = 作者
export-reference = 參考文獻（GB/T 7714）
export-encoding = 編碼
export-hash = SHA-256
export-legend = 約為約數，≥ 為至少，≤ 為至多；○ 目標，▲ ▼ 變動，◇ 推算（報告未直接寫明），※ 經人工更正，✚ 人工新增；〔〕內的時間只據報告日期；— 為沒有數字。
export-sources = 原文
export-sources-hint = 點表中的數字，就跳到原文中說出它的那一句。
export-back = 回到表格
export-citations = 引文
export-figures-cited = 逐個數字的引文
export-statements = 另載
export-made-by = 由縣鑑 CountyLens { $version } 產生
export-plot = { $indicator }趨勢圖：{ $left }與{ $right }
