//! WikiWarsUA: Ukrainian histories of wars with TIMEX3 marked in place. Their date is the day the
//! page was fetched; what they tell is anchored in the text itself.

use std::path::Path;

use bearings_locate::BuiltIn;

use super::figure::Figure;
use super::timex::{Score, parse};

pub fn run(data: &Path) -> Result<Vec<Figure>, String> {
    let gazetteer = BuiltIn::new();
    let mut score = Score::default();
    for path in super::timex::files(&data.join("wikiwarsua/keyinline"), "xml")? {
        let source = std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let marks = parse(&String::from_utf8_lossy(&source), "DATETIME")
            .ok_or_else(|| format!("{}: no text in it", path.display()))?;
        score.add(&marks, "uk", &gazetteer);
    }
    Ok(score.figures("wikiwarsua", [Some(0.85), None, Some(0.80)], ["", "", ""]))
}
