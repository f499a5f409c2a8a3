//! Opens the native window, on whichever of the two renderers the machine supports.

use std::path::PathBuf;

use eframe::{NativeOptions, Renderer};
use egui::{ViewportBuilder, vec2};

use super::{AppOptions, CountyLensApp};

/// Reverse-DNS name by which desktops know the program.
pub(super) const APP_ID: &str = "io.github.countylens.CountyLens";
const TITLE: &str = "县鉴 CountyLens";
const DEFAULT_SIZE: [f32; 2] = [1280.0, 800.0];
const SMALLEST_SIZE: [f32; 2] = [900.0, 600.0];

/// Opens the window and reads `files` in it; returns when the window is closed.
pub fn run(files: Vec<PathBuf>) -> anyhow::Result<()> {
    // wgpu also works on remote desktops with an old OpenGL; OpenGL also works on machines without Vulkan or Direct3D.
    let Err(first) = run_with(Renderer::Wgpu, files.clone()) else { return Ok(()) };
    log::info!("no window with wgpu, trying OpenGL: {first}");
    let Err(second) = run_with(Renderer::Glow, files) else { return Ok(()) };
    log::info!("no window with OpenGL either: {second}");
    anyhow::bail!(
        "the window could not be opened; check that a graphical desktop is running (on Linux: that DISPLAY or \
         WAYLAND_DISPLAY is set and a graphics driver is installed), or use “countylens extract”, which needs no \
         window. RUST_LOG=info tells more"
    )
}

fn run_with(renderer: Renderer, files: Vec<PathBuf>) -> eframe::Result {
    let options = NativeOptions {
        viewport: ViewportBuilder::default()
            .with_app_id(APP_ID)
            .with_title(TITLE)
            .with_inner_size(vec2(DEFAULT_SIZE[0], DEFAULT_SIZE[1]))
            .with_min_inner_size(vec2(SMALLEST_SIZE[0], SMALLEST_SIZE[1]))
            .with_drag_and_drop(true),
        renderer,
        // Needed to try the other renderer in the same process.
        run_and_return: true,
        centered: true,
        ..NativeOptions::default()
    };
    let (codelists, message) = crate::project::codelists();
    let app_options =
        AppOptions { files, codelists, message, settings: crate::project::config_dir(), ..AppOptions::default() };
    eframe::run_native(TITLE, options, Box::new(|creation| Ok(Box::new(CountyLensApp::new(creation, app_options)))))
}
