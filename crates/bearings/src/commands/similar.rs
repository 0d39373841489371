//! `bearings similar`: copies among files, and with `--case` against what a case holds; keeps nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bearings_case::Case;
use bearings_intake::{Defaults, Found, GatherRules, Kind, extract, gather, item_of};
use bearings_match::media::{MediaPrint, MediaSearch, in_words};
use bearings_media::Darkroom;
use bearings_model::{
    CopyLink, Document, ItemId, Likeness, LikenessGrade, LikenessKind, MediaFacts, Zone,
};
use bearings_pipeline::{Looked, both_sides, look};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::arguments::{Arguments, Said, Similar};
use crate::commands::add::acquisition;
use crate::failure::Failure;
use crate::output::Output;
use crate::{Done, home, whose};

pub fn run(arguments: &Arguments, similar: &Similar, output: &Output) -> Result<Done, Failure> {
    let room = home::darkroom()?;
    home::protection(&room, output);
    let mut table = Table::default();
    if arguments.case.is_some() {
        table.lay_case(&whose::open(arguments, output)?)?;
    }
    let of_case = table.files.len();
    let mut bar = output.bar();
    for path in &similar.files {
        let files = match gather(path, GatherRules::default()) {
            Ok(files) => files,
            Err(error) => {
                table.problems.push(error.to_string());
                continue;
            }
        };
        for file in files {
            match file {
                Ok(file) => {
                    bar.at(table.files.len(), table.files.len() + 1, &file.name);
                    table.lay(&room, file);
                }
                Err(problem) => table.problems.push(problem.to_string()),
            }
        }
    }
    drop(bar);
    if table.files.len() == of_case {
        table
            .problems
            .iter()
            .for_each(|problem| output.problem(problem));
        return Err(Failure::Work("nothing was compared".to_owned()));
    }
    if let Some(folder) = &similar.pictures {
        table.draw(folder)?;
    }
    table.tell(output);
    Ok(Done::having(table.problems.len()))
}

/// One file on the table.
struct Laid {
    path: PathBuf,
    name: String,
    item: ItemId,
    what: What,
    problems: Vec<String>,
}

enum What {
    Text(Box<Document>),
    Media(Box<MediaFacts>),
    /// The same bytes as an earlier file: looked at once.
    Again,
    Unread,
}

/// All files and what they have in common.
#[derive(Default)]
struct Table {
    files: Vec<Laid>,
    first: BTreeMap<ItemId, usize>,
    search: MediaSearch,
    /// The file of each print in the search, and the prints.
    printed: Vec<usize>,
    prints: BTreeMap<usize, Arc<MediaPrint>>,
    links: Vec<(usize, usize, Likeness)>,
    /// The first so many files are the case's.
    of_case: usize,
    problems: Vec<String>,
}

impl Table {
    /// The case's pictures, films and recordings by their prints, and its texts: compared with, not
    /// with each other, since that was done when they came in.
    fn lay_case(&mut self, case: &Case) -> Result<(), Failure> {
        let names: BTreeMap<ItemId, String> = case
            .items()?
            .into_iter()
            .map(|kept| (kept.id, kept.acquisition.from))
            .collect();
        let mut facts: BTreeMap<ItemId, MediaFacts> = BTreeMap::new();
        for media in case.media()? {
            facts.extend(media.facts.map(|facts| (media.item, facts)));
        }
        for (item, bytes) in case.prints()? {
            let (Some(facts), Ok(print)) = (facts.remove(&item), MediaPrint::from_bytes(&bytes))
            else {
                continue;
            };
            let number = self.files.len();
            self.put(print, number);
            self.lay_kept(&names, item, What::Media(Box::new(facts)));
        }
        for line in case.document_lines()? {
            if let Some(document) = case.document(&line.item)? {
                self.lay_kept(&names, line.item, What::Text(Box::new(document)));
            }
        }
        self.of_case = self.files.len();
        Ok(())
    }

    fn lay_kept(&mut self, names: &BTreeMap<ItemId, String>, item: ItemId, what: What) {
        let from = names.get(&item).cloned().unwrap_or_default();
        self.first.insert(item.clone(), self.files.len());
        self.files.push(Laid {
            name: format!("{} (in the case)", from.rsplit('/').next().unwrap_or(&from)),
            path: PathBuf::from(from),
            item,
            what,
            problems: Vec::new(),
        });
    }

