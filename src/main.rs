//! The command `sheet`: reads the clock, runs, exits.

use std::process::ExitCode;
use std::time::SystemTime;

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args_os().collect();
    let today = project_sheet::local_date(SystemTime::now());
    ExitCode::from(project_sheet::run(&args, today))
}
