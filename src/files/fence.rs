//! Which files may be read: those of the project's folder, and what the command line names; links are followed first.

use std::path::{Path, PathBuf};

/// The folders and files that may be read, with all that is in them.
#[derive(Clone, Debug, Default)]
pub struct Fence {
    /// Where they really are; `None` where everything may be read.
    inside: Option<Vec<PathBuf>>,
}

impl Fence {
    /// No fence at all.
    #[must_use]
    pub fn open() -> Self {
        Self::default()
    }

    /// Around some folders and files. What is not there is left out.
    #[must_use]
    pub fn around<'p>(paths: impl IntoIterator<Item = &'p Path>) -> Self {
        Self { inside: Some(paths.into_iter().filter_map(real).collect()) }
    }

    /// Whether a path leads to something inside. One that leads nowhere is judged by the nearest folder above it that is
    /// there.
    #[must_use]
    pub fn holds(&self, path: &Path) -> bool {
        let Some(inside) = &self.inside else { return true };
        let real = path.ancestors().find_map(real);
        real.is_some_and(|real| inside.iter().any(|folder| real.starts_with(folder)))
    }
}

/// Where a file is or would be, links followed; nothing where there is no folder for it.
#[must_use]
pub fn place(file: &Path) -> Option<PathBuf> {
    real(file).or_else(|| Some(real(file.parent()?)?.join(file.file_name()?)))
}

/// Where a path leads; `None` where nothing is there.
fn real(path: &Path) -> Option<PathBuf> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    path.canonicalize().ok()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn links_are_followed_before_anything_is_judged() {
        let folder = tempfile::TempDir::new().unwrap();
        let at = |path: &str| folder.path().join(path);
        for made in ["project/rules", "elsewhere"] {
            std::fs::create_dir_all(at(made)).unwrap();
        }
        for made in ["project/rules/a.yaml", "elsewhere/b.yaml", "named.yaml"] {
            std::fs::write(at(made), "").unwrap();
        }
        symlink(at("elsewhere"), at("project/out")).unwrap();
        symlink(at("elsewhere/b.yaml"), at("project/b.yaml")).unwrap();
        symlink(at("project/rules"), at("elsewhere/in")).unwrap();
        symlink("nowhere", at("project/dead")).unwrap();
        let project = at("project");
        let fence = Fence::around([project.as_path()]);
        let named = Fence::around([project.as_path(), at("named.yaml").as_path(), at("none").as_path()]);
        for (path, in_project, in_named) in [
            ("project", true, true),
            ("project/rules/a.yaml", true, true),
            ("project/rules/../../elsewhere/b.yaml", false, false),
            ("project/b.yaml", false, false),
            ("project/out/b.yaml", false, false),
            ("elsewhere/b.yaml", false, false),
            ("elsewhere/in/a.yaml", true, true),
            ("project/none.yaml", true, true),
            ("project/dead", true, true),
            ("project/out/none.yaml", false, false),
            ("none.yaml", false, false),
            ("named.yaml", false, true),
            ("project-too", false, false),
        ] {
            assert_eq!((fence.holds(&at(path)), named.holds(&at(path))), (in_project, in_named), "{path}");
            assert!(Fence::open().holds(&at(path)), "{path}");
        }
    }
}
