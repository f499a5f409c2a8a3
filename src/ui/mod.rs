//! Draws the window and sends [`Command`]s.
//!
//! Never opens a file, never extracts, keeps no state of its own: everything shown comes in a [`ViewContext`].

mod about;
mod access;
mod audit;
mod command;
mod command_list;
mod compact;
mod context;
mod correct;
mod correct_area;
mod correct_indicator;
mod dialogs;
mod drop_overlay;
mod evidence;
mod facts;
mod fonts;
mod history;
mod marks;
mod menu;
mod mnemonic;
mod notices;
mod palette;
mod panes;
mod picker;
mod plot;
mod plot_chart;
mod plot_events;
mod plot_keys;
mod plot_labels;
mod plot_marks;
mod plot_menu;
mod preferences;
mod program;
mod project;
mod reports;
mod review;
mod rows;
mod sheet;
mod shortcuts;
mod source;
mod source_text;
mod status;
mod table;
mod table_cell;
mod table_cells;
mod table_head;
mod table_keys;
mod table_lines;
mod table_wish;
mod text_heights;
mod theme;
mod tokens;
mod toolbar;
mod trend_view;
mod verdict;
mod welcome;
mod widgets;
mod window;

pub use command::{Command, ReviewWish, SourceWish};
pub use context::{
    CorrectionForm, CorrectionTarget, Dialog, ExportTable, Marked, Notice, NoticeKind, Pane, Reading, ReportSummary,
    SourceLayout, SourceView, ThemeChoice, ViewContext, ViewState, Wishes,
};
pub use fonts::install_fonts;
pub use program::{Palette, ProgramWish, SettingsForm, ZOOMS, next_zoom};
pub use project::{Answer, MissingSource, ProjectStatus, Question, RecentEntry};
pub use sheet::{SheetForm, SheetPreview, SheetWish};
pub use table_wish::{CellAt, Copied, TableCursor, TableView, TableWish};
pub use theme::install_theme;
pub use trend_view::{TrendView, TrendWindow, TrendWish};
pub use window::window_ui;
