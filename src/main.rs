//! Arguments and logging; then a command, or the window.

use std::process::ExitCode;

use countylens::cli;

fn main() -> ExitCode {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("warn")).init();
    let arguments = cli::arguments();
    match &arguments.command {
        Some(command) => cli::run(command),
        None => open_window(arguments.files),
    }
}

#[cfg(feature = "window")]
#[allow(clippy::print_stderr)] // without a window there is no other place to say so
fn open_window(files: Vec<std::path::PathBuf>) -> ExitCode {
    match countylens::app::run(files) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("countylens: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(not(feature = "window"))]
fn open_window(_: Vec<std::path::PathBuf>) -> ExitCode {
    use clap::CommandFactory;
    // Built without the window: what is left is the command line, whose help says how to use it.
    cli::Arguments::command()
        .error(clap::error::ErrorKind::MissingSubcommand, "a command is needed: try extract")
        .exit()
}
