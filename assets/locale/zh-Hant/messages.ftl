# 對話方塊、通知和錯誤。每條錯誤先說是哪個檔案，再說怎麼辦。
dialog-paste-title = 貼上文字
dialog-paste-hint = 把報告的文字貼在這裡
dialog-paste-confirm = 讀取
dialog-reject-title = 排除這個數字
dialog-reject-hint = 原因，可不填
dialog-reject-confirm = 排除
dialog-reason = 原因
dialog-open-title = 開啟檔案
dialog-open-hint = 每行一個檔案的完整路徑
dialog-open-confirm = 開啟
dialog-save-title = 儲存圖片
dialog-save-hint = 圖片的完整路徑，例如 /home/me/對比.png
dialog-save-confirm = 儲存
dialog-path = 路徑
dialog-text = 報告的文字
dialog-cancel = 取消
dialog-close = 關閉
dialog-no-native = 這台電腦沒有可用的檔案對話方塊，請直接輸入路徑。
dialog-filter-text = 報告和專案
dialog-filter-all = 所有檔案
dialog-about-version = 版本 { $version }
dialog-about-text = 讀縣級脫貧報告，把兩個縣並排放好，每個數字都有原句為證。
dialog-about-licence = 授權：MIT 或 Apache-2.0。字型：Noto Sans SC，SIL Open Font License 1.1。

notice-saved = 圖片已儲存：{ $path }
notice-already-loaded = { $name }：已經開啟過，沒有重複讀入。
notice-no-figures = { $name }：沒有讀到數字。請確認開啟的是報告正文。
notice-no-area = { $name }：沒有認出縣或市。數字仍可在左邊的報告中逐一查看。
notice-cancelled = 已停止讀取，還有 { $count } 個檔案沒有讀。
notice-path-empty = 還沒有輸入路徑。
notice-copied-picture = 圖片已複製
notice-dialog-failed = 檔案對話方塊無法開啟：{ $reason }

error-not-found = { $name }：沒有這個檔案，請檢查檔名。
error-folder = { $name }：這是一個資料夾，請開啟裡面的文字檔。
error-not-permitted = { $name }：沒有讀取它的權限，請更改權限或複製一份再開啟。
error-too-large = { $name }：有 { $megabytes } MB，作為報告太大（最多讀 { $limit } MB）。請按文章拆開再開啟。
error-io = { $name }：讀取時出錯（{ $reason }）。請檢查磁碟後重試。
error-empty = { $name }：檔案是空的，請先把報告的文字存進去。
error-not-text = { $name }：這是 { $kind ->
    [binary] 二進位
   *[other] { $kind }
} 檔案，不是純文字。請把報告另存為 .txt 再開啟。
error-save = { $path }：無法儲存（{ $reason }）。請換一個資料夾，或騰出一些空間；原來的檔案沒有更動。
error-encode = 圖片無法生成（{ $reason }），請再試一次。
error-fault = { $name }：讀取時程式出錯，這篇沒有讀入，其他報告不受影響。請把檔案寄給我們。
error-other = { $name }：{ $reason }

diagnostic-undecodable-bytes = { $name }：有些位元組以 { $encoding } 讀不出來，已用 � 標出。
diagnostic-no-figures = { $name }：沒有讀到數字。請確認開啟的是報告正文。
diagnostic-encoding-doubtful = { $name }：編碼不確定，以 { $encoding } 讀取。若文字有誤，請在報告的選單中另選編碼。
diagnostic-other = { $name }：{ $reason }

notice-crash-report = 上次程式意外結束。錯誤報告在 { $path }，只存在這台電腦；回報問題時可以附上。
notice-user-list = 自定指標未能使用：{ $reason }
# Under the newest messages, where there are more than fit.
notices-more = 另有 { $count } 條較早的訊息，關閉上面的即可看到。
dialog-export-title = 匯出表格
dialog-export-confirm = 選擇位置…
dialog-export-hint = 表格的完整路徑，例如 /home/me/更正記錄.csv
export-format-xlsx = Excel 活頁簿（.xlsx）：對照、數字、來源各一張表
export-format-csv = CSV 表格（.csv）：每列一項
export-format-html = 網頁（.html）：點數字看原句，單一檔案
export-format-md = Markdown（.md）：表格，原句作腳註
export-format-json = JSON（.json）：供程式讀取
export-format-sdmx = SDMX-CSV 2.0（.sdmx.csv）：供統計系統，附結構說明
notice-exported = 已匯出：{ $path }
