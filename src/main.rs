//! The command `sheet`: reads the clock, runs, exits.

use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args_os().collect();
    let today = chrono::Local::now().date_naive();
    ExitCode::from(project_sheet::run(&args, today))
}
