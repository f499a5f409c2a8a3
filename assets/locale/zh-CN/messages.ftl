# 对话框、通知和错误。每条错误先说是哪个文件，再说怎么办。
dialog-paste-title = 粘贴文本
dialog-paste-hint = 把报告的文字粘贴在这里
dialog-paste-confirm = 读取
dialog-reject-title = 排除这个数字
dialog-reject-hint = 原因，可不填
dialog-reject-confirm = 排除
dialog-reason = 原因
dialog-open-title = 打开文件
dialog-open-hint = 每行一个文件的完整路径
dialog-open-confirm = 打开
dialog-save-title = 保存图片
dialog-save-hint = 图片的完整路径，例如 /home/me/对比.png
dialog-save-confirm = 保存
dialog-path = 路径
dialog-text = 报告的文字
dialog-cancel = 取消
dialog-close = 关闭
dialog-no-native = 这台电脑没有可用的文件对话框，请直接输入路径。
dialog-filter-text = 报告和项目
dialog-filter-all = 所有文件
dialog-about-version = 版本 { $version }
dialog-about-text = 读县级脱贫报告，把两个县并排放好，每个数字都有原句为证。
dialog-about-licence = 许可：MIT 或 Apache-2.0。字体：Noto Sans SC，SIL Open Font License 1.1。

notice-saved = 图片已保存：{ $path }
notice-already-loaded = { $name }：已经打开过，没有重复读入。
notice-no-figures = { $name }：没有读到数字。请确认打开的是报告正文。
notice-no-area = { $name }：没有认出县或市。数字仍可在左边的报告中逐个查看。
notice-cancelled = 已停止读取，还有 { $count } 个文件没有读。
notice-path-empty = 还没有输入路径。
notice-copied-picture = 图片已复制
notice-dialog-failed = 文件对话框没能打开：{ $reason }

error-not-found = { $name }：没有这个文件，请检查文件名。
error-folder = { $name }：这是一个文件夹，请打开里面的文本文件。
error-not-permitted = { $name }：没有读取它的权限，请更改权限或复制一份再打开。
error-too-large = { $name }：有 { $megabytes } MB，作为报告太大（最多读 { $limit } MB）。请按文章拆开再打开。
error-io = { $name }：读取时出错（{ $reason }）。请检查磁盘后重试。
error-empty = { $name }：文件是空的，请先把报告的文字存进去。
error-not-text = { $name }：这是 { $kind ->
    [binary] 二进制
   *[other] { $kind }
} 文件，不是文本。请把报告另存为 .txt 再打开。
error-save = { $path }：没能保存（{ $reason }）。请换一个文件夹，或腾出一些空间；原来的文件没有改动。
error-encode = 图片没能生成（{ $reason }），请再试一次。
error-fault = { $name }：读取时程序出错，这篇没有读入，其他报告不受影响。请把文件发给我们。
error-other = { $name }：{ $reason }

diagnostic-undecodable-bytes = { $name }：有些字节按 { $encoding } 读不出来，已用 � 标出。
diagnostic-no-figures = { $name }：没有读到数字。请确认打开的是报告正文。
diagnostic-encoding-doubtful = { $name }：编码拿不准，按 { $encoding } 读取。若文字有误，请在报告的菜单中另选编码。
diagnostic-other = { $name }：{ $reason }

notice-crash-report = 上次程序意外退出。出错报告在 { $path }，只存在本机；报告问题时可附上。
notice-user-list = 自定指标未能使用：{ $reason }
# Under the newest messages, where there are more than fit.
notices-more = 另有 { $count } 条较早的消息，关闭上面的即可看到。
dialog-export-title = 导出
dialog-export-confirm = 选择位置…
dialog-export-hint = 文件的完整路径，例如 /home/me/对照.xlsx
export-format-xlsx = Excel 工作簿（.xlsx）：对照、数字、来源各一张表
export-format-csv = CSV 表格（.csv）：每行一项
export-format-html = 网页（.html）：点数字看原句，单个文件
export-format-md = Markdown（.md）：表格，原句作脚注
export-format-json = JSON（.json）：供程序读取
export-format-sdmx = SDMX-CSV 2.0（.sdmx.csv）：供统计系统，附结构说明
notice-exported = 已导出：{ $path }
