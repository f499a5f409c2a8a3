# 项目：名称、保存、恢复，以及会丢失工作之前的提问。
command-new = 新建项目
    .tooltip = 移走所有报告和更正，从头开始
command-save = 保存项目
    .tooltip = 把报告、所选的县和全部更正存进项目文件
command-save-as = 项目另存为…
    .tooltip = 用另一个名字保存项目
command-toggle-embed = 把报告文字存进项目
    .tooltip = 项目文件自带报告文字，拿到别的电脑上也能打开
menu-recent = 最近的项目

project-untitled = 未命名项目
project-gone = 文件已不在这里
project-title = { $name } — 县鉴 CountyLens
project-title-unsaved = • { $name } — 县鉴 CountyLens
project-copy = { $name } 的副本

dialog-save-project-title = 保存项目
dialog-save-project-hint = 项目文件的完整路径，例如 /home/me/对比.countylens
dialog-filter-project = 县鉴项目

question-unsaved-title = 要保存项目吗？
question-unsaved = “{ $name }”有改动还没有保存。不保存的话，这些改动就没有了。
question-in-use-title = 项目已在另一个窗口打开
question-in-use = “{ $name }”正在另一个窗口中使用。可以打开一份副本，保存时另取名字。
question-damaged-title = 项目文件已损坏
question-damaged = “{ $name }”不是项目文件，或者已损坏（{ $reason }）。文件没有改动。可以打开上一次保存时留下的备份。
question-replace-title = 文件已经存在
question-replace = “{ $name }”已经存在。覆盖后，原来的内容留在旁边的 .bak 文件里。
question-recover-title = 有上次没有保存的工作
question-recover = 程序上次没有正常结束。“{ $name }”在 { $kept } 自动存下了一份，含 { $count } 条更正。
question-later = 以后再说
answer-save = 保存
answer-dont-save = 不保存
answer-open-copy = 打开副本
answer-open-backup = 打开备份
answer-replace = 覆盖
answer-recover = 恢复
answer-discard = 删除

reports-missing = { $name }：找不到文件，{ $count } 条更正已保留

notice-project-saved = 项目已保存：{ $path }
notice-project-in-use = { $path }：没有保存，另一个窗口正在使用这个项目。请另取名字。
notice-one-project = { $name }：一次只能打开一个项目，这个没有打开。
notice-source-missing = { $name }：找不到这篇报告，它的 { $count } 条更正已保留。请把文件放回原处再打开项目。
notice-source-changed = { $name }：文件有变动，已重新读取。{ $found } 条更正找到了原句，{ $lost } 条没有找到，仍留在更正记录里。
notice-autosave-failed = 未保存的改动没能自动存下（{ $reason }）。请保存项目。

error-project-damaged = { $name }：这不是项目文件，或者文件已损坏（{ $reason }）。文件没有改动，请打开它的另一份拷贝。
error-project-newer = { $name }：这个项目是更新的版本（格式 { $version }）保存的。请用新版县鉴打开，文件没有改动。
error-project-would-destroy = { $name }：没有保存。那里已有一个本程序读不懂的文件，不能覆盖，请另取名字。
