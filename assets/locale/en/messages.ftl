# Dialogs, notices and errors. Each error names the file first and says what to do last.
dialog-paste-title = Paste text
dialog-paste-hint = Paste the words of a report here
dialog-paste-confirm = Read
dialog-reject-title = Reject this figure
dialog-reject-hint = Why; may stay empty
dialog-reject-confirm = Reject
dialog-reason = Reason
dialog-open-title = Open files
dialog-open-hint = The full path of one file a line
dialog-open-confirm = Open
dialog-save-title = Save picture
dialog-save-hint = The full path of the picture, for example /home/me/comparison.png
dialog-save-confirm = Save
dialog-path = Path
dialog-text = Words of the report
dialog-cancel = Cancel
dialog-close = Close
dialog-no-native = This computer offers no file dialog; please type the path.
dialog-filter-text = Reports and projects
dialog-filter-all = All files
dialog-about-version = Version { $version }
dialog-about-text = Reads county reports on leaving poverty and lays two counties side by side, every figure with its sentence.
dialog-about-licence = Licence: MIT or Apache-2.0. Font: Noto Sans SC, SIL Open Font License 1.1.

notice-saved = Picture saved: { $path }
notice-already-loaded = { $name }: already open, not read again.
notice-no-figures = { $name }: no figures found. Check that this is the report itself.
notice-no-area = { $name }: no county or city recognised. Its figures can still be read one by one from the list of reports.
notice-cancelled = { $count ->
    [one] Stopped; 1 file was not read.
   *[other] Stopped; { $count } files were not read.
}
notice-path-empty = No path was typed yet.
notice-copied-picture = Picture copied
notice-dialog-failed = The file dialog could not be opened: { $reason }

error-not-found = { $name }: there is no such file; check the name.
error-folder = { $name }: this is a folder; open the text files inside it.
error-not-permitted = { $name }: you are not permitted to read this file; change its permissions or copy it.
error-too-large = { $name }: { $megabytes } MB is too large for a report (at most { $limit } MB are read); split it into its articles.
error-io = { $name }: { $reason }; check the disk and try again.
error-empty = { $name }: the file is empty; save the report's text into it first.
error-not-text = { $name }: this is a { $kind } file, not text; save the report as a .txt file and open that.
error-save = { $path }: could not be saved ({ $reason }); choose another folder or free some space. The old file, if any, is unchanged.
error-encode = The picture could not be made ({ $reason }); please try again.
error-fault = { $name }: the program failed while reading this file, so it was left out; other reports are unharmed. Please send us the file.
error-other = { $name }: { $reason }

diagnostic-undecodable-bytes = { $name }: some bytes are no { $encoding } and are shown as �.
diagnostic-no-figures = { $name }: no figures found. Check that this is the report itself.
diagnostic-encoding-doubtful = { $name }: the encoding is doubtful; it was read as { $encoding }. If the text looks wrong, choose another in the menu of the report.
diagnostic-other = { $name }: { $reason }

notice-crash-report = The program broke down last time. A report is in { $path }, on this machine only; enclose it when you report the fault.
notice-user-list = Your own indicators could not be used: { $reason }
# Under the newest messages, where there are more than fit.
notices-more = { $count ->
    [one] One older message shows when you close one above.
   *[other] { $count } older messages show when you close those above.
}
dialog-export-title = Export
dialog-export-confirm = Choose a place…
dialog-export-hint = The full path of the file, for example /home/me/comparison.xlsx
export-format-xlsx = Excel workbook (.xlsx): sheets for comparison, figures, sources
export-format-csv = CSV table (.csv): one line each
export-format-html = Web page (.html): a figure leads to its sentence, one file
export-format-md = Markdown (.md): table, sentences as footnotes
export-format-json = JSON (.json): for programs
export-format-sdmx = SDMX-CSV 2.0 (.sdmx.csv): for statistical systems, with a note on its structure
notice-exported = Exported: { $path }
