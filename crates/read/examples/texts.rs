//! Writes the texts of the bench for the peers' scripts: 500 articles of 4 kB in English, and in
//! each language one text of as many megabytes as asked (1 unless told).
#![allow(clippy::print_stderr)]

#[allow(dead_code)]
#[path = "../benches/texts/mod.rs"]
mod texts;

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(folder) = arguments.first() else {
        eprintln!("name a folder to write the texts to, then how many megabytes a long text has");
        std::process::exit(2);
    };
    let megabytes = arguments.get(1).map_or(1, |size| size.parse().unwrap_or(1));
    std::fs::create_dir_all(folder)?;
    for seed in 1..=500 {
        let path = format!("{folder}/article-{seed:03}.txt");
        std::fs::write(path, texts::news(4_000, seed))?;
    }
    for lang in texts::LANGUAGES {
        let text = texts::news_in(lang, megabytes * 1_000_000, 7);
        std::fs::write(format!("{folder}/long.{lang}"), text)?;
    }
    Ok(())
}
