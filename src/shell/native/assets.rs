//! The built shell (wasm, JavaScript, styles) to content-hashed artifacts and the addresses that pages name.
//!
//! Entry point: [`read`].

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::model::address::Address;
use crate::shell::native::failure::Failure;
use crate::shell::native::minify;
use crate::view::{Artifact, ShellFiles};

/// How much of the hash stands in a name: forty bits, and a clash would need the same name as well.
const HASH_DIGITS: usize = 10;

/// Style sheets that come before all others, in this order: the rest builds on them.
const FIRST_STYLES: [&str; 2] = ["tokens.css", "base.css"];

/// The shell: what pages name, and the files themselves.
#[derive(Debug, Clone)]
pub(crate) struct Shell {
    /// Where the files stand.
    pub(crate) files: ShellFiles,
    /// The files.
    pub(crate) artifacts: Vec<Artifact>,
}

/// Reads the folder that the shell was built into.
pub(crate) fn read(folder: &Path) -> Result<Shell, Failure> {
    let names = names(folder)?;
    let app = module(folder, &names, "app")?;
    let explorer = module(folder, &names, "explorer")?;
    let engine = module(folder, &names, "engine")?;
    let boot = script(folder, &names, "boot")?;
    let search = script(folder, &names, "search")?;
    let marks = script(folder, &names, "marks")?;
    let style = hashed("style", "css", style(&folder.join("style"))?.into_bytes());

    let files = ShellFiles {
        style: Address::file(&style.path),
        boot: Address::file(&boot.path),
        glue: Address::file(&app.glue.path),
        wasm: Address::file(&app.wasm.path),
        explorer_glue: Address::file(&explorer.glue.path),
        explorer_wasm: Address::file(&explorer.wasm.path),
        search: Address::file(&search.path),
        engine_glue: Address::file(&engine.glue.path),
        engine_wasm: Address::file(&engine.wasm.path),
        marks: Address::file(&marks.path),
    };
    let modules = [app, explorer, engine]
        .into_iter()
        .flat_map(|m| [m.wasm, m.glue]);
    let artifacts = modules.chain([boot, search, marks, style]).collect();
    Ok(Shell { files, artifacts })
}

/// A WebAssembly module.
struct Module {
    wasm: Artifact,
    glue: Artifact,
}

fn module(folder: &Path, names: &[String], name: &str) -> Result<Module, Failure> {
    let wasm_name = one(names, folder, |file| {
        file.starts_with(name) && file.ends_with("_bg.wasm")
    })?;
    let glue_name = script_name(folder, names, name)?;
    let wasm = hashed(name, "wasm", bytes(&folder.join(wasm_name))?);
    let glue = glue(&text(&folder.join(glue_name))?, wasm_name, &wasm);
    let glue = hashed(name, "js", minify::js(&glue).into_bytes());
    Ok(Module { wasm, glue })
}

fn script(folder: &Path, names: &[String], name: &str) -> Result<Artifact, Failure> {
    let file = script_name(folder, names, name)?;
    let text = minify::js(&text(&folder.join(file))?);
    Ok(hashed(name, "js", text.into_bytes()))
}

fn script_name<'a>(folder: &Path, names: &'a [String], name: &str) -> Result<&'a str, Failure> {
    one(names, folder, |file| {
        file.starts_with(name) && ends_in(file, "js")
    })
}

/// The glue finds the wasm beside itself under its new name, even where nobody tells it the address.
fn glue(text: &str, old_wasm: &str, wasm: &Artifact) -> String {
    let new = wasm.path.rsplit('/').next().unwrap_or(&wasm.path);
    text.replace(old_wasm, new)
}

/// All style sheets as one, so that a page asks once.
fn style(folder: &Path) -> Result<String, Failure> {
    let mut sheets: Vec<_> = names(folder)?
        .into_iter()
        .filter(|name| ends_in(name, "css"))
        .collect();
    let rank = |name: &str| FIRST_STYLES.iter().position(|first| *first == name);
    sheets.sort_by_key(|name| (rank(name).unwrap_or(FIRST_STYLES.len()), name.clone()));
    let mut all = String::new();
    for sheet in sheets {
        all.push_str(&minify::css(&text(&folder.join(sheet))?));
        all.push('\n');
    }
    Ok(all)
}

fn hashed(name: &str, extension: &str, bytes: Vec<u8>) -> Artifact {
    let mut hash = String::new();
    for byte in &Sha256::digest(&bytes)[..HASH_DIGITS / 2] {
        write!(hash, "{byte:02x}").expect("a string takes any text");
    }
    let path = format!("assets/{name}-{hash}.{extension}");
    Artifact { path, bytes }
}

fn ends_in(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|e| e == extension)
}

/// The one file that `is` describes.
fn one<'a>(
    names: &'a [String],
    folder: &Path,
    is: impl Fn(&str) -> bool,
) -> Result<&'a str, Failure> {
    let mut found = names.iter().filter(|name| is(name));
    match (found.next(), found.next()) {
        (Some(name), None) => Ok(name),
        (None, _) => Err(no_shell(folder)),
        (Some(one), Some(two)) => Err(Failure::new(
            format!(
                "two built shells in `{}`: `{one}` and `{two}`",
                folder.display()
            ),
            "remove that folder, then run `make build`",
        )),
    }
}

fn no_shell(folder: &Path) -> Failure {
    Failure::new(
        format!("no built shell in `{}`", folder.display()),
        "run `make build`, or pass the folder that holds the shell: `--shell DIR`",
    )
}

fn names(folder: &Path) -> Result<Vec<String>, Failure> {
    let listed = fs::read_dir(folder).map_err(|_error| no_shell(folder))?;
    let mut names: Vec<_> = listed
        .filter_map(|item| item.ok()?.file_name().into_string().ok())
        .collect();
    names.sort();
    Ok(names)
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| Failure::io("read", path, &error))
}

fn text(path: &PathBuf) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::io("read", path, &error))
}

#[cfg(test)]
mod tests {
    use super::read;
    use std::fs;

    #[test]
    fn names_carry_a_hash_and_styles_become_one_in_their_order() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let write = |name: &str, text: &str| {
            fs::write(folder.path().join(name), text).expect("a file");
        };
        assert!(read(folder.path()).is_err());
        fs::create_dir(folder.path().join("style")).expect("a folder");
        write("app-1f_bg.wasm", "wasm");
        write("explorer.js", "");
        write("explorer_bg.wasm", "");
        write("engine.js", "");
        write("engine_bg.wasm", "");
        write("search.js", "search()");
        write("marks.js", "");
        write("app-1f.js", "new URL('app-1f_bg.wasm', import.meta.url)");
        write("boot.js", "boot()");
        write("style/card.css", "c { }");
        write("style/base.css", "b { }");
        write("style/tokens.css", "a { }");
        let shell = read(folder.path()).expect("a shell");
        let bytes = |path: &str| {
            let artifact = shell.artifacts.iter().find(|a| a.path == path);
            String::from_utf8_lossy(&artifact.expect("a file").bytes).into_owned()
        };
        assert_eq!(bytes(shell.files.style.as_str()), "a{}\nb{}\nc{}\n");
        assert_eq!(shell.files.wasm.as_str(), "assets/app-336154bf67.wasm");
        assert_eq!(
            bytes(shell.files.glue.as_str()),
            "new URL('app-336154bf67.wasm', import.meta.url)\n"
        );
        assert_eq!(bytes(shell.files.search.as_str()), "search()\n");
        write("app-2f.js", "");
        assert!(read(folder.path()).is_err());
    }
}
