//! The command line; all of it stands in `commons::shell::native`.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    commons::shell::native::main()
}
