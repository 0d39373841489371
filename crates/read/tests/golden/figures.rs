//! No figure on the golden cases may fall: `corpus/read/figures.tsv` keeps, for each file of
//! cases, how many there are and how many of them are known misses.

use std::collections::BTreeMap;
use std::fs;

use super::case::{self, CaseFile};

/// Cases read rightly and known misses, by file.
type Figures = BTreeMap<String, (usize, usize)>;

fn path() -> std::path::PathBuf {
    case::folder().join("figures.tsv")
}

fn standing() -> Figures {
    let page = fs::read_to_string(path()).unwrap_or_default();
    let lines = page.lines().skip(1).filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            let number = |at: usize| columns[at].parse().unwrap();
            (columns[0].to_owned(), (number(1), number(2)))
        })
        .collect()
}

fn now() -> Figures {
    let files = case::all_files().into_iter().map(|path| {
        let (feature, file) = path.split_once('/').unwrap();
        let cases = CaseFile::open(feature, file.strip_suffix(".md").unwrap()).cases;
        let misses = cases.iter().filter(|case| case.known_miss).count();
        (path.clone(), (cases.len() - misses, misses))
    });
    files.collect()
}

fn page(figures: &Figures) -> String {
    let lines = figures
        .iter()
        .map(|(file, (right, misses))| format!("{file}\t{right}\t{misses}\n"));
    format!("file\tright\tknown misses\n{}", lines.collect::<String>())
}

/// Together with the checks of the cases themselves: what is counted as right is right.
#[test]
fn no_figure_on_the_golden_cases_falls() {
    let (standing, now) = (standing(), now());
    for (file, (right, _)) in &standing {
        let held = now.get(file).map_or(0, |figures| figures.0);
        assert!(
            held >= *right,
            "{file} had {right} cases read rightly and has {held}"
        );
    }
    if std::env::var("BEARINGS_KEEP_FIGURES").is_ok() {
        fs::write(path(), page(&now)).unwrap();
        return;
    }
    assert!(
        page(&now) == page(&standing),
        "the figures are better than those that stand; keep them: \
         BEARINGS_KEEP_FIGURES=1 cargo test -p bearings-read --test golden no_figure"
    );
}
