//! TimeBank and AQUAINT as cleaned for TempEval-3: English newswire with TIMEX3 marked. The
//! document's creation time is given as the publication date and not scored, as there.

use std::path::Path;

use bearings_locate::BuiltIn;

use super::figure::Figure;
use super::timex::{Score, parse};

pub fn run(data: &Path) -> Result<Vec<Figure>, String> {
    let gazetteer = BuiltIn::new();
    let mut score = Score::default();
    for corpus in ["TimeBank", "AQUAINT"] {
        for path in super::timex::files(&data.join("tempeval3/tbaq").join(corpus), "tml")? {
            let source = std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
            let marks = parse(&String::from_utf8_lossy(&source), "DCT")
                .ok_or_else(|| format!("{}: no text in it", path.display()))?;
            score.add(&marks, "en", &gazetteer);
        }
    }
    Ok(score.figures(
        "tempeval3/tbaq",
        [Some(0.84), Some(0.92), Some(0.80)],
        [
            "HeidelTime .82 (held-out twin)",
            "HeidelTime .91 (held-out twin)",
            "HeidelTime .78 (held-out twin)",
        ],
    ))
}
