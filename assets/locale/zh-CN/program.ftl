# 程序本身：命令面板、设置、快捷键、关于。
command-palette = 查找命令…
    .tooltip = 按名称找到并执行命令
command-zoom-in = 放大界面
    .tooltip = 界面的文字和图形都变大
command-zoom-out = 缩小界面
    .tooltip = 界面的文字和图形都变小
command-zoom-reset = 恢复原大小
    .tooltip = 界面按 100% 显示
command-full-screen = 全屏
    .tooltip = 占满屏幕，再按一次还原
command-settings = 设置…
    .tooltip = 语言、外观、大小和保存的文件夹
command-shortcuts = 键盘快捷键
    .tooltip = 列出所有快捷键
command-licences = 所用软件的许可
    .tooltip = 程序中每一部分的作者和许可
command-theme-high-contrast = 高对比度
    .tooltip = 黑底白字，边框分明

palette-hint = 输入名称、英文或拼音首字母
palette-none = 没有这样的命令，或者它现在用不上

settings-title = 设置
settings-zoom = 界面大小
settings-folder = 保存图片和表格的文件夹
settings-folder-hint = 文件夹的完整路径；留空则用当前文件夹
settings-no-folder = 没有这个文件夹，请检查路径。
settings-confirm = 完成

shortcuts-others = 其他按键
shortcuts-menus = 打开菜单
shortcuts-next = 到下一处或上一处
shortcuts-press = 按下按钮，看选中的数字
shortcuts-cells = 在表格中移动
shortcuts-mark = 在表格中选中几行
shortcuts-copy = 复制单元格或选中的行
shortcuts-points = 在走势图中逐点移动
shortcuts-leave = 关闭菜单或对话框

about-offline = 本程序从不联网：不上传报告，不检查更新，不收集任何信息。
about-cite = 如何引用
about-citation = 县鉴 CountyLens（版本 { $version }）[计算机软件]. 2026. 从县级脱贫报告中读取并对照统计数字。

notice-first-steps = 点一个数字就看到它的原句；按 Ctrl+Shift+P 查找命令，按 F1 看快捷键。
status-zoom = { $percent }%

# 窗口各部分的名称，读屏软件用。
part-menu = 菜单
part-tools = 工具
part-start = 开始
part-comparison = 对照
part-panes = 页签
part-table = 指标对照：{ $left }与{ $right }
part-plot = { $indicator }走势：{ $counties }
part-plot-county = { $area } { $count } 个点，{ $first } 至 { $last }
part-plot-one = { $area } 1 个点，{ $first }
part-plot-none = { $area } 没有点
