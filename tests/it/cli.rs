//! What a person meets at the command line: exit codes, messages, and a site that is never half there.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};

use crate::world::{ENTRY, TODAY, World, files};

/// Builds `content` and compares the exit code; gives what was said.
fn check(content: &[(&str, &str)], code: i32) -> String {
    let run = World::new(content).build();
    assert_eq!(run.code, code, "{}", run.stderr);
    run.stderr
}

/// What the program says about one file whose bytes are not those of a sound note.
fn said_of(bytes: &[u8]) -> String {
    let world = World::new(&[("concepts/commons.md", ENTRY)]);
    world.write("content/concepts/odd.md", bytes);
    let run = world.build();
    assert_eq!(run.code, 1, "{}", run.stderr);
    run.stderr
}

#[test]
fn a_sound_folder_is_built() {
    let world = World::new(&[("concepts/commons.md", ENTRY)]);
    let run = world.build();
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(world.path("out/index.html").is_file());
    assert!(world.path("out/concepts/commons/index.html").is_file());
    assert_eq!(run.stdout, "");
    assert!(run.stderr.contains("wrote "), "{}", run.stderr);
}

#[test]
fn errors_leave_the_old_site_whole() {
    let world = World::new(&[("concepts/commons.md", ENTRY)]);
    assert_eq!(world.build().code, 0);
    let before = files(&world.path("out"));
    world.write(
        "content/concepts/commons.md",
        ENTRY.replace("kind: concept", "kind: koncept"),
    );
    assert_eq!(world.build().code, 1);
    assert_eq!(files(&world.path("out")), before);
}

#[test]
fn a_new_site_replaces_the_old_one_as_a_whole() {
    let world = World::new(&[("concepts/commons.md", ENTRY)]);
    assert_eq!(world.build().code, 0);
    fs::remove_file(world.path("content/concepts/commons.md")).expect("a file");
    world.write("content/concepts/shared-land.md", ENTRY);
    assert_eq!(world.build().code, 0);
    assert!(!world.path("out/concepts/commons").exists());
    assert!(world.path("out/concepts/shared-land/index.html").is_file());
    let beside = fs::read_dir(world.path("")).expect("a folder").count();
    assert_eq!(beside, 3, "only content, shell and out");
}

#[test]
fn all_problems_of_all_files_are_told() {
    let said = check(
        &[
            (
                "concepts/a.md",
                &ENTRY.replace("kind: concept", "kind: koncept"),
            ),
            (
                "concepts/b.md",
                &format!("{ENTRY}See [[nowhere-at-all]].\n"),
            ),
        ],
        1,
    );
    assert!(said.contains("content/concepts/a.md:3"), "{said}");
    assert!(said.contains("error[broken-link]"), "{said}");
    assert!(said.contains("content/concepts/b.md:12:5"), "{said}");
    assert!(said.contains("2 errors"), "{said}");
}

#[test]
fn a_missing_content_folder_is_the_worlds_failure() {
    let world = World::new(&[]);
    let run = world.build_from("contents", TODAY);
    assert_eq!(run.code, 2);
    assert_eq!(
        run.stderr,
        "failed: no content folder `contents`: no such file or directory\n  \
         help: pass the folder that holds your Markdown files: `--content DIR`\n"
    );
}

#[test]
fn an_empty_content_folder_says_what_to_add() {
    let world = World::new(&[]);
    fs::create_dir(world.path("content")).expect("a folder");
    let run = world.build();
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("error[empty-folder]"), "{}", run.stderr);
    assert!(run.stderr.contains("--> content\n"), "{}", run.stderr);
}

#[test]
fn odd_bytes_are_problems_of_their_own() {
    for (bytes, code) in [
        (&b"caf\xE9"[..], "not-utf8"),
        (b"a\0b", "control-character"),
        ("a\u{202E}b".as_bytes(), "bidi-control"),
        ("a".repeat(300 * 1024).as_bytes(), "file-too-long"),
    ] {
        let said = said_of(bytes);
        assert!(said.contains(&format!("error[{code}]")), "{said}");
        assert!(said.contains("content/concepts/odd.md"), "{said}");
    }
}

