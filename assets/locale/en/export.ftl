# Exported files and citations.
citation-sentence = { $claim } ({ $source })
citation-place = { $area }, { $period }
citation-claim = { $place }: { $claim }
citation-level = { $name } { $value }
citation-fall = { $name } { $rate ->
    [yes] fell by
   *[no] down by
} { $value }
citation-rise = { $name } { $rate ->
    [yes] rose by
   *[no] up by
} { $value }
citation-approx = about { $amount }
citation-min = at least { $amount }
citation-max = at most { $amount }
citation-corrected = corrected; the source has “{ $written }”
citation-newspaper = 《{ $name }》
citation-page = p. { $page }
citation-headline = “{ $title }”
citation-comma = {", "}
citation-year = { $year }
citation-month = { $year }-{ $month }
citation-day = { $year }-{ $month }-{ $day }

export-comparison-name = Comparison
export-figures-name = All figures
export-sources-name = Sources
export-group = Group
export-number = No.
export-code = Code
export-source = Source
export-review = Review
export-original = Read as
export-original-value = Value read
export-file = File
export-headline = Headline
export-newspaper = Newspaper
export-date = Date
export-page = Page
export-author = Author
export-reference = Reference (GB/T 7714)
export-encoding = Encoding
export-hash = SHA-256
export-legend = ≈ about, ≥ at least, ≤ at most; ○ target, ▲ ▼ change, ◇ derived (no report states it), ※ corrected by a person, ✚ added by a person; a time in [ ] only from the report’s date; — no figure.
export-sources = Sources
export-sources-hint = A figure in the table leads to the sentence that states it.
export-back = Back to the table
export-citations = Citations
export-figures-cited = Each figure as a sentence
export-statements = Also
export-made-by = Made by CountyLens { $version }
export-plot = { $indicator } over time: { $left } and { $right }
