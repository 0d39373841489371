//! Files of a folder, one by one, with what each is. Reads only, follows no link out.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::kind::{Kind, Unreadable, kind};

/// Files that systems leave behind and nobody means to add.
const JUNK: &[&str] = &["Thumbs.db", "desktop.ini", "ehthumbs.db", "__MACOSX"];

#[derive(Clone, Copy, Debug)]
pub struct GatherRules {
    /// Larger files are reported and not read into memory.
    pub limit_bytes: u64,
}

impl Default for GatherRules {
    fn default() -> Self {
        Self {
            limit_bytes: 1_000_000_000,
        }
    }
}

/// One file with its bytes; also what is not read yet is given, so that a case can keep it.
#[derive(Clone, Debug)]
pub struct Found {
    pub path: PathBuf,
    /// The path under the folder that was gathered, or the file's name.
    pub name: String,
    pub bytes: Vec<u8>,
    pub kind: Result<Kind, Unreadable>,
}

impl Found {
    /// One sentence for a file that is kept without being read; `None` for a text.
    pub fn note(&self) -> Option<String> {
        match self.kind {
            Ok(_) => None,
            Err(Unreadable::Empty) => {
                Some(format!("'{}' is empty: kept, nothing to read", self.name))
            }
            Err(Unreadable::Binary(what)) => Some(format!(
                "'{}' is {what}, which is not read yet: kept",
                self.name
            )),
        }
    }
}

/// The place itself cannot be gathered.
#[derive(Debug, Error)]
#[error("cannot look at '{path}': {why}; check the name and whether you may read it")]
pub struct GatherError {
    path: String,
    why: std::io::Error,
}

/// One file or folder that was passed over; the others go on.
#[derive(Debug, Error)]
pub enum GatherProblem {
    #[error("cannot read '{path}': {why}; it was passed over")]
    Unreadable { path: String, why: std::io::Error },

    #[error(
        "'{path}' has {megabytes} MB, more than the {limit_megabytes} MB taken at once; passed over"
    )]
    TooLarge {
        path: String,
        megabytes: u64,
        limit_megabytes: u64,
    },

    #[error(
        "'{path}' is a link to a place outside the folder; not followed (add its target itself)"
    )]
    LinkOut { path: String },

    #[error("'{path}' is neither a file nor a folder; passed over")]
    NotAFile { path: String },
}

/// The files under a path, in the order of their names.
#[derive(Debug)]
pub struct Gather {
    root: PathBuf,
    rules: GatherRules,
    /// Still to visit, the next one last.
    ahead: Vec<PathBuf>,
}

/// Starts gathering a file or a folder with all below it. Hidden files are left out; links inside
/// a folder are not followed, since what they point to there is found anyway.
pub fn gather(path: &Path, rules: GatherRules) -> Result<Gather, GatherError> {
    let root = path.canonicalize().map_err(|why| GatherError {
        path: shown(path),
        why,
    })?;
    let mut gather = Gather {
        ahead: Vec::new(),
        root: root.clone(),
        rules,
    };
    if root.is_dir() {
        let children = children(&root).map_err(|why| GatherError {
            path: shown(path),
            why,
        })?;
        gather.ahead = children;
    } else {
        gather.ahead.push(root);
    }
    Ok(gather)
}

impl Iterator for Gather {
    type Item = Result<Found, GatherProblem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let path = self.ahead.pop()?;
            if let Some(found) = self.visit(path) {
                return Some(found);
            }
        }
    }
}

impl Gather {
    fn visit(&mut self, path: PathBuf) -> Option<<Self as Iterator>::Item> {
        let meta = match fs::symlink_metadata(&path) {
            Ok(meta) => meta,
            Err(why) => {
                return Some(Err(GatherProblem::Unreadable {
                    path: self.name(&path),
                    why,
                }));
            }
        };
        if meta.is_symlink() {
            let inside = path
                .canonicalize()
                .is_ok_and(|target| target.starts_with(&self.root));
            return (!inside).then(|| {
                Err(GatherProblem::LinkOut {
                    path: self.name(&path),
                })
            });
        }
        if meta.is_dir() {
            match children(&path) {
                Ok(children) => self.ahead.extend(children),
                Err(why) => {
                    return Some(Err(GatherProblem::Unreadable {
                        path: self.name(&path),
                        why,
                    }));
                }
            }
            return None;
        }
        // A pipe or a device would never end.
        if !meta.is_file() {
            return Some(Err(GatherProblem::NotAFile {
                path: self.name(&path),
            }));
        }
        Some(self.read(path))
    }

