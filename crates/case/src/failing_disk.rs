//! A disk that is full, or breaks, at a chosen step; and what must hold after each.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bearings_model::{Acquisition, Decision, Target, Zone};
use jiff::Timestamp;

use crate::disk::{Disk, RealDisk};
use crate::{Arrival, Case, Signer, Writer, verify};

/// Works until `steps` operations have been done; the next one fails half way, as do all after it
/// until `recovers` is set, which lets everything after the one failure work again.
#[derive(Debug)]
struct FailingDisk {
    steps: Arc<AtomicUsize>,
    fails_at: usize,
    recovers: bool,
}

impl FailingDisk {
    fn step(&self, work: impl FnOnce() -> io::Result<()>, half: impl FnOnce()) -> io::Result<()> {
        let step = self.steps.fetch_add(1, Ordering::Relaxed);
        if step == self.fails_at || (step > self.fails_at && !self.recovers) {
            half();
            return Err(io::ErrorKind::StorageFull.into());
        }
        work()
    }
}

impl Disk for FailingDisk {
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let half = || drop(RealDisk.write_new(path, &bytes[..bytes.len() / 2]));
        self.step(|| RealDisk.write_new(path, bytes), half)
    }

    fn append(&self, file: &File, bytes: &[u8]) -> io::Result<()> {
        let half = || drop(RealDisk.append(file, &bytes[..bytes.len() / 2]));
        self.step(|| RealDisk.append(file, bytes), half)
    }

    fn truncate(&self, file: &File, length: u64) -> io::Result<()> {
        self.step(|| RealDisk.truncate(file, length), || {})
    }

    fn sync_file(&self, file: &File) -> io::Result<()> {
        self.step(|| RealDisk.sync_file(file), || {})
    }

    fn sync_path(&self, path: &Path) -> io::Result<()> {
        self.step(|| RealDisk.sync_path(path), || {})
    }

    fn sync_all_around(&self, path: &Path) -> io::Result<()> {
        self.step(|| RealDisk.sync_path(path), || {})
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(|| RealDisk.rename(from, to), || {})
    }
}

const MOMENT: Timestamp = Timestamp::UNIX_EPOCH;

fn acquisition(from: &str) -> Acquisition {
    Acquisition {
        at: MOMENT,
        by: "Olena".to_owned(),
        from: from.to_owned(),
        method: "file".to_owned(),
        media_type: None,
        published: None,
        source: None,
        lang: None,
        zone: None,
        shows: None,
        derived_from: None,
        plain: true,
    }
}

/// Does the work of an afternoon and gives what was acknowledged: items kept and rulings made.
fn afternoon(writer: &mut Writer) -> (Vec<String>, usize) {
    let mut kept = Vec::new();
    let one = writer.keep(b"a first text", acquisition("one.txt"));
    kept.extend(one.map(|one| one.id.to_string()));
    let texts: Vec<String> = (0..6).map(|number| format!("text {number}")).collect();
    let arrivals = texts.iter().map(|text| Arrival {
        bytes: text.as_bytes(),
        acquisition: acquisition("folder"),
    });
    let many = writer.keep_many(arrivals.collect()).into_iter().flatten();
    kept.extend(many.flatten().map(|one| one.id.to_string()));
    let target = Target::Source {
        name: "Reuters".to_owned(),
    };
    let ruled = writer
        .rule(target, Decision::Accept, "seen before", MOMENT)
        .is_ok();
    (kept, usize::from(ruled))
}

/// The afternoon with a failure at step `fails_at`; gives whether the failure was reached.
fn check(fails_at: usize, recovers: bool) -> bool {
    let home = tempfile::tempdir().unwrap();
    let signer = Signer::from_secret([3; 32]);
    let case = Case::create(home.path(), "full", &Zone::utc(), &signer, "Olena", MOMENT).unwrap();
    let steps = Arc::new(AtomicUsize::new(0));
    let disk = FailingDisk {
        steps: Arc::clone(&steps),
        fails_at,
        recovers,
    };
    let mut writer = Writer::open_on(Box::new(disk), &case, &signer, "Olena").unwrap();
    let (kept, ruled) = afternoon(&mut writer);
    drop(writer);

    drop(case.write(&signer, "Olena").unwrap());
    let case = Case::open(home.path()).unwrap();
    let items: Vec<String> = case
        .items()
        .unwrap()
        .iter()
        .map(|it| it.id.to_string())
        .collect();
    let at = format!("failing at {fails_at}, recovers {recovers}");
    assert!(
        kept.iter().all(|id| items.contains(id)),
        "an acknowledged item was lost {at}"
    );
    assert!(
        case.rulings().unwrap().len() >= ruled,
        "an acknowledged ruling was lost {at}"
    );
    let faults = verify(home.path()).unwrap().faults;
    let serious = faults
        .iter()
        .filter(|fault| !fault.what.contains("is in no entry"));
    assert_eq!(serious.count(), 0, "{at}: {faults:?}");

    let mut writer = case.write(&signer, "Olena").unwrap();
    let (kept, ruled) = afternoon(&mut writer);
    assert_eq!(
        (kept.len(), ruled),
        (7, 1),
        "nothing more could be written {at}"
    );
    assert_eq!(verify(home.path()).unwrap().faults, [], "{at}");
    steps.load(Ordering::Relaxed) > fails_at
}

#[test]
fn a_disk_that_stays_full_loses_nothing_acknowledged() {
    let reached = (0..).take_while(|step| check(*step, false)).count();
    assert!(reached > 15, "only {reached} steps");
}

#[test]
fn a_disk_that_fails_once_loses_nothing_acknowledged() {
    let reached = (0..).take_while(|step| check(*step, true)).count();
    assert!(reached > 15, "only {reached} steps");
}