#[test]
fn a_ten_megabyte_file_is_refused_and_not_shown() {
    let said = said_of(&vec![b'a'; 10 * 1024 * 1024]);
    assert!(said.contains("this file has 10485760 bytes"), "{said}");
    assert!(said.len() < 2_000);
}

#[test]
fn a_byte_order_mark_and_other_line_ends_are_fine_and_count_for_nothing() {
    let odd = format!("\u{FEFF}{ENTRY}[[nowhere]]\n").replace('\n', "\r\n");
    let said = check(&[("concepts/odd.md", &odd)], 1);
    assert!(said.contains("odd.md:12:1"), "{said}");
    assert!(said.contains("1 error in 1 file"), "{said}");
}

#[test]
fn front_matter_without_an_end_is_told_with_its_place() {
    let said = said_of(b"---\ntitle: A\n\nText\n");
    assert!(said.contains("content/concepts/odd.md:1:1"), "{said}");
}

#[test]
fn links_out_of_the_folder_are_not_followed() {
    let world = World::new(&[("concepts/commons.md", ENTRY)]);
    world.write("secret.md", "the secret");
    symlink("../../secret.md", world.path("content/concepts/out.md")).expect("a link");
    symlink("nowhere", world.path("content/concepts/dangling.md")).expect("a link");
    symlink("..", world.path("content/concepts/round")).expect("a link");
    let run = world.build();
    assert_eq!(run.code, 1);
    for line in [
        "error[symlink-outside]",
        "content/concepts/out.md",
        "content/concepts/dangling.md",
        "cannot read this file: it is a symbolic link to a folder",
    ] {
        assert!(run.stderr.contains(line), "{}", run.stderr);
    }
    assert!(!run.stderr.contains("the secret"));
}

#[test]
fn an_unreadable_file_is_told() {
    let world = World::new(&[
        ("concepts/commons.md", ENTRY),
        ("concepts/locked.md", ENTRY),
    ]);
    let locked = world.path("content/concepts/locked.md");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).expect("permissions");
    // Root may read anything, and then the file is no problem.
    let expected = i32::from(fs::read(&locked).is_err());
    assert_eq!(world.build().code, expected);
}

#[test]
fn two_files_of_one_address_are_told_apart() {
    for other in ["concepts/Commons.md", "concepts/commons/index.md"] {
        let said = check(&[("concepts/commons.md", ENTRY), (other, ENTRY)], 1);
        assert!(said.contains("error[same-address]"), "{said}");
    }
}

#[test]
fn a_folder_that_is_not_ours_is_never_replaced() {
    let world = World::new(&[("concepts/commons.md", ENTRY)]);
    world.write("out/holiday.jpg", "dear");
    let run = world.build();
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("`out` holds `holiday.jpg`"),
        "{}",
        run.stderr
    );
    assert!(world.path("out/holiday.jpg").is_file());
}

#[test]
fn a_folder_without_a_shell_says_how_to_get_one() {
    let world = World::new(&[("concepts/commons.md", ENTRY)]);
    fs::remove_file(world.path("shell/app_bg.wasm")).expect("a file");
    let run = world.build();
    assert_eq!(run.code, 2);
    assert_eq!(
        run.stderr,
        "failed: no built shell in `shell`\n  \
         help: run `make build`, or pass the folder that holds the shell: `--shell DIR`\n"
    );
}

#[test]
fn arguments_that_make_no_sense_end_with_two() {
    let world = World::new(&[("concepts/commons.md", ENTRY)]);
    for args in [
        &["bild"][..],
        &["check", "--today", "soon"],
        &["check", "--format", "xml"],
        &["serve", "--base", "a/../b"],
    ] {
        assert_eq!(world.run(args).code, 2, "{args:?}");
    }
}

#[test]
fn the_day_comes_from_the_argument_then_from_the_epoch() {
    let world = World::new(&[(
        "concepts/commons.md",
        &ENTRY.replace("verified: 2026-06-01", "verified: 2030-01-01"),
    )]);
    assert_eq!(world.run(&["check", "--today", TODAY]).code, 1);
    assert_eq!(world.run(&["check", "--today", "2030-01-01"]).code, 0);
    let with_epoch = |epoch: &str| {
        let mut command = world.command(&["check"]);
        let output = command.env("SOURCE_DATE_EPOCH", epoch).output();
        output.expect("it starts").status.code()
    };
    assert_eq!(with_epoch("1782950400"), Some(1));
    assert_eq!(with_epoch("1893456000"), Some(0));
    assert_eq!(with_epoch("yesterday"), Some(2));
}

