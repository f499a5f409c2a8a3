# 主視窗：首屏、報告欄、狀態列、拖放提示。
app-name = 縣鑑
app-title = 縣鑑 CountyLens

welcome-title = 把兩篇縣級脫貧報告拖到這裡
welcome-title-no-drop = 開啟兩篇縣級脫貧報告
welcome-subtitle = 縣鑑讀出每一個數字，把兩個縣並排放好；點一個數字，就看到它的原句。
welcome-sides = 拖到左半邊作左縣，拖到右半邊作右縣；一次拖入多個檔案也可以。
welcome-offline = 純文字檔（UTF-8、GB18030、UTF-16）。不連網，檔案不會離開這台電腦。

picker-left = 左縣
picker-right = 右縣
picker-none = 選擇縣
picker-figures = { $count } 個數字

filter-hint = 尋找指標（{ $shortcut }）

reports-title = 報告
reports-drop = 把文字檔拖到這裡
reports-drop-sides = 拖到左半邊作左縣，右半邊作右縣
reports-no-drop = 這個桌面（Wayland）不能拖入檔案，請用「開啟…」或「貼上文字…」
reports-figures = { $count } 個數字
reports-notes = { $count } 條提示
reports-no-area = 未認出縣名
reports-pasted = 貼上的文字 { $number }

drop-left = 作為左縣
drop-right = 作為右縣
drop-anywhere = 放開滑鼠，讀入檔案

status-empty = 還沒有報告
status-reports = { $reports } 篇報告 · { $figures } 個數字
status-indicators = { $count } 項指標可比
status-reading = 正在讀取 { $name }（{ $done }/{ $total }）
status-offline = 離線

mark-actual = 實際
mark-target = 目標
mark-change = 變動

reports-page = 第 { $page } 版
reports-encoding-doubtful = （不確定）
reports-encoding-chosen = （所選）

source-paragraphs = 段落
    .tooltip = 理順斷行後的段落
source-lines = 原版
    .tooltip = 檔案裡原來的分行
source-both = 兩縣並排
    .tooltip = 左右兩縣的報告並排
source-find = 在原文中尋找
source-hits = 第 { $number } 處，共 { $count } 處
source-paragraph = 原文第 { $number } 段
source-legend = ━ 實際  ┅ 目標  ┈ 變化

reports-reviewed = 已複核 { $done }/{ $all }
reports-corrected = ※ { $count }
