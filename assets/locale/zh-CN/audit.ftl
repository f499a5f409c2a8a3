# The audit: checks of a report's own arithmetic.
check-kind-parts = 分项与合计
check-kind-share = 占比
check-kind-base = 推算基数
check-kind-change = 增减前后
check-kind-average = 人均、户均
check-kind-repeated = 重复提及
check-both = { $left }；{ $right }
check-stated = { $left }；原文为{ $stated }
check-agrees = 一致
check-differs-more = 不符：原文多 { $by }
check-differs-less = 不符：原文少 { $by }
check-unclear-whole = 无法核对：原文没有说明占谁的比重
check-unclear-base = 无法核对：原文没有说明总额就是由这些对象分摊
check-unclear-count = 无法核对：人口口径可能不同
check-summary = { $agree } 项核对一致，{ $differ } 项不符，{ $unclear } 项无法核对
