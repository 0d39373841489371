//! Writes the texts of the bench to a folder, one file each, for the peer's script.
#![allow(clippy::print_stderr)]

#[allow(dead_code)]
#[path = "../benches/texts/mod.rs"]
mod texts;

fn main() -> std::io::Result<()> {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("name a folder to write the texts to");
        std::process::exit(2);
    };
    std::fs::create_dir_all(&folder)?;
    for seed in 1..=500 {
        let path = format!("{folder}/article-{seed:03}.txt");
        std::fs::write(path, texts::news(4_000, seed))?;
    }
    Ok(())
}
