//! An index as bytes: a head, the hashes in order, and a SHA-256 over both.
//!
//! The lists are not kept: they follow from the hashes, and damaged lists would lose copies
//! without a word. All numbers little end first, hashes as their published form reads.

use std::io::{self, Read, Write};

use bearings_model::PdqHash;
use sha2::{Digest, Sha256};

use super::HammingIndex;

const MAGIC: &[u8; 12] = b"bearings-pdq";
const VERSION: u32 = 1;
const HEAD: usize = 28;

/// Hashes read at once: a false count in the head costs no memory.
const AT_ONCE: u64 = 1 << 16;

/// Why bytes are no index.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    #[error("reading the index of hashes failed: {0}")]
    Read(#[from] io::Error),
    #[error("this is no index of hashes: its first bytes are others")]
    NotAnIndex,
    #[error(
        "the index of hashes has version {0}, and this program reads version {VERSION}; make it again"
    )]
    Version(u32),
    #[error("the index of hashes names {0} hashes, more than there can be; make it again")]
    TooMany(u64),
    #[error("the index of hashes is cut off or longer than its head says; make it again")]
    Length,
    #[error("the index of hashes is damaged: its checksum differs; make it again")]
    Checksum,
}

impl HammingIndex {
    /// Writes what `read_from` reads: 32 bytes a hash and 60 more.
    pub fn write_to(&self, out: impl Write) -> io::Result<()> {
        let mut out = io::BufWriter::new(out);
        let mut sum = Sha256::new();
        let mut write = |bytes: &[u8]| {
            sum.update(bytes);
            out.write_all(bytes)
        };
        write(MAGIC)?;
        write(&VERSION.to_le_bytes())?;
        write(&self.radius().to_le_bytes())?;
        write(&(self.len() as u64).to_le_bytes())?;
        for hash in self.hashes() {
            write(hash.0.map(u64::to_be_bytes).as_flattened())?;
        }
        out.write_all(&sum.finalize())?;
        out.flush()
    }

    /// Reads an index to the end of its bytes, and sorts it.
    pub fn read_from(mut from: impl Read) -> Result<Self, IndexError> {
        let mut sum = Sha256::new();
        let mut head = [0; HEAD];
        fill(&mut from, &mut head)?;
        sum.update(head);
        let (radius, count) = opened(&head)?;
        let mut hashes = Vec::new();
        let mut left = count;
        while left > 0 {
            let taken = left.min(AT_ONCE);
            let mut bytes = vec![0; taken as usize * 32];
            fill(&mut from, &mut bytes)?;
            sum.update(&bytes);
            hashes.extend(bytes.as_chunks::<32>().0.iter().map(hash));
            left -= taken;
        }
        let mut stated = [0; 32];
        fill(&mut from, &mut stated)?;
        if from.read(&mut [0])? != 0 {
            return Err(IndexError::Length);
        }
        if sum.finalize().as_slice() != stated {
            return Err(IndexError::Checksum);
        }
        Ok(Self::from_hashes(radius, hashes))
    }
}

/// Radius and number of hashes, from the head.
fn opened(head: &[u8; HEAD]) -> Result<(u32, u64), IndexError> {
    let word = |at: usize| {
        let bytes = head[at..at + 4].try_into().expect("the head is longer");
        u32::from_le_bytes(bytes)
    };
    if &head[..12] != MAGIC {
        return Err(IndexError::NotAnIndex);
    }
    if word(12) != VERSION {
        return Err(IndexError::Version(word(12)));
    }
    let count = u64::from(word(20)) | u64::from(word(24)) << 32;
    if count > u64::from(u32::MAX) {
        return Err(IndexError::TooMany(count));
    }
    Ok((word(16), count))
}

fn hash(bytes: &[u8; 32]) -> PdqHash {
    let words = bytes.as_chunks::<8>().0;
    PdqHash(std::array::from_fn(|at| u64::from_be_bytes(words[at])))
}

fn fill(from: &mut impl Read, bytes: &mut [u8]) -> Result<(), IndexError> {
    from.read_exact(bytes).map_err(|error| match error.kind() {
        io::ErrorKind::UnexpectedEof => IndexError::Length,
        _ => IndexError::Read(error),
    })
}