    fn read(&self, path: PathBuf) -> Result<Found, GatherProblem> {
        let name = self.name(&path);
        let limit = self.rules.limit_bytes;
        let unreadable = |why| GatherProblem::Unreadable {
            path: name.clone(),
            why,
        };
        let file = File::open(&path).map_err(unreadable)?;
        let size = file.metadata().map_err(unreadable)?.len();
        let mut bytes = Vec::new();
        // A file may grow while it is read, so its size alone is no limit.
        if size <= limit {
            file.take(limit + 1)
                .read_to_end(&mut bytes)
                .map_err(unreadable)?;
        }
        let size = size.max(bytes.len() as u64);
        if size > limit {
            return Err(GatherProblem::TooLarge {
                path: name,
                megabytes: size / 1_000_000,
                limit_megabytes: limit / 1_000_000,
            });
        }
        let kind = kind(&bytes, &name, None);
        Ok(Found {
            path,
            name,
            bytes,
            kind,
        })
    }

    fn name(&self, path: &Path) -> String {
        match path.strip_prefix(&self.root) {
            Ok(below) if !below.as_os_str().is_empty() => shown(below),
            _ => path
                .file_name()
                .map_or_else(|| shown(path), |name| shown(Path::new(name))),
        }
    }
}

/// What a folder holds, last name first, without hidden files and junk.
fn children(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut children = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let left_out = name.starts_with('.') || name.starts_with("~$") || JUNK.contains(&&*name);
        if !left_out {
            children.push(entry.path());
        }
    }
    children.sort_unstable_by(|one, other| other.cmp(one));
    Ok(children)
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(root: &Path, rules: GatherRules) -> Vec<String> {
        let told = |item: Result<Found, GatherProblem>| match item {
            Ok(found) => found.note().unwrap_or(found.name),
            Err(problem) => problem.to_string(),
        };
        gather(root, rules).unwrap().map(told).collect()
    }

    #[test]
    fn a_folder_is_gathered_in_order_with_what_is_kept_and_what_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir(root.join("posts")).unwrap();
        for (name, bytes) in [
            ("b.txt", &b"It was quiet."[..]),
            ("posts/a.md", b"# Quiet"),
            (".DS_Store", b"x"),
            ("Thumbs.db", b"x"),
            ("c.txt", b"\xFF\xD8\xFF\xE0"),
            ("d.txt", b""),
            ("e.txt", &[b'a'; 3000]),
        ] {
            fs::write(root.join(name), bytes).unwrap();
        }
        assert_eq!(
            names(root, GatherRules { limit_bytes: 2000 }),
            [
                "b.txt",
                "'c.txt' is a JPEG image, which is not read yet: kept",
                "'d.txt' is empty: kept, nothing to read",
                "'e.txt' has 0 MB, more than the 0 MB taken at once; passed over",
                "posts/a.md",
            ]
        );
        assert_eq!(
            names(&root.join("b.txt"), GatherRules::default()),
            ["b.txt"]
        );
        assert!(gather(&root.join("none"), GatherRules::default()).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn links_lead_nowhere_outside_and_double_nothing() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("case");
        fs::create_dir(&root).unwrap();
        fs::write(folder.path().join("secret.txt"), "x").unwrap();
        fs::write(root.join("a.txt"), "It was quiet.").unwrap();
        symlink(root.join("a.txt"), root.join("again.txt")).unwrap();
        symlink(folder.path().join("secret.txt"), root.join("out.txt")).unwrap();
        symlink(&root, root.join("round")).unwrap();
        let told = names(&root, GatherRules::default());
        assert_eq!(told.len(), 2, "{told:?}");
        assert_eq!(told[0], "a.txt");
        assert!(
            told[1].contains("'out.txt' is a link to a place outside"),
            "{told:?}"
        );
    }
}
