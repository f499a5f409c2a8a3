# Review, corrections and their history.
review-unreviewed = To review
review-accepted = Accepted
review-corrected = Corrected
review-rejected = Rejected
review-added = Added by hand
review-all = All
review-all-reports = All reports
review-all-done = No figure is left to review.
review-none = There are no such figures.
review-doubts = Doubts
review-separator = ;{" "}
review-progress = { $done } of { $all } reviewed
review-original = Read as { $facts }
review-why = Reason: { $reason }

doubt-failed-check = fails a check
doubt-conflict = conflicting values
doubt-no-area = no place
doubt-area-from-afar = place from context
doubt-no-period = no time
doubt-period-from-report = report's date only
doubt-period-carried = time carried on
doubt-no-indicator = not in the catalogue

correct-title = Correct this figure
correct-add-title = Add a figure
correct-confirm = Save correction
correct-add-confirm = Add
correct-area-hint = County, city, township or village, or a six-digit code; may stay empty
correct-no-indicator = Outside the catalogue
correct-search = Search the catalogue
correct-search-hint = Chinese name, English name or id
correct-label = Subject
correct-label-hint = What the figure counts, for example 光伏电站
correct-value = Value
correct-value-hint = For example 0.7, 20,918, 1.4万, 三千
correct-unit = Unit
correct-unit-hint = For example %, 元, 户
correct-period-hint = For example 2017, 2017-12, 2017年底, 2014年以来; may stay empty
correct-reason-hint = Why it is changed; may stay empty

fault-empty = Please fill this in.
fault-no-subject = Choose an indicator, or say what the figure counts.
fault-not-a-number = This is no number. Write 0.7, 20,918, 1.4万 or 三千.
fault-no-unit = A unit is needed, for example %, 元, 户.
fault-unit-of-another = The unit does not fit: this indicator is measured in “{ $unit }”.
fault-not-a-period = This is no period. Write 2017, 2017-12, 2017年底, 2014年以来 or 2016—2018年.
fault-year-out-of-range = The year must lie between 1949 and 2100.
fault-several-areas = { $count } places have this name; choose one:
fault-unknown-code = No place has this code.

reject-no-figure = Not a statistic
reject-repeated = Repeats another figure
reject-elsewhere = About another place
reject-misprint = The report is wrong
reject-misread = Misread by the program

history-time = { $year }-{ $month }-{ $day } { $clock }
history-when = When
history-what = What
history-figure = Figure
history-changes = Changes
history-search = Search the corrections
history-search-hint = Find words, reason, indicator
history-all-kinds = Everything
history-count = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
history-empty = Nothing was accepted, corrected or rejected yet.
history-none = There are no such entries.
history-undone = Undone
history-not-loaded = (report not open)
history-missing = ({ $name } not found)
history-orphan = Its sentence is gone
history-accepted = Accepted
history-corrected = Corrected
history-rejected = Rejected
history-added = Added
history-restored = Reset
