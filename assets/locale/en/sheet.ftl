# The comparison picture: title, legend, notes, sources.
sheet-title = { $left } and { $right }: leaving poverty compared
sheet-title-one = { $area }: leaving poverty
sheet-continued = { $title } (continued)
sheet-years = { $from }–{ $to }
sheet-year = { $year }
sheet-subtitle = { $years } · every figure is from the reports listed at the end
sheet-reports = { $count ->
    [one] 1 report
   *[other] { $count } reports
}
sheet-table = Indicators side by side
sheet-notes = Notes
sheet-sources = Sources
sheet-made = Made { $date }
sheet-brand = 县鉴 CountyLens
sheet-no-rows = None of the chosen rows has a figure

sheet-legend-target = hollow: target, dashes lead to it
sheet-legend-approx = approximate
sheet-legend-min = at least
sheet-legend-max = at most

sheet-original = read as { $value }
sheet-note-number = ①, ② and so on are numbers of sources.
sheet-note-target = ○ is a target, not a result.
sheet-note-derived = ◇ is derived; no report states it: { $area } { $terms }.
sheet-note-approx = ≈: the report says "about", "nearly" or "more than".
sheet-note-limit = ≥, ≤: the report says only at least, at most.
sheet-note-change = ▲, ▼ is the amount of a change, not a level.
sheet-note-corrected = ※ was corrected by hand; what the program had read stands beside it.
sheet-note-added = ✚ was added by hand; the program had not found it.
sheet-note-supplied = [ ]: the text states no time; the report's date suggests it.
sheet-note-conflicting = (+1): the reports give one other value too.
sheet-note-not-stated = not stated: the reports listed do not say; it is no zero.
sheet-note-other-years = other years only: stated, but not for this year.
sheet-note-only-change = only a change: the report says only by how much it moved.
sheet-note-only-target = only a target: the report says only what is aimed at.
sheet-note-incomparable = Where words stand in place of a difference (1 year apart, other dates, other units, undated, only a limit, only a part, a county beside its own city), the two figures cannot be compared.
sheet-note-threshold = { $percent } exit line: a poor county may leave once poverty incidence has fallen to { $percent } or below ({ $source }).
sheet-note-left-out = { $count ->
    [one] 1 more row is
   *[other] { $count } more rows are
} not listed.

sheet-source-title = 《{ $title }》
sheet-source-page = page { $page }
sheet-source-file = file { $file }

sheet-dialog-title = Save comparison picture
sheet-dialog-save = Save…
sheet-choose-size = Form
sheet-choose-format = Format
sheet-choose-scale = Resolution
sheet-choose-theme = Looks
sheet-choose-rows = Rows of the table
sheet-size-a-four = A4 upright
sheet-size-landscape = A4 across
sheet-size-wide = Slide 16:9
sheet-size-long = Long, for a phone
sheet-size-plot = Trend only
sheet-theme-light = Colour
sheet-theme-print = Black and white
sheet-rows-visible = As the table shows now
sheet-rows-indicators = All indicators
sheet-rows-all = Figures outside the catalogue too
sheet-preview = Preview, page { $page } of { $pages }
sheet-preview-waits = Drawing…
sheet-page-before = Previous page
sheet-page-after = Next page
