//! The Ed25519 key a person signs with: made on first use, readable by that person alone.
//! Never shows the secret half, not even in a debug print.

use std::fmt;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use ed25519_dalek::{Signer as _, SigningKey};
use thiserror::Error;

use crate::digest::{from_hex, to_hex};

#[derive(Debug, Error)]
pub enum SignerError {
    #[error("the signing key {} can be read by others; run: chmod 600 {0}", file.display())]
    ReadableByOthers { file: PathBuf },
    #[error("the folder of the signing key, {}, can be written to by others; run: chmod 700 {0}", folder.display())]
    WritableByOthers { folder: PathBuf },
    #[error(
        "{} is no Bearings key; put the right one back, or move it away and a new one is made \
         (which cannot write to the cases of the old one)", file.display()
    )]
    NoKey { file: PathBuf },
    #[error("cannot read or make the signing key {}: {source}", file.display())]
    Unusable { file: PathBuf, source: io::Error },
    #[error("the system gives no random numbers for a new signing key: {0}")]
    NoRandomness(getrandom::Error),
}

/// Signs ledger entries.
#[derive(Clone)]
pub struct Signer {
    key: SigningKey,
}

impl Signer {
    /// Takes the key from the file `key` in `folder`, Bearings' own folder among the user's
    /// configuration; makes both when they are not there.
    pub fn load_or_make(folder: &Path) -> Result<Self, SignerError> {
        let path = folder.join("key");
        if !path.exists() {
            make(folder, &path)?;
        }
        load(folder, &path)
    }

    /// A signer with a known secret, for tests and for reproducing a case byte for byte.
    pub fn from_secret(secret: [u8; 32]) -> Self {
        Self {
            key: SigningKey::from_bytes(&secret),
        }
    }

    /// The public key, 64 hexadecimal digits, as it stands in each entry.
    pub fn public_key(&self) -> String {
        to_hex(self.key.verifying_key().as_bytes())
    }

    /// The signature over exactly these bytes, 128 hexadecimal digits.
    pub(crate) fn sign(&self, bytes: &[u8]) -> String {
        to_hex(&self.key.sign(bytes).to_bytes())
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Signer({})", self.public_key())
    }
}

fn load(folder: &Path, path: &Path) -> Result<Signer, SignerError> {
    let unusable = |source| SignerError::Unusable {
        file: path.to_owned(),
        source,
    };
    let folder_mode = fs::metadata(folder).map_err(unusable)?.permissions().mode();
    if folder_mode & 0o022 != 0 {
        return Err(SignerError::WritableByOthers {
            folder: folder.to_owned(),
        });
    }
    let file = File::open(path).map_err(unusable)?;
    if file.metadata().map_err(unusable)?.permissions().mode() & 0o077 != 0 {
        return Err(SignerError::ReadableByOthers {
            file: path.to_owned(),
        });
    }
    let mut text = Vec::new();
    file.take(100).read_to_end(&mut text).map_err(unusable)?;
    let secret = from_hex(text.trim_ascii());
    secret.map(Signer::from_secret).ok_or(SignerError::NoKey {
        file: path.to_owned(),
    })
}

fn make(folder: &Path, path: &Path) -> Result<(), SignerError> {
    let mut secret = [0; 32];
    getrandom::fill(&mut secret).map_err(SignerError::NoRandomness)?;
    let unusable = |source| SignerError::Unusable {
        file: path.to_owned(),
        source,
    };
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(unusable)?;
    place(folder, path, &to_hex(&secret)).map_err(unusable)
}

/// Two processes may make the key at the same time: the name is given with `link`, which fails
/// when it is taken, so the first key stays and both use it.
fn place(folder: &Path, path: &Path, text: &str) -> io::Result<()> {
    let fresh = folder.join(format!("key.new-{}", std::process::id()));
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&fresh)?;
    let written = writeln!(file, "{text}").and_then(|()| file.sync_all());
    let linked = written.and_then(|()| fs::hard_link(&fresh, path));
    fs::remove_file(&fresh)?;
    match linked {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
        Ok(()) => File::open(folder)?.sync_all(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn the_key_is_made_once_and_is_the_users_alone() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("config/bearings");
        let first = Signer::load_or_make(&folder).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&folder.join("key"))), (0o700, 0o600));
        assert_eq!(
            Signer::load_or_make(&folder).unwrap().public_key(),
            first.public_key()
        );
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    }

    #[test]
    fn a_key_that_others_can_reach_is_refused() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("bearings");
        let key = folder.join("key");
        Signer::load_or_make(&folder).unwrap();
        set_mode(&key, 0o640);
        let message = Signer::load_or_make(&folder).unwrap_err().to_string();
        assert!(
            message.contains("can be read by others; run: chmod 600"),
            "{message}"
        );
        set_mode(&key, 0o600);
        set_mode(&folder, 0o770);
        let message = Signer::load_or_make(&folder).unwrap_err().to_string();
        assert!(message.contains("chmod 700"), "{message}");
    }

    #[test]
    fn a_damaged_key_is_not_replaced() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("bearings");
        Signer::load_or_make(&folder).unwrap();
        for text in ["", "0011", "zz", &"0".repeat(63), &"A".repeat(64)] {
            fs::write(folder.join("key"), text).unwrap();
            let refused = Signer::load_or_make(&folder);
            assert!(matches!(refused, Err(SignerError::NoKey { .. })), "{text}");
        }
    }

    #[test]
    fn a_debug_print_shows_the_public_half_only() {
        let signer = Signer::from_secret([7; 32]);
        let shown = format!("{signer:?}");
        assert!(shown.contains(&signer.public_key()) && !shown.contains(&to_hex(&[7; 32])));
    }
}
