//! Time expressions in Ukrainian histories of wars, scored like TempEval-3.

use std::fs;
use std::path::Path;

use bearings_locate::BuiltIn;

use super::figure::Figure;
use super::marked::marked;
use super::tempeval::{Score, date, files};

pub fn run(data: &Path) -> Result<Vec<Figure>, String> {
    let mut score = Score::default();
    let gazetteer = BuiltIn::new();
    for path in files(&data.join("wikiwarsua/keyinline"))? {
        let page = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let page = String::from_utf8_lossy(&page);
        let Some((head, inside)) = page.split_once("<TEXT>") else {
            continue;
        };
        let (text, key) = marked(inside.split("</TEXT>").next().unwrap_or_default(), "TIMEX3");
        let (_, written) = marked(head, "TIMEX3");
        let published = written.first().and_then(|mark| date(mark.value()));
        score.add(
            &path.display().to_string(),
            &text,
            &key,
            "uk",
            published,
            &gazetteer,
        );
    }
    Ok(score.figures(
        "wikiwarsua",
        [Some(0.85), None, Some(0.80)],
        "none published",
    ))
}
