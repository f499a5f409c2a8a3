# The main window: first screen, report list, status bar, drop hints.
app-name = CountyLens
app-title = 县鉴 CountyLens

welcome-title = Drop two county reports here
welcome-title-no-drop = Open two county reports
welcome-subtitle = CountyLens reads every figure and lays two counties side by side; click a figure to see its sentence.
welcome-sides = The left half takes the left county, the right half the right one; several files at once work too.
welcome-offline = Plain text files (UTF-8, GB18030, UTF-16). No network: your files never leave this computer.

picker-left = Left county
picker-right = Right county
picker-none = Choose…
picker-figures = { $count } figures

filter-hint = Find an indicator ({ $shortcut })

reports-title = Reports
reports-drop = Drop text files here
reports-drop-sides = left half: left county, right half: right county
reports-no-drop = This desktop (Wayland) takes no dropped files: use Open… or Paste text…
reports-figures = { $count ->
    [one] 1 figure
   *[other] { $count } figures
}
reports-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
reports-no-area = no county recognised
reports-pasted = Pasted text { $number }

drop-left = As the left county
drop-right = As the right county
drop-anywhere = Let go to read the files

status-empty = No reports yet
status-reports = { $reports ->
    [one] 1 report
   *[other] { $reports } reports
} · { $figures ->
    [one] 1 figure
   *[other] { $figures } figures
}
status-indicators = { $count ->
    [one] 1 indicator comparable
   *[other] { $count } indicators comparable
}
status-reading = Reading { $name } ({ $done }/{ $total })
status-offline = Offline

mark-actual = actual
mark-target = target
mark-change = change

reports-page = page { $page }
reports-encoding-doubtful = (doubtful)
reports-encoding-chosen = (chosen)

source-paragraphs = Paragraphs
    .tooltip = Paragraphs with hard wraps undone
source-lines = As printed
    .tooltip = The lines of the file as they are
source-both = Side by side
    .tooltip = Both counties' reports side by side
source-find = Find in text
source-hits = { $number } of { $count }
source-paragraph = Paragraph { $number } of the text
source-legend = ━ actual  ┅ target  ┈ change

reports-reviewed = { $done }/{ $all } reviewed
reports-corrected = ※ { $count }