    fn lay(&mut self, room: &Darkroom, file: Found) {
        let item = item_of(&file.bytes);
        let number = self.files.len();
        let again = self.first.get(&item).copied();
        let (what, problems) = match again {
            Some(earlier) => {
                self.links.push((number, earlier, same_bytes()));
                (What::Again, Vec::new())
            }
            None => self.look_at(room, &file, number),
        };
        self.first.entry(item.clone()).or_insert(number);
        let named = |problem: &String| format!("'{}': {problem}", file.name);
        self.problems.extend(problems.iter().map(named));
        self.files.push(Laid {
            path: file.path,
            name: file.name,
            item,
            what,
            problems,
        });
    }

    fn look_at(&mut self, room: &Darkroom, file: &Found, number: usize) -> (What, Vec<String>) {
        match file.kind {
            Ok(kind) => text(file, kind),
            Err(_) => match look(room, &file.path) {
                Ok(looked) => self.compare(looked, number),
                Err(error) => (What::Unread, vec![error.to_string()]),
            },
        }
    }

    fn compare(&mut self, looked: Looked, number: usize) -> (What, Vec<String>) {
        for found in self.search.find(&looked.print) {
            let other = self.printed[found.other as usize];
            self.links.push((number, other, found.likeness));
        }
        self.put(looked.print, number);
        (What::Media(Box::new(looked.facts)), looked.problems)
    }

    fn put(&mut self, print: MediaPrint, number: usize) {
        let print = Arc::new(print);
        self.search.insert(print.clone());
        self.printed.push(number);
        self.prints.insert(number, print);
    }

    /// Each likeness of pictures as a picture of both sides: "2-1.jpg" shows the second file beside
    /// the first.
    fn draw(&self, folder: &Path) -> Result<(), Failure> {
        let trouble = |error: std::io::Error| {
            Failure::Work(format!("cannot write to '{}': {error}", folder.display()))
        };
        fs::create_dir_all(folder).map_err(trouble)?;
        for (here, there, likeness) in &self.links {
            let (Some(a), Some(b)) = (self.prints.get(here), self.prints.get(there)) else {
                continue;
            };
            if let Some(jpeg) = both_sides(a, b, likeness) {
                let name = format!("{}-{}.jpg", here + 1, there + 1);
                fs::write(folder.join(name), jpeg).map_err(trouble)?;
            }
        }
        Ok(())
    }

    /// Texts that repeat each other.
    fn text_links(&self) -> Vec<CopyLink> {
        let documents: Vec<&Document> = self
            .files
            .iter()
            .filter_map(|file| match &file.what {
                What::Text(document) => Some(&**document),
                _ => None,
            })
            .collect();
        let mut links = bearings_match::copies(&documents);
        let known = |item: &ItemId| self.first.get(item).is_some_and(|at| *at < self.of_case);
        links.retain(|link| !known(&link.earlier) || !known(&link.later));
        links
    }

    fn tell(&self, output: &Output) {
        self.problems
            .iter()
            .for_each(|problem| output.problem(problem));
        let texts = self.text_links();
        if output.is_json() {
            output.value(&self.json(&texts));
            return;
        }
        let families = families(self.files.len(), &self.links);
        if texts.is_empty() && families.is_empty() {
            output.line(&format!(
                "{} files, nothing in common found.",
                self.files.len()
            ));
        }
        for family in &families {
            self.tell_family(family, output);
        }
        for link in &texts {
            output.line(&format!(
                "{}  {} repeats {}: {}",
                grade(LikenessGrade::Likely),
                self.name_of(&link.later),
                self.name_of(&link.earlier),
                link.reason
            ));
        }
    }

