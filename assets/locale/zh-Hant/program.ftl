# 程式本身：命令面板、設定、快速鍵、關於。
command-palette = 尋找命令…
    .tooltip = 按名稱找到並執行命令
command-zoom-in = 放大介面
    .tooltip = 介面的文字和圖形都變大
command-zoom-out = 縮小介面
    .tooltip = 介面的文字和圖形都變小
command-zoom-reset = 原始大小
    .tooltip = 介面按 100% 顯示
command-full-screen = 全螢幕
    .tooltip = 占滿螢幕，再按一次還原
command-settings = 設定…
    .tooltip = 語言、外觀、大小和儲存的資料夾
command-shortcuts = 鍵盤快速鍵
    .tooltip = 列出所有快速鍵
command-licences = 所用軟體的授權
    .tooltip = 程式中每一部分的作者和授權
command-theme-high-contrast = 高對比
    .tooltip = 黑底白字，邊框分明

palette-hint = 輸入名稱、英文或拼音首字母
palette-none = 沒有這樣的命令，或者現在用不到

settings-title = 設定
settings-zoom = 介面大小
settings-folder = 儲存圖片和表格的資料夾
settings-folder-hint = 資料夾的完整路徑；留空則用目前的資料夾
settings-no-folder = 沒有這個資料夾，請檢查路徑。
settings-confirm = 完成

shortcuts-others = 其他按鍵
shortcuts-menus = 開啟選單
shortcuts-next = 到下一處或上一處
shortcuts-press = 按下按鈕，看選中的數字
shortcuts-cells = 在表格中移動
shortcuts-mark = 在表格中選中幾列
shortcuts-copy = 複製儲存格或選中的列
shortcuts-points = 在趨勢圖中逐點移動
shortcuts-leave = 關閉選單或對話方塊

about-offline = 本程式從不連上網路：不上傳報告，不檢查更新，不蒐集任何資訊。
about-cite = 如何引用
about-citation = 縣鑑 CountyLens（版本 { $version }）[電腦軟體]. 2026. 從縣級脫貧報告中讀取並對照統計數字。

notice-first-steps = 點一個數字就看到它的原句；按 Ctrl+Shift+P 尋找命令，按 F1 看快速鍵。
status-zoom = { $percent }%

# 視窗各部分的名稱，讀屏軟體用。
part-menu = 選單
part-tools = 工具
part-start = 開始
part-comparison = 對照
part-panes = 頁籤
part-table = 指標對照：{ $left }與{ $right }
part-plot = { $indicator }趨勢：{ $counties }
part-plot-county = { $area } { $count } 個點，{ $first } 至 { $last }
part-plot-one = { $area } 1 個點，{ $first }
part-plot-none = { $area } 沒有點
