# 專案：名稱、儲存、還原，以及會丟失工作之前的提問。
command-new = 新增專案
    .tooltip = 移走所有報告和更正，從頭開始
command-save = 儲存專案
    .tooltip = 把報告、所選的縣和全部更正存進專案檔案
command-save-as = 專案另存新檔…
    .tooltip = 用另一個名字儲存專案
command-toggle-embed = 把報告文字存進專案
    .tooltip = 專案檔案自帶報告文字，拿到別的電腦上也能開啟
menu-recent = 最近的專案

project-untitled = 未命名專案
project-gone = 檔案已不在這裡
project-title = { $name } — 縣鑑 CountyLens
project-title-unsaved = • { $name } — 縣鑑 CountyLens
project-copy = { $name } 的複本

dialog-save-project-title = 儲存專案
dialog-save-project-hint = 專案檔案的完整路徑，例如 /home/me/對比.countylens
dialog-filter-project = 縣鑑專案

question-unsaved-title = 要儲存專案嗎？
question-unsaved = 「{ $name }」有改動還沒有儲存。不儲存的話，這些改動就沒有了。
question-in-use-title = 專案已在另一個視窗開啟
question-in-use = 「{ $name }」正在另一個視窗中使用。可以開啟一份複本，儲存時另取名字。
question-damaged-title = 專案檔案已損毀
question-damaged = 「{ $name }」不是專案檔案，或者已損毀（{ $reason }）。檔案沒有改動。可以開啟上一次儲存時留下的備份。
question-replace-title = 檔案已經存在
question-replace = 「{ $name }」已經存在。覆寫後，原來的內容留在旁邊的 .bak 檔案裡。
question-recover-title = 有上次沒有儲存的工作
question-recover = 程式上次沒有正常結束。「{ $name }」在 { $kept } 自動存下了一份，含 { $count } 條更正。
question-later = 以後再說
answer-save = 儲存
answer-dont-save = 不儲存
answer-open-copy = 開啟複本
answer-open-backup = 開啟備份
answer-replace = 覆寫
answer-recover = 復原
answer-discard = 刪除

reports-missing = { $name }：找不到檔案，{ $count } 條更正已保留

notice-project-saved = 專案已儲存：{ $path }
notice-project-in-use = { $path }：沒有儲存，另一個視窗正在使用這個專案。請另取名字。
notice-one-project = { $name }：一次只能開啟一個專案，這個沒有開啟。
notice-source-missing = { $name }：找不到這篇報告，它的 { $count } 條更正已保留。請把檔案放回原處再開啟專案。
notice-source-changed = { $name }：檔案有變動，已重新讀取。{ $found } 條更正找到了原句，{ $lost } 條沒有找到，仍留在更正記錄裡。
notice-autosave-failed = 未儲存的改動無法自動存下（{ $reason }）。請儲存專案。

error-project-damaged = { $name }：這不是專案檔案，或者檔案已損毀（{ $reason }）。檔案沒有改動，請開啟它的另一份複本。
error-project-newer = { $name }：這個專案是更新的版本（格式 { $version }）儲存的。請用新版縣鑑開啟，檔案沒有改動。
error-project-would-destroy = { $name }：沒有儲存。那裡已有一個本程式讀不懂的檔案，不能覆寫，請另取名字。
