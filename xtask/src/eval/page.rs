//! The table of figures, on the terminal and as `docs/quality.md`.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use jiff::Zoned;

use super::figure::Figure;

const HEAD: &str = "# Quality

What `cargo xtask eval` measured, also where it falls short. The data is not part of the project.
*Cases* is what a figure was measured on; *others* is what is published or was measured beside it.

Read with care: but for PolNeAR, whose errors were studied on its training part, rules were found by
looking at classes of errors on the very sets measured here, so the figures are in-sample. Others'
figures are mostly on held-out texts. Of MUC-4, errors were studied on the first 400 texts of dev; tst1 and
tst2 were measured while rules were made, their errors not looked at.
VIINA's points are GeoNames' own, as those of the gazetteer are, which helps; a few weights of choosing between
places and the middles of eleven countries were set with the geoparsing sets in view.
";

pub fn print(figures: &[Figure]) {
    println!(
        "\n{:<15} {:<52} {:>7} {:>6} {:>6}  others",
        "set", "metric", "value", "goal", "cases"
    );
    for figure in figures {
        println!(
            "{:<15} {:<52} {:>7} {:>6} {:>6}  {}",
            figure.set,
            figure.metric,
            number(figure.value),
            figure.goal.map(number).unwrap_or_default(),
            figure.cases,
            figure.other
        );
    }
}

pub fn write(path: &Path, figures: &[Figure]) -> Result<(), String> {
    let mut page = HEAD.to_owned();
    let _ = write!(
        page,
        "\nMeasured on {}.\n\n| set | metric | value | goal | met | cases | others |\n|---|---|---|---|---|---|---|\n",
        Zoned::now().date()
    );
    for figure in figures {
        let met = figure
            .goal
            .map_or("", |goal| if figure.value >= goal { "yes" } else { "no" });
        let _ = writeln!(
            page,
            "| {} | {} | {} | {} | {met} | {} | {} |",
            figure.set,
            figure.metric,
            number(figure.value),
            figure.goal.map(number).unwrap_or_default(),
            figure.cases,
            figure.other
        );
    }
    fs::write(path, page).map_err(|error| format!("{}: {error}", path.display()))
}

/// Shares with three places, larger numbers with one.
fn number(value: f64) -> String {
    if value.abs() <= 1.0 {
        format!("{value:.3}")
    } else {
        format!("{value:.1}")
    }
}
