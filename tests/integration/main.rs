//! The command line, run as its users run it. One binary; `every_file_is_listed` fails where a
//! file of this folder is not one of its modules.

mod applied;
mod architecture;
mod ask;
mod audience;
mod back;
mod broken;
mod change;
mod commands;
mod conduct;
mod config;
mod contract;
mod cooperative;
mod debrief;
mod digest;
mod draw;
mod edit;
mod examples;
mod explain;
mod export;
mod first_use;
mod fix;
mod fmt;
mod formats;
mod harness;
mod hostile;
mod import;
mod init;
#[cfg(unix)]
mod interview;
mod law;
mod list;
mod mistakes;
mod new;
mod page_laws;
#[cfg(unix)]
mod pager;
mod pages;
mod paths;
#[cfg(unix)]
mod person;
mod plain;
mod portfolio;
mod printed;
mod query;
mod questions;
mod readings;
mod readme;
mod reference;
mod replies;
mod rows;
mod save;
mod schema;
mod search;
mod set;
mod show;
mod since;
mod slips;
mod spreadsheet;

mod summarize;
mod text_rules;
mod unreadable;
mod validate;
mod variants;
mod views;
mod wiki;
mod words;
mod write;

#[test]
fn every_file_is_listed() {
    let folder = harness::root().join("tests/integration");
    let main = include_str!("main.rs");
    for file in std::fs::read_dir(folder).expect("the folder of the tests") {
        let name = file.expect("a file").file_name().into_string().expect("a plain name");
        let Some(module) = name.strip_suffix(".rs").filter(|module| *module != "main") else {
            continue;
        };
        assert!(main.contains(&format!("\nmod {module};")), "{name} is no module of main.rs");
    }
}
