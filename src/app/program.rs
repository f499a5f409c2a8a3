//! The program itself: its settings, the size of everything, the window's place, its own pages.

use std::path::{Path, PathBuf};

use egui::{Context, ViewportCommand};

use super::CountyLensApp;
use crate::compare::Side;
use crate::locale::{Language, Locale};
use crate::project::{Screen, Settings, WindowPlace, write_settings};
use crate::ui::{
    Command, Dialog, Notice, NoticeKind, Palette, ProgramWish, SettingsForm, ThemeChoice, ZOOMS, next_zoom,
};

const FIRST_STEPS: &str = "notice-first-steps";

impl CountyLensApp {
    /// Carries out a wish about the program.
    pub(super) fn program(&mut self, wish: ProgramWish, ctx: &Context) {
        match wish {
            ProgramWish::Palette => {
                let english = Locale::new(Language::English);
                let name = |command: Command| command.text_key().map(|key| english.text(key)).unwrap_or_default();
                let english = Command::listed().into_iter().map(|(_, command)| name(command)).collect();
                self.show_dialog(Dialog::Palette(Palette { english, ..Palette::default() }));
            }
            ProgramWish::Mark(place) => {
                if let Some(Dialog::Palette(palette)) = &mut self.dialog {
                    palette.marked = place;
                }
            }
            ProgramWish::ZoomIn => self.zoom(next_zoom(self.view.zoom, true), ctx),
            ProgramWish::ZoomOut => self.zoom(next_zoom(self.view.zoom, false), ctx),
            ProgramWish::Zoom(percent) => self.zoom(percent, ctx),
            ProgramWish::FullScreen => {
                let full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!full));
            }
            ProgramWish::Settings => {
                let folder = self.settings.folder.as_deref().map(|path| path.display().to_string());
                let form = SettingsForm { folder: folder.unwrap_or_default(), no_folder: false };
                self.show_dialog(Dialog::Settings(form));
            }
            ProgramWish::EditFolder(folder) => {
                if let Some(Dialog::Settings(form)) = &mut self.dialog {
                    *form = SettingsForm { folder, no_folder: false };
                }
            }
            ProgramWish::Shortcuts => self.show_dialog(Dialog::Shortcuts),
            ProgramWish::Licences => self.show_dialog(Dialog::Licences),
        }
    }

    /// Looks as the settings say.
    pub(super) fn apply_settings(&mut self, ctx: &Context) {
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let kept = self.settings.theme.as_deref().and_then(theme_of);
        self.view.theme = kept.unwrap_or(self.view.theme);
        let percent = self.settings.zoom.map_or(100.0, |zoom| (zoom * 100.0).round());
        let known = ZOOMS.into_iter().find(|size| (f32::from(*size) - percent).abs() < 0.5);
        self.view.zoom = known.unwrap_or(100);
        ctx.set_zoom_factor(f32::from(self.view.zoom) / 100.0);
    }

    fn zoom(&mut self, percent: u16, ctx: &Context) {
        self.view.zoom = percent;
        let zoom = f32::from(percent) / 100.0;
        ctx.set_zoom_factor(zoom);
        self.keep(|settings| settings.zoom = Some(zoom));
    }

    /// Shows this appearance, now and from the next start on.
    pub(super) fn wear(&mut self, theme: ThemeChoice) {
        self.view.theme = theme;
        self.keep(|settings| settings.theme = theme_name(theme));
    }

    /// Keeps a setting for the next start.
    pub(super) fn keep(&mut self, change: impl FnOnce(&mut Settings)) {
        change(&mut self.settings);
        let Some(folder) = &self.options.settings else { return };
        if let Err(error) = write_settings(folder, &self.settings) {
            // The window works all the same; it only forgets.
            log::warn!("the settings could not be kept: {error}");
        }
    }

    /// Takes over the settings that were typed, or says in the form what is wrong with them.
    pub(super) fn confirm_settings(&mut self, mut form: SettingsForm) {
        let typed = form.folder.trim();
        let folder = (!typed.is_empty()).then(|| PathBuf::from(typed));
        if folder.as_deref().is_some_and(|path| !path.is_dir()) {
            form.no_folder = true;
            self.dialog = Some(Dialog::Settings(form));
            return;
        }
        self.keep(|settings| settings.folder = folder);
    }

    /// The folder that pictures and tables are offered first.
    pub(super) fn folder(&self) -> PathBuf {
        let chosen = self.settings.folder.clone().filter(|folder| Path::is_dir(folder));
        chosen.unwrap_or_else(|| std::env::current_dir().unwrap_or_default())
    }

    /// Says once, when the first two counties stand side by side, what can be done with them.
    pub(super) fn guide(&mut self) {
        let both = Side::BOTH.into_iter().all(|side| self.comparison.profile(side).is_some());
        if self.options.first_steps && !self.settings.guided && both {
            self.keep(|settings| settings.guided = true);
            self.notify(Notice { kind: NoticeKind::Note, key: FIRST_STEPS.to_owned(), arguments: Vec::new() });
        }
    }

    /// Whoever has selected a figure needs the first steps no more.
    pub(super) fn end_guide(&mut self) {
        self.notices.retain(|notice| notice.key != FIRST_STEPS);
    }

    /// Keeps the window's place, when it is about to be closed.
    pub(super) fn remember_place(&mut self, ctx: &Context, frame: &eframe::Frame) {
        if !ctx.input(|input| input.viewport().close_requested()) {
            return;
        }
        let Some(window) = frame.winit_window().filter(|window| window.fullscreen().is_none()) else { return };
        let size = window.inner_size();
        // Wayland tells no place; the size is worth keeping all the same.
        let (x, y) = window.outer_position().map_or((0, 0), |at| (at.x, at.y));
        let maximized = window.is_maximized();
        let now = WindowPlace { x, y, width: size.width, height: size.height, maximized };
        let place = match self.settings.window {
            // What it will be when it fills the screen no more.
            Some(before) if maximized => WindowPlace { maximized, ..before },
            _ => now,
        };
        self.keep(|settings| settings.window = Some(place));
    }
}

/// Puts the window where it was, on a screen that exists.
pub(super) fn bring_back(creation: &eframe::CreationContext<'_>, place: Option<WindowPlace>) {
    let (Some(window), Some(place)) = (creation.winit_window(), place) else { return };
    let screens: Vec<Screen> = window
        .available_monitors()
        .map(|monitor| {
            let (at, size) = (monitor.position(), monitor.size());
            Screen { x: at.x, y: at.y, width: size.width, height: size.height }
        })
        .collect();
    let Some(place) = place.brought_back(&screens) else { return };
    let mut size = window.inner_size();
    (size.width, size.height) = (place.width, place.height);
    if window.request_inner_size(size).is_none() {
        log::debug!("the window is resized later");
    }
    if let Ok(mut at) = window.outer_position() {
        (at.x, at.y) = (place.x, place.y);
        window.set_outer_position(at);
    }
    if place.maximized {
        window.set_maximized(true);
    }
}

fn theme_of(name: &str) -> Option<ThemeChoice> {
    serde_json::from_value(serde_json::Value::from(name)).ok()
}

fn theme_name(theme: ThemeChoice) -> Option<String> {
    serde_json::to_value(theme).ok()?.as_str().map(str::to_owned)
}
