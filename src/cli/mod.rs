//! The command line: the only place with arguments, terminal, clock, environment and exit codes.
