//! The `crosscheck` command: one call into the library.

fn main() -> std::process::ExitCode {
    crosscheck::cli::run()
}
