//! Files written whole or not at all, one writer after the other, with nothing left behind by one that was stopped.

use std::{
    fs::{File, Metadata, OpenOptions, Permissions},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};
use tempfile::NamedTempFile;

/// What the name of a file begins with while it is written.
const PREFIX: &str = ".crosscheck-";

/// Writes a file whole or not at all; what is no plain file (a device, a pipe) is written to as it is.
///
/// # Errors
/// Why it cannot be written.
pub fn write(file: &Path, text: &str) -> io::Result<()> {
    write_pieces(file, |to| to.write_all(text.as_bytes()))
}

/// The same for a text that nobody holds as a whole: `fill` writes it piece by piece.
///
/// # Errors
/// Why it cannot be written.
pub fn write_pieces(file: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    // A link keeps pointing to where it points.
    let target = file.canonicalize().unwrap_or_else(|_| file.to_path_buf());
    let existing = std::fs::metadata(&target).ok();
    match &existing {
        Some(known) if !known.is_file() => fill(&mut File::create(&target)?),
        Some(_) | None => replace(&target, fill, existing.as_ref().map(Metadata::permissions)),
    }
}

/// Writes a file whole, and only where there is none.
///
/// # Errors
/// Why it cannot be written; [`ErrorKind::AlreadyExists`] where there is one.
pub fn write_new(target: &Path, text: &str) -> io::Result<()> {
    let folder = folder_of(target);
    let fresh = beside(&folder, |to| to.write_all(text.as_bytes()), None)?;
    fresh.persist_noclobber(target).map_err(|error| error.error)?;
    keep_name(&folder)
}

/// Writes a file whole or not at all, for whoever can do without it: it is not on the disk yet when this is done, and a power cut may
/// leave it empty.
///
/// # Errors
/// Why it cannot be written.
pub fn keep(file: &Path, text: &str) -> io::Result<()> {
    let folder = folder_of(file);
    let mut fresh = tempfile::Builder::new().prefix(PREFIX).tempfile_in(&folder)?;
    fresh.as_file_mut().write_all(text.as_bytes())?;
    fresh.persist(file).map_err(|error| error.error)?;
    Ok(())
}

/// Takes the files of a folder away whose names are not among these. What cannot be taken away stays.
pub fn sweep_all_but(folder: &Path, is_kept: impl Fn(&str) -> bool) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_file && !is_kept(&entry.file_name().to_string_lossy()) {
            drop(std::fs::remove_file(entry.path()));
        }
    }
}

/// Takes a file away, for good; that there is none is no error.
///
/// # Errors
/// Why it stays.
pub fn remove(target: &Path) -> io::Result<()> {
    match std::fs::remove_file(target) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
        Ok(()) => keep_name(&folder_of(target)),
    }
}

fn replace(
    target: &Path,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    permissions: Option<Permissions>,
) -> io::Result<()> {
    let folder = folder_of(target);
    sweep(&folder);
    let fresh = beside(&folder, fill, permissions)?;
    fresh.persist(target).map_err(|error| error.error)?;
    keep_name(&folder)
}

fn folder_of(target: &Path) -> PathBuf {
    match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_path_buf(),
        Some(_) | None => PathBuf::from("."),
    }
}

/// The text in a file of a passing name, on the disk and not only on its way there.
fn beside(
    folder: &Path,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    permissions: Option<Permissions>,
) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut fresh = loop {
        let fresh = builder.tempfile_in(folder)?;
        // Whoever holds the lock of such a file is alive; another may have swept it away before that.
        hold(fresh.as_file())?;
        if fresh.path().exists() {
            break fresh;
        }
    };
    fill(fresh.as_file_mut())?;
    if let Some(permissions) = permissions {
        fresh.as_file().set_permissions(permissions)?;
    }
    fresh.as_file().sync_all()?;
    Ok(fresh)
}

/// Takes away what runs that were stopped have left in a folder. What cannot be taken away stays.
fn sweep(folder: &Path) {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(PREFIX)) {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        let left = is_file.then(|| File::open(entry.path()).ok()).flatten();
        // The lock is held until the file is gone, so that nobody begins to write into it meanwhile.
        if left.as_ref().is_some_and(|left| left.try_lock().is_ok()) {
            drop(std::fs::remove_file(entry.path()));
        }
    }
}

/// Puts the new name of a file on the disk, where the system can do that with a folder.
fn keep_name(folder: &Path) -> io::Result<()> {
    if !cfg!(unix) {
        return Ok(());
    }
    match File::open(folder)?.sync_all() {
        // Some file systems know nothing to do.
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        result => result,
    }
}

/// A folder that is written to by nobody else who asks, for as long as this is held.
#[derive(Debug)]
pub struct Lock {
    _held: File,
}

impl Lock {
    /// Waits until nobody else holds the folder.
    ///
    /// # Errors
    /// The folder cannot be opened or locked.
    pub fn of(folder: &Path) -> io::Result<Self> {
        // A folder is locked itself where it can be opened as a file, and needs no file for it that stays.
        let held = if cfg!(unix) {
            File::open(folder)?
        } else {
            OpenOptions::new().create(true).append(true).open(folder.join(".lock"))?
        };
        hold(&held)?;
        Ok(Self { _held: held })
    }
}

/// Waits for the lock of a file, where the file system has locks: elsewhere nobody can be kept away.
fn hold(file: &File) -> io::Result<()> {
    match file.lock() {
        Err(error) if error.kind() == ErrorKind::Unsupported => Ok(()),
        result => result,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_a_stopped_run_left_is_swept_and_what_a_live_one_writes_is_not() {
        let folder = tempfile::TempDir::new().unwrap();
        std::fs::write(folder.path().join(".crosscheck-dead"), "half a te").unwrap();
        std::fs::write(folder.path().join(".other"), "").unwrap();
        let live = beside(folder.path(), |to| to.write_all(b"text"), None).unwrap();
        write(&folder.path().join("a"), "text").unwrap();
        let own = live.path().file_name().unwrap().to_string_lossy().into_owned();
        let mut expected = vec![own, ".other".into(), "a".into()];
        expected.sort();
        assert_eq!(names(folder.path()), expected);
        drop(live);
        assert_eq!(names(folder.path()), [".other", "a"]);
    }

    #[test]
    fn only_one_at_a_time_holds_a_folder() {
        let folder = tempfile::TempDir::new().unwrap();
        let (inside, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let lock = Lock::of(folder.path()).unwrap();
                    most.fetch_max(inside.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    std::thread::sleep(std::time::Duration::from_millis(5));
                    inside.fetch_sub(1, Ordering::SeqCst);
                    drop(lock);
                });
            }
        });
        assert_eq!(most.into_inner(), 1);
    }
}
