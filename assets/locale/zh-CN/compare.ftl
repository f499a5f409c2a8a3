# 走势图、对照表和原文栏。
plot-indicator = 走势图的指标
plot-not-stated = { $area }：报告未载{ $indicator }
plot-only-undrawn = { $area }：{ $indicator }没有可以画出的年份和水平值
plot-undrawn = 不画作水平值：
plot-indicator-hint = 点名称只看一项，勾选方框把几项并列
plot-several = { $count } 项指标
plot-search = 查找指标名称
plot-beside = 并列{ $indicator }
plot-pin = 加入走势图…
plot-pin-hint = 在两县之外再画最多六个县市
plot-legend = 实心是实际，空心是目标，◇ 是推算；↑ 至少，↓ 至多，上下短线是约数；虚线通向目标
plot-derived = { $indicator } { $period } { $area } 推算 { $value } = { $terms }
plot-threshold = { $percent } 退出线
plot-threshold-rule = 贫困发生率降到 { $percent } 以下，贫困县方可退出
plot-exit = { $area }摘帽 { $period }
plot-exit-target = { $area }目标摘帽 { $period }
plot-choose = 先选一个县，再看走势

table-indicator = 指标
table-difference = 差
table-ratio = 倍
table-group = { $subjects } 项
table-group-comparable = { $subjects } 项 · { $comparable } 项可比
table-group-other = 其他数字
table-cell = { $indicator } { $period } { $area } { $value }
table-cell-target = { $indicator } { $period } { $area } 目标 { $value }
table-cell-change = { $indicator } { $period } { $area } 变动 { $value }
table-cell-missing = { $indicator } { $area } { $reason }
table-nothing-found = 没有名称含“{ $filter }”的指标
table-conflicting = 另有 { $count } 个不同的数

missing-not-stated = 未载
missing-other-years = 只有其他年份
missing-only-change = 只载变动
missing-only-target = 只载目标
missing-no-area = —

incomparable-years = 不可比：相差 { $count } 年
incomparable-periods = 不可比：时间不同
incomparable-undated = 不可比：时间未载
incomparable-bounded = 不可比：只有上限或下限
incomparable-units = 不可比：单位不同

# A period that the text does not state; only the report's own date suggests it.
period-supplied = 〔{ $period }〕
period-undated = 时间未载
period-year = { $year }
period-year-end = { $year }年底
period-month = { $year }年{ $month }月
period-day = { $year }-{ $month }-{ $day }
period-between = { $from }至{ $to }
period-since = { $from }以来
period-until = 截至{ $to }

bound-approx = 约
bound-min = ≥
bound-max = ≤

evidence-title = 原文
evidence-empty = 点表格或图中的一个数字，这里显示说出它的原句。
evidence-how = 怎样得出
evidence-written = 写作
evidence-area = 地区
evidence-time = 时间
evidence-kind = 性质
evidence-rule = 规则
evidence-level = 水平值
evidence-change = 变动
evidence-bound-exact = 确数
evidence-bound-approx = 约数
evidence-bound-min = 下限
evidence-bound-max = 上限
evidence-basis-stated = 句中写明
evidence-basis-carried = 承前文
evidence-basis-report = 据报告日期
evidence-no-area = 未说明地区
evidence-no-indicator = 目录外的数字
evidence-more = 另有 { $count } 处
evidence-others = 同一项的其他说法
evidence-other-county = 另一县
evidence-place = 第 { $number } 个数字，共 { $count } 个
evidence-why = 为何如此解读
evidence-indicator = 指标
evidence-status = 状态
evidence-bound = 界限
difference-apart = （差 { $count } 年）
choice-reviewed = 此值已经人工核对，故先列。
choice-exact = 此值为确数，其余为约数或界限，故先列。
choice-time-stated = 此值的时间由本句写明，故先列。
choice-later-report = 此值出自较晚的报告，故先列。
choice-first = 此值在文中出现最早，故先列。

scale-yi = 亿
scale-wan = 万
scale-billion = 十亿
scale-million = 百万
# An area in another unit than the report's, exact or rounded.
amount-converted = 折 { $amount }
amount-converted-about = 折约 { $amount }
