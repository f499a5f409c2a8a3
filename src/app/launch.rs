//! Opens the native window, on whichever of the two renderers the machine supports.

use std::path::PathBuf;
use std::thread;

use eframe::{NativeOptions, Renderer};
use egui::{ViewportBuilder, vec2};

use super::{AppOptions, CountyLensApp, Meeting};
use crate::codelist::Codelists;
use crate::project;

/// Reverse-DNS name by which desktops know the program.
pub(super) const APP_ID: &str = "io.github.countylens.CountyLens";
/// The mark in the title bar and the task list, where the desktop has none of its own for [`APP_ID`].
const ICON: &[u8] = include_bytes!("../../assets/icons/256.png");
const TITLE: &str = "县鉴 CountyLens";
const DEFAULT_SIZE: [f32; 2] = [1280.0, 800.0];
/// Half of the smallest screen that is thought of, 1024 × 700, for those who read at twice the size.
const SMALLEST_SIZE: [f32; 2] = [480.0, 340.0];

/// Opens the window and reads `files` in it; returns when the window is closed. Where a window is open already it
/// takes the files, unless a `new_window` is wished.
pub fn run(files: Vec<PathBuf>, new_window: bool) -> anyhow::Result<()> {
    let meeting = project::config_dir().and_then(|settings| Meeting::of(&settings));
    if !files.is_empty() && !new_window && meeting.as_ref().is_some_and(|meeting| meeting.hand_over(&files).is_ok()) {
        log::info!("an open window takes the files");
        return Ok(());
    }
    // wgpu also works on remote desktops with an old OpenGL; OpenGL also works on machines without Vulkan or Direct3D.
    let Err(first) = run_with(Renderer::Wgpu, files.clone(), meeting.clone()) else { return Ok(()) };
    log::info!("no window with wgpu, trying OpenGL: {first}");
    let Err(second) = run_with(Renderer::Glow, files, meeting) else { return Ok(()) };
    log::info!("no window with OpenGL either: {second}");
    anyhow::bail!(
        "the window could not be opened; check that a graphical desktop is running (on Linux: that DISPLAY or \
         WAYLAND_DISPLAY is set and a graphics driver is installed), or use “countylens extract”, which needs no \
         window. RUST_LOG=info tells more"
    )
}

fn run_with(renderer: Renderer, files: Vec<PathBuf>, meeting: Option<Meeting>) -> eframe::Result {
    let icon = eframe::icon_data::from_png_bytes(ICON).unwrap_or_default();
    let options = NativeOptions {
        viewport: ViewportBuilder::default()
            .with_app_id(APP_ID)
            .with_title(TITLE)
            .with_icon(icon)
            .with_inner_size(vec2(DEFAULT_SIZE[0], DEFAULT_SIZE[1]))
            .with_min_inner_size(vec2(SMALLEST_SIZE[0], SMALLEST_SIZE[1]))
            .with_drag_and_drop(true),
        renderer,
        // Needed to try the other renderer in the same process.
        run_and_return: true,
        centered: true,
        ..NativeOptions::default()
    };
    // The lists are read while the system makes the window.
    let lists = thread::spawn(project::codelists);
    let app = |creation: &eframe::CreationContext<'_>| {
        let (codelists, message) = lists.join().unwrap_or_else(|_| (Codelists::builtin(), None));
        let options = AppOptions {
            files,
            codelists,
            message,
            meeting,
            settings: project::config_dir(),
            journal: project::journal_dir(),
            first_steps: true,
            ..AppOptions::default()
        };
        CountyLensApp::new(creation, options)
    };
    eframe::run_native(TITLE, options, Box::new(|creation| Ok(Box::new(app(creation)))))
}
