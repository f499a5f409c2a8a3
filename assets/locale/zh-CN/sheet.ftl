# 对照图：标题、图例、说明、资料来源。
sheet-legend-target = 空心为目标，虚线通向目标
sheet-legend-approx = 约数
sheet-legend-min = 至少
sheet-legend-max = 至多
