# The program itself: palette, settings, shortcuts, about.
command-palette = Find a command…
    .tooltip = Find a command by its name and run it
command-zoom-in = Larger
    .tooltip = Make all text and graphics larger
command-zoom-out = Smaller
    .tooltip = Make all text and graphics smaller
command-zoom-reset = Usual size
    .tooltip = Show everything at 100%
command-full-screen = Full screen
    .tooltip = Fill the screen; once more to go back
command-settings = Settings…
    .tooltip = Language, appearance, size, and the folder to save in
command-shortcuts = Keyboard shortcuts
    .tooltip = All keys and what they do
command-licences = Licences
    .tooltip = Who made each part of this program, and under which licence
command-theme-high-contrast = High contrast
    .tooltip = White on black, with clear edges

palette-hint = Name of a command, in English or Chinese
palette-none = There is no such command, or it does not apply now

settings-title = Settings
settings-zoom = Size
settings-folder = Folder for pictures and tables
settings-folder-hint = Full path of a folder; the current one if empty
settings-no-folder = There is no such folder; check the path.
settings-confirm = Done

shortcuts-others = Other keys
shortcuts-menus = Open a menu
shortcuts-next = Go to the next or previous control
shortcuts-press = Press a button, show the chosen figure
shortcuts-cells = Move in the table
shortcuts-mark = Mark several rows of the table
shortcuts-copy = Copy the cell or the marked rows
shortcuts-points = Go from point to point of the plot
shortcuts-leave = Close a menu or dialog

about-offline = This program never goes online: it uploads no report, looks for no update and collects nothing.
about-cite = How to cite
about-citation = CountyLens 县鉴 (version { $version }) [computer software]. 2026. Reads Chinese county reports on leaving poverty and lays their statistics side by side.

notice-first-steps = Click a figure to see its sentence; Ctrl+Shift+P finds commands, F1 lists the keys.
status-zoom = { $percent }%

# Names of the window's parts, for screen readers.
part-menu = Menus
part-tools = Tools
part-start = Start
part-comparison = Comparison
part-panes = Tabs
part-table = Indicators side by side: { $left } and { $right }
part-plot = Trend of { $indicator }: { $counties }
part-plot-county = { $area } { $count } points, { $first } to { $last }
part-plot-one = { $area } 1 point, { $first }
part-plot-none = { $area } no point
