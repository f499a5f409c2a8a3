//! Arguments and logging; then a command, or the window.

use std::process::ExitCode;

use clap::Parser;
use countylens::{app, cli};

fn main() -> ExitCode {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("warn")).init();
    let arguments = cli::Arguments::parse();
    match &arguments.command {
        Some(command) => cli::run(command),
        None => open_window(arguments.files),
    }
}

#[allow(clippy::print_stderr)] // without a window there is no other place to say so
fn open_window(files: Vec<std::path::PathBuf>) -> ExitCode {
    match app::run(files) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("countylens: {error:#}");
            ExitCode::FAILURE
        }
    }
}
