//! Quality, measured on data that is not part of the project: prints a table, ships nothing.

mod kharkiv;

use std::path::Path;

/// Measures everything there is data for under `data` (the evaluation folder; cases lie beside it).
pub fn run(data: &str) -> Result<(), String> {
    let data = Path::new(data);
    if !data.is_dir() {
        return Err(format!(
            "there is no folder '{}'; give one with --data",
            data.display()
        ));
    }
    let cases = data.join("../cases");
    kharkiv::run(&cases.join("kharkiv"))
}
