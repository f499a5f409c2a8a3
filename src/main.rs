//! Arguments and logging; then a command, or the window.

#![cfg_attr(feature = "no-console", windows_subsystem = "windows")]

use std::process::ExitCode;

use countylens::cli;

fn main() -> ExitCode {
    let arguments = cli::arguments();
    match &arguments.command {
        Some(command) => {
            log_at("warn").init();
            cli::run(command)
        }
        None => open_window(arguments),
    }
}

fn log_at(level: &str) -> env_logger::Builder {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or(level))
}

/// The window is mostly started where nobody reads what it prints: its log goes into a file too.
#[cfg(feature = "window")]
fn log_to_file() {
    use std::io::Write;

    /// Writes to a file what goes to the terminal.
    struct Both(std::fs::File);
    impl Write for Both {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            // A terminal that is gone does not keep the file from being written.
            let _ = std::io::stderr().write_all(bytes);
            self.0.write(bytes)
        }
        fn flush(&mut self) -> std::io::Result<()> {
            self.0.flush()
        }
    }

    let mut builder = log_at("warn,countylens=info");
    let folder = countylens::project::journal_dir();
    if let Some(Ok(file)) = folder.as_deref().map(countylens::project::open_log) {
        builder.target(env_logger::Target::Pipe(Box::new(Both(file))));
    }
    builder.init();
    if let Some(folder) = folder {
        countylens::app::keep_crash_reports(folder);
    }
    log::info!("{} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
}

#[cfg(feature = "window")]
#[allow(clippy::print_stderr)] // without a window there is no other place to say so
fn open_window(arguments: cli::Arguments) -> ExitCode {
    log_to_file();
    match countylens::app::run(arguments.files, arguments.new_window) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("countylens: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(not(feature = "window"))]
fn open_window(_: cli::Arguments) -> ExitCode {
    use clap::CommandFactory;
    // Built without the window: what is left is the command line, whose help says how to use it.
    cli::Arguments::command()
        .error(clap::error::ErrorKind::MissingSubcommand, "a command is needed: try extract")
        .exit()
}