#[test]
fn programs_read_json() {
    let world = World::new(&[("concepts/a.md", &format!("{ENTRY}[[nowhere]]\n"))]);
    let run = world.check(&["--format", "json"]);
    assert_eq!(run.code, 1);
    assert_eq!(run.stderr, "");
    let lines: Vec<serde_json::Value> = run
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).expect("an object"))
        .collect();
    let broken = lines.iter().find(|line| line["code"] == "broken-link");
    let broken = broken.expect("the broken link");
    assert_eq!(broken["file"], "content/concepts/a.md");
    assert_eq!(
        (&broken["line"], &broken["column"]),
        (&12.into(), &1.into())
    );
    assert_eq!(broken["severity"], "error");
}

#[test]
fn workflows_read_annotations() {
    let world = World::new(&[("concepts/a.md", &format!("{ENTRY}[[nowhere]]\n"))]);
    let run = world.check(&["--format", "github"]);
    let annotation = "::error file=content/concepts/a.md,line=12,endLine=12,col=1,endColumn=12,title=broken-link::";
    assert!(run.stdout.contains(annotation), "{}", run.stdout);
}

#[test]
fn statistics_say_what_the_directory_holds() {
    let world = World::new(&[("concepts/commons.md", ENTRY)]);
    let run = world.check(&["--stats"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    for line in [
        "entries: 1\n",
        "      1  concept\n",
        "relations: 1, 1.0 per entry\n",
        "entries with one source: 1\n  concepts/commons.md\n",
        "      1  Land\n",
    ] {
        assert!(run.stdout.contains(line), "{}", run.stdout);
    }
}

#[test]
fn help_names_every_command() {
    let run = World::new(&[]).run(&["help"]);
    assert_eq!(run.code, 0);
    for command in ["build", "check", "search", "serve"] {
        assert!(run.stdout.contains(command), "{}", run.stdout);
    }
}

#[test]
fn searching_prints_hits_for_people() {
    let text = ENTRY.replace(
        "those who use it.",
        "those who use it.\n\n## Water\n\nA pasture is one.",
    );
    let world = World::new(&[("concepts/commons.md", &text)]);
    let said = |query: &str| {
        let run = world.run(&["search", query]);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{query}");
        run.stdout
    };
    assert_eq!(
        said("common"),
        "Commons  [Concept]\n  concepts/commons/\n  What a community holds and cares for together.\n\n1 page\n"
    );
    assert_eq!(
        said("pastrue"),
        "also searching “pasture” for “pastrue”\n\
         Commons  [Concept]\n  concepts/commons/#water\n  A pasture is one.\n\n1 page\n"
    );
    assert_eq!(
        said("pasture bicycle"),
        "nothing found\ntry pasture (without “bicycle”): 1 page\n"
    );
}

#[test]
fn searching_prints_json_for_programs() {
    let world = World::new(&[("concepts/commons.md", ENTRY)]);
    let run = world.run(&["search", "--json", "cared", "kind:concept"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let found: serde_json::Value = serde_json::from_str(&run.stdout).expect("an object");
    assert_eq!(found["total"], 1);
    let hit = &found["hits"][0];
    assert_eq!(hit["address"], "concepts/commons/");
    assert_eq!(hit["by"], "text");
    let marked = hit["excerpt"]
        .as_array()
        .expect("pieces")
        .iter()
        .find(|piece| piece["marked"] == true);
    assert_eq!(marked.expect("a mark")["text"], "cared");
}

#[test]
fn searching_says_when_the_content_has_errors() {
    let world = World::new(&[("concepts/a.md", &format!("{ENTRY}[[nowhere]]\n"))]);
    let run = world.run(&["search", "commons"]);
    assert_eq!(run.code, 0);
    assert!(
        run.stderr.contains("`commons check` shows them"),
        "{}",
        run.stderr
    );
    assert!(run.stdout.contains("concepts/a/"), "{}", run.stdout);
}
