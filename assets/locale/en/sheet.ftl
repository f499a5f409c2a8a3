# The comparison picture: title, legend, notes, sources.
sheet-legend-target = hollow: target, dashes lead to it
sheet-legend-approx = approximate
sheet-legend-min = at least
sheet-legend-max = at most
