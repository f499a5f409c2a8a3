# The trend plot, the table and the evidence panel.
plot-indicator = Indicator of the plot
plot-not-stated = { $area }: the reports state no { $indicator }
plot-only-undrawn = { $area }: no dated level of { $indicator } to draw
plot-undrawn = Not drawn as levels:
plot-indicator-hint = A name draws one indicator alone, its box several beside each other
plot-several = { $count } indicators
plot-search = Find an indicator
plot-beside = { $indicator } beside others
plot-pin = Add to plot…
plot-pin-hint = Draw up to six more counties or cities beside the two
plot-legend = Filled is actual, hollow is target, ◇ is derived; ↑ at least, ↓ at most, short bars above and below approximate; dashes lead to a target
plot-derived = { $indicator } { $period } { $area } derived { $value } = { $terms }
plot-threshold = { $percent } exit line
plot-threshold-rule = A poor county may leave once poverty incidence has fallen to { $percent } or below
plot-exit = { $area } left poverty { $period }
plot-exit-target = { $area } aims to leave { $period }
plot-choose = Choose a county to see its trend

table-indicator = Indicator
table-difference = Difference
table-ratio = Ratio
table-group = { $subjects ->
    [one] 1 indicator
   *[other] { $subjects } indicators
}
table-group-comparable = { $subjects ->
    [one] 1 indicator
   *[other] { $subjects } indicators
} · { $comparable } comparable
table-group-other = Other figures
table-cell = { $indicator } { $period } { $area } { $value }
table-cell-target = { $indicator } { $period } { $area } target { $value }
table-cell-change = { $indicator } { $period } { $area } change { $value }
table-cell-missing = { $indicator } { $area } { $reason }
table-nothing-found = No indicator has “{ $filter }” in its name
table-conflicting = { $count ->
    [one] 1 other value is stated too
   *[other] { $count } other values are stated too
}

missing-not-stated = not stated
missing-other-years = other years only
missing-only-change = only a change
missing-only-target = only a target
missing-no-area = —

incomparable-years = { $count ->
    [one] 1 year apart
   *[other] { $count } years apart
}
incomparable-periods = other dates
incomparable-undated = undated
incomparable-bounded = only a limit
incomparable-units = other units
incomparable-parts = only a part
incomparable-part-of-place = county within city

# A period that the text does not state; only the report's own date suggests it.
period-supplied = [{ $period }]
period-undated = undated
period-year = { $year }
period-year-end = end-{ $year }
period-month = { $year }-{ $month }
period-day = { $year }-{ $month }-{ $day }
period-between = { $from } to { $to }
period-since = since { $from }
period-until = by { $to }

bound-approx = ≈
bound-min = ≥
bound-max = ≤

evidence-title = Source
evidence-empty = Click a figure in the table or the plot to see the sentence that states it.
evidence-how = How it was read
evidence-written = Written
evidence-area = Place
evidence-time = Time
evidence-kind = Kind
evidence-rule = Rule
evidence-level = level
evidence-change = change
evidence-bound-exact = exact
evidence-bound-approx = approximate
evidence-bound-min = lower bound
evidence-bound-max = upper bound
evidence-basis-stated = stated
evidence-basis-carried = carried on
evidence-basis-report = the report's date
evidence-no-area = place not stated
evidence-no-indicator = outside the catalogue
evidence-more = and { $count } more
evidence-others = Other statements of it
evidence-other-county = The other county
evidence-place = Figure { $number } of { $count }
evidence-why = Why it was read so
evidence-indicator = Indicator
evidence-status = Status
evidence-bound = Bound
difference-apart = { $count ->
    [one] {" "}(1 year apart)
   *[other] {" "}({ $count } years apart)
}
table-difference-why = { $amount }. { $why }
difference-supplied = A year is known from a report's date alone: the two may be of different years
choice-reviewed = {" "}Shown because it was reviewed.
choice-after-change = {" "}Shown because the other is where its change began.
choice-exact = {" "}Shown because it is exact.
choice-part = {" "}The sentence states several, each of something of its own; the first is shown.
choice-time-stated = {" "}Shown because its sentence states the time.
choice-later-report = {" "}Shown because its report is later.
choice-first = {" "}Shown because it stands first.

scale-yi = 亿
scale-wan = 万
scale-billion = billion
scale-million = million
# An area in another unit than the report's, exact or rounded.
amount-converted = conv. { $amount }
amount-converted-about = conv. ≈ { $amount }
table-filter-both = Both stated
    .tooltip = Only rows that both counties state
table-filter-differing = Differing
    .tooltip = Only rows that can be compared and differ
table-filter-targets = Targets
    .tooltip = Only targets
table-filter-corrected = Corrected
    .tooltip = Only rows with a figure corrected or added by hand
table-filter-unreviewed = Not reviewed
    .tooltip = Only rows with a figure that nobody has reviewed
table-nothing-passes = No row is like this
table-pinned = Pinned
table-pin = Pin to the top
table-unpin = Unpin
table-hide = Hide this
table-show-hidden = { $count } hidden – show
table-move-up = Move up
table-move-down = Move down
table-open-years = Open its rows
table-fold-years = Fold its rows
table-more-rows = { $count } more
table-usual-widths = Usual column widths
table-copy-cell = Copy cell
table-cite = Copy citation
table-cite-bibtex = Copy BibTeX
table-cite-gb = Copy reference (GB/T 7714)
table-copy-rows = Copy rows
table-copy-table = Copy table (for spreadsheets)
table-copy-markdown = Copy table (Markdown)
table-sort = click to sort
table-sorted-up = rising
table-sorted-down = falling
table-notes = Notes
table-derived = derived
table-cell-derived = { $indicator } { $area } derived { $value }
incomparable-derived = derived, not subtracted
table-width = Width of { $column }
