//! The program's manual pages and shell completions, for its packages.

use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use clap::CommandFactory;
use clap_complete::Shell;

use super::Arguments;

const SHELLS: [Shell; 3] = [Shell::Bash, Shell::Zsh, Shell::Fish];

/// Writes them into `folder`.
pub(super) fn run(folder: &Path) -> ExitCode {
    match write(folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("countylens: {}: {error}; choose a folder that can be written", folder.display());
            ExitCode::from(1)
        }
    }
}

fn write(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut command = Arguments::command();
    for shell in SHELLS {
        clap_complete::generate_to(shell, &mut command, "countylens", folder)?;
    }
    clap_mangen::generate_to(command, folder)
}