    /// Each file of a family beside the one before it that it is nearest to.
    fn tell_family(&self, family: &[usize], output: &Output) {
        output.line(&format!("{} files with something in common", family.len()));
        let letter = |file: usize| {
            let at = family.iter().position(|member| *member == file);
            at.map_or_else(String::new, |at| format!("[{}]", at + 1))
        };
        for file in family {
            output.line(&format!(
                "  {:<5} {}",
                letter(*file),
                self.files[*file].name
            ));
            let links = self.links.iter().filter(|(here, _, _)| here == file);
            let best =
                links.min_by_key(|(_, there, likeness)| (likeness.grade, likeness.kind, *there));
            if let Some((here, there, likeness)) = best {
                let words = in_words(likeness, &letter(*here), &letter(*there));
                output.line(&format!("        {}: {words}", likeness.grade.name()));
                let measures: Vec<String> = likeness
                    .measures
                    .iter()
                    .map(|measure| {
                        format!(
                            "{} {} (threshold {})",
                            measure.name, measure.value, measure.threshold
                        )
                    })
                    .collect();
                if !measures.is_empty() {
                    output.line(&format!("        {}", measures.join("; ")));
                }
            }
        }
    }

    fn name_of(&self, item: &ItemId) -> &str {
        self.first
            .get(item)
            .map_or("?", |number| &self.files[*number].name)
    }

    fn json(&self, texts: &[CopyLink]) -> Value {
        let files: Vec<Value> = self.files.iter().map(Laid::json).collect();
        let links = self.links.iter().map(|(here, there, likeness)| {
            let mut value = json!(likeness);
            value["here_path"] = shown(&self.files[*here].path);
            value["there_path"] = shown(&self.files[*there].path);
            value["words"] =
                in_words(likeness, &self.files[*here].name, &self.files[*there].name).into();
            value
        });
        let texts = texts.iter().map(|link| {
            let mut value = json!(link);
            value["earlier_path"] = self.name_of(&link.earlier).into();
            value["later_path"] = self.name_of(&link.later).into();
            value
        });
        json!({
            "files": files,
            "links": links.collect::<Vec<_>>(),
            "texts": texts.collect::<Vec<_>>(),
        })
    }
}

impl Laid {
    fn json(&self) -> Value {
        let (kind, facts) = match &self.what {
            What::Text(document) => (
                "text",
                json!({"lang": document.lang, "published": document.published}),
            ),
            What::Media(facts) => (facts.kind.name(), json!(facts)),
            What::Again => ("same_bytes", Value::Null),
            What::Unread => ("unread", Value::Null),
        };
        json!({
            "path": shown(&self.path),
            "sha256": self.item.to_string(),
            "kind": kind,
            "facts": facts,
            "problems": self.problems,
        })
    }
}

fn shown(path: &Path) -> Value {
    path.display().to_string().into()
}

fn text(file: &Found, _kind: Kind) -> (What, Vec<String>) {
    let said = Said::default();
    let acquired = acquisition(&said, "", &file.name, "file");
    let defaults = Defaults {
        zone: Zone::utc(),
        today: Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date(),
    };
    match extract(&file.bytes, &acquired, &defaults) {
        Ok(extracted) => (What::Text(Box::new(extracted.document)), Vec::new()),
        Err(error) => (What::Unread, vec![error.to_string()]),
    }
}

/// Files that are linked, directly or through others, in the order they were laid. A family says
/// that there is something to look at, not that all of it is one.
fn families(count: usize, links: &[(usize, usize, Likeness)]) -> Vec<Vec<usize>> {
    let mut head: Vec<usize> = (0..count).collect();
    let find = |head: &[usize], mut file: usize| {
        while head[file] != file {
            file = head[file];
        }
        file
    };
    for (here, there, _) in links {
        let (a, b) = (find(&head, *here), find(&head, *there));
        head[a.max(b)] = a.min(b);
    }
    let mut families: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for file in 0..count {
        families.entry(find(&head, file)).or_default().push(file);
    }
    families
        .into_values()
        .filter(|family| family.len() > 1)
        .collect()
}

fn same_bytes() -> Likeness {
    Likeness {
        kind: LikenessKind::SameBytes,
        grade: LikenessGrade::Certain,
        mirrored: false,
        turn: 0,
        here: None,
        there: None,
        segments: Vec::new(),
        moments: None,
        sound: Vec::new(),
        measures: Vec::new(),
    }
}

/// As wide as the widest, so that sentences begin below each other.
fn grade(grade: LikenessGrade) -> &'static str {
    match grade {
        LikenessGrade::Certain => "certain ",
        LikenessGrade::Likely => "likely  ",
        LikenessGrade::Possible => "possible",
    }
}
