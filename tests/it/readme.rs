//! The README runs: every command in it exists, and every example of an entry compiles.

use std::fs;

use crate::serve::Server;
use crate::world::{World, files, repository};

/// The pages that people copy from.
const PAGES: [&str; 3] = ["README.md", "CONTRIBUTING.md", "content/README.md"];

/// A block of code, with what it says it is.
struct Block {
    page: &'static str,
    language: String,
    text: String,
}

fn blocks() -> Vec<Block> {
    PAGES.into_iter().flat_map(blocks_of).collect()
}

fn blocks_of(page: &'static str) -> Vec<Block> {
    let text = fs::read_to_string(repository().join(page)).expect(page);
    let fenced = text.split("\n```").skip(1).step_by(2);
    fenced
        .map(|block| {
            let (language, text) = block.split_once('\n').expect("a block has lines");
            Block {
                page,
                language: language.to_owned(),
                text: format!("{text}\n"),
            }
        })
        .collect()
}

/// The commands of all pages, without comments.
fn commands() -> Vec<String> {
    let blocks = blocks().into_iter().filter(|block| block.language == "sh");
    let lines = blocks.flat_map(|block| {
        let lines = block.text.lines().map(str::to_owned);
        lines.collect::<Vec<_>>()
    });
    lines
        .map(|line| line.split('#').next().unwrap_or_default().trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

#[test]
fn every_make_command_has_its_rule() {
    let makefile = fs::read_to_string(repository().join("Makefile")).expect("the Makefile");
    let mut seen = 0;
    for command in commands() {
        let Some(goal) = command.strip_prefix("make ") else {
            continue;
        };
        let goal = goal.split(' ').next().unwrap_or_default();
        assert!(makefile.contains(&format!("\n{goal}:")), "`{command}`");
        seen += 1;
    }
    assert!(seen >= 4, "the README shows the commands");
}

#[test]
fn every_rule_has_its_script() {
    let makefile = fs::read_to_string(repository().join("Makefile")).expect("the Makefile");
    let recipes = makefile.lines().filter(|line| line.starts_with('\t'));
    for word in recipes.flat_map(str::split_whitespace) {
        let script = word.trim_start_matches('@');
        if script.starts_with("scripts/") {
            assert!(repository().join(script).is_file(), "{script}");
        }
    }
}

#[test]
fn every_commons_command_runs() {
    let world = with_real_content();
    let mut seen = 0;
    for command in commands() {
        let Some((_, args)) = command
            .split_once("commons ")
            .filter(|(before, _)| before.is_empty() || before.ends_with('/'))
        else {
            continue;
        };
        seen += 1;
        let args: Vec<&str> = args.split_whitespace().collect();
        if args[0] == "serve" {
            let page = Server::start(&world, &args[1..]).get("/");
            assert!(page.starts_with("HTTP/1.1 200"), "`{command}`: {page}");
        } else {
            let run = world.run(&args);
            assert_eq!(run.code, 0, "`{command}`: {}", run.stderr);
        }
    }
    assert!(seen >= 3, "the README shows the program");
}

#[test]
fn every_example_of_an_entry_compiles() {
    let world = with_real_content();
    let mut seen = 0;
    for block in blocks() {
        if block.language != "markdown" || !block.text.starts_with("---\n") {
            continue;
        }
        seen += 1;
        let path = format!("content/examples/example-{seen}.md");
        world.write(&path, &block.text);
        let run = world.check(&["--format", "json"]);
        let about = |line: &&str| line.contains(&path) && line.contains("\"severity\":\"error\"");
        let errors: Vec<_> = run.stdout.lines().filter(about).collect();
        assert!(errors.is_empty(), "{}: {}", block.page, errors.join("\n"));
    }
    assert!(seen >= 2, "the README shows an entry");
}

/// The real content, and the shell where the README says that `make build` leaves it.
fn with_real_content() -> World {
    let world = World::new(&[]);
    for (path, bytes) in files(&repository().join("content")) {
        world.write(&format!("content/{path}"), bytes);
    }
    for (path, bytes) in files(&world.path("shell")) {
        world.write(&format!("target/shell/{path}"), bytes);
    }
    world
}
