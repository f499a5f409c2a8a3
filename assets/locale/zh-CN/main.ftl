# 主窗口：首屏、报告栏、状态栏、拖放提示。
app-name = 县鉴
app-title = 县鉴 CountyLens

welcome-title = 把两篇县级脱贫报告拖到这里
welcome-title-no-drop = 打开两篇县级脱贫报告
welcome-subtitle = 县鉴读出每一个数字，把两个县并排放好；点一个数字，就看到它的原句。
welcome-sides = 拖到左半边作左县，拖到右半边作右县；一次拖入多个文件也可以。
welcome-offline = 纯文本文件（UTF-8、GB18030、UTF-16）。不联网，文件不会离开这台电脑。

picker-left = 左县
picker-right = 右县
picker-none = 选择县
picker-figures = { $count } 个数字

filter-hint = 查找指标（{ $shortcut }）

reports-title = 报告
reports-drop = 把文本文件拖到这里
reports-drop-sides = 拖到左半边作左县，右半边作右县
reports-no-drop = 这个桌面（Wayland）不能拖入文件，请用“打开…”或“粘贴文本…”
reports-figures = { $count } 个数字
reports-notes = { $count } 条提示
reports-no-area = 未认出县名
reports-pasted = 粘贴的文本 { $number }

drop-left = 作为左县
drop-right = 作为右县
drop-anywhere = 松开鼠标，读入文件

status-empty = 还没有报告
status-reports = { $reports } 篇报告 · { $figures } 个数字
status-indicators = { $count } 项指标可比
status-reading = 正在读取 { $name }（{ $done }/{ $total }）
status-offline = 离线

mark-actual = 实际
mark-target = 目标
mark-change = 变动

reports-page = 第 { $page } 版
reports-encoding-doubtful = （拿不准）
reports-encoding-chosen = （所选）

source-paragraphs = 段落
    .tooltip = 理顺断行后的段落
source-lines = 原版
    .tooltip = 文件里原来的分行
source-both = 两县并排
    .tooltip = 左右两县的报告并排
source-find = 在原文中查找
source-hits = 第 { $number } 处，共 { $count } 处
source-paragraph = 原文第 { $number } 段
source-legend = ━ 实际  ┅ 目标  ┈ 变化

reports-reviewed = 已复核 { $done }/{ $all }
reports-corrected = ※ { $count }
