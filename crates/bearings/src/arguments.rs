//! The command line, as `bearings --help` tells it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

mod where_and_when;

pub use where_and_when::{Find, Fix, MapStep, Order, See, Sun};

/// A desk for open-source investigation.
///
/// Keeps what comes in, reads out who says what, weighs what is independent, and builds an
/// account whose every sentence opens its evidence. Everything stays on this machine.
#[derive(Debug, Parser)]
#[command(name = "bearings", version, max_term_width = 100)]
pub struct Arguments {
    /// The case's folder [default: the case you are in, or the only one in this folder]
    #[arg(long, global = true, env = "BEARINGS_CASE", value_name = "FOLDER")]
    pub case: Option<PathBuf>,

    /// Who you are, for the ledger [default: your user name]
    #[arg(long, global = true, env = "BEARINGS_BY", value_name = "NAME")]
    pub by: Option<String>,

    /// A command that writes speech down: it reads a WAV from its standard input, or from the file
    /// whose path stands for {}, and prints SubRip, WebVTT or whisper.cpp's lines
    #[arg(
        long,
        global = true,
        env = "BEARINGS_TRANSCRIBER",
        value_name = "COMMAND"
    )]
    pub transcriber: Option<String>,

    /// Print JSON for other programs
    #[arg(long, global = true)]
    pub json: bool,

    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Start a case: a folder, nothing else
    New(New),
    /// Keep and read files, folders or web addresses
    Add(Add),
    /// What is there, what conflicts, what waits for a person
    Status,
    /// Read one text without a case and print what is read out of it
    Read(Read),
    /// Copies among files, and with --case in a case: texts, pictures, films, recordings, edited or not
    Similar(Similar),
    /// More places: GeoNames' full dump of a country, kept for all your cases
    Gazetteer {
        #[command(subcommand)]
        step: GazetteerStep,
    },
    /// Map extracts: OpenStreetMap files to search in, kept for all your cases
    Map {
        #[command(subcommand)]
        step: MapStep,
    },
    /// Search a map in everyday words, as in "runway near works within 1km"
    Find(Find),
    /// The sun and the moon over a place; the hours, or the places, that a shadow fits
    Sun(Sun),
    /// A camera's position and direction from landmarks in its frame
    Fix(Fix),
    /// What is seen from a position, or from where an order of things is seen
    See(See),
    /// Clips and events in order, from every clue at once, with the clues that cannot all be true
    Order(Order),
    /// How a claim or an item came about
    Why {
        /// The id of a claim (c-…) or an item, or its beginning
        id: String,
    },
    /// Record a decision
    Rule(Rule),
    /// Throw away all that is derived and make it again
    Rebuild,
    /// Build the public account; fails on what is unsupported or restricted
    Account(Account),
    /// The desk in your browser, on this machine only
    Serve(Serve),
    /// Check every hash, link and signature
    Verify {
        /// A case folder [default: the case you are in]
        bundle: Option<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
pub enum GazetteerStep {
    /// Add a dump, as in UA.zip from GeoNames; one of the same name is replaced
    Add {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// What was added
    List,
    /// Take an added one away
    Remove {
        /// Its name, as in UA
        name: String,
    },
}

#[derive(Debug, Args)]
pub struct New {
    /// The case's name; its folder is made here
    pub name: PathBuf,
    /// Time zone of the events, as in Europe/Kyiv
    #[arg(long, default_value = "UTC")]
    pub zone: String,
    /// The case's title [default: its name]
    #[arg(long)]
    pub title: Option<String>,
}

#[derive(Debug, Args)]
pub struct Add {
    /// Files, folders or web addresses
    #[arg(required = true, value_name = "FILE|FOLDER|URL")]
    pub what: Vec<String>,
    #[command(flatten)]
    pub said: Said,
    /// Fetch nothing from the network
    #[arg(long)]
    pub offline: bool,
}

/// What you know about a text; it goes before what is found in it.
#[derive(Clone, Debug, Default, Args)]
pub struct Said {
    /// When it was published, as in 2022-03-01
    #[arg(long, value_name = "DATE")]
    pub published: Option<String>,
    /// Who published it
    #[arg(long, value_name = "NAME")]
    pub source: Option<String>,
    /// Its language, as in en, uk, ru
    #[arg(long, value_name = "CODE")]
    pub lang: Option<String>,
    /// Its time zone, as in Europe/Kyiv
    #[arg(long, value_name = "ZONE")]
    pub zone: Option<String>,
    /// The day that a picture, film or recording is said to show
    #[arg(long, value_name = "DATE")]
    pub shows: Option<String>,
    /// Take the file as the text itself, character for character
    #[arg(long)]
    pub plain: bool,
}

#[derive(Debug, Args)]
pub struct Read {
    /// Files or folders; several give one JSON object a line
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub said: Said,
    #[command(flatten)]
    pub second: Second,
}

#[derive(Debug, Args)]
pub struct Similar {
    /// Files or folders
    #[arg(required = true, value_name = "FILE|FOLDER")]
    pub files: Vec<PathBuf>,
    /// Write a small grey picture of both sides of each likeness into this folder
    #[arg(long, value_name = "FOLDER")]
    pub pictures: Option<PathBuf>,
}

/// A language model of your own that reads the text too. What it says is checked against the
/// text and marked; the rules' own reading stays as it is.
#[derive(Clone, Debug, Args)]
pub struct Second {
    /// Let a language model of yours read too, at an address of the OpenAI form such as
    /// http://127.0.0.1:8080/v1: the whole text is sent there
    #[arg(long, value_name = "URL")]
    pub reader: Option<String>,
    /// The model's name, as its server knows it
    #[arg(
        long,
        value_name = "NAME",
        default_value = "default",
        requires = "reader"
    )]
    pub reader_model: String,
    /// How long one answer may take, in seconds
    #[arg(
        long,
        value_name = "SECONDS",
        default_value_t = 300,
        requires = "reader"
    )]
    pub reader_wait: u64,
    /// The key the server wants, if any
    #[arg(
        long,
        env = "BEARINGS_READER_KEY",
        hide_env_values = true,
        value_name = "KEY",
        requires = "reader"
    )]
    pub reader_key: Option<String>,
}

#[derive(Debug, Args)]
pub struct Account {
    /// The folder the pages are written to
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
}

#[derive(Debug, Args)]
pub struct Serve {
    #[arg(long, default_value_t = 7040)]
    pub port: u16,
}

#[derive(Debug, Args)]
pub struct Rule {
    /// What is decided
    pub decision: RulingWord,
    /// A claim (c-…), a passage (ITEM:START-END in characters), two pictures or films
    /// (ITEM~ITEM), a source's name, or a ruling (r-…)
    pub target: String,
    /// Why: kept in the ledger
    #[arg(long)]
    pub why: String,
    /// grade, reliability: how reliable the source is, A to F
    #[arg(long, value_name = "A-F")]
    pub source: Option<String>,
    /// grade: how credible the information is, 1 to 6
    #[arg(long, value_name = "1-6")]
    pub information: Option<u8>,
    /// restrict: shelter, live_position, unnamed_source, personal_data, prisoner, other
    #[arg(long)]
    pub reason: Option<String>,
    /// amend: amount, speaker, time, place, factuality
    #[arg(long)]
    pub field: Option<String>,
    /// amend: the new value (amounts as 4, 4+, <=9, ~10, 12-15; times as 2022-02-27)
    #[arg(long)]
    pub value: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RulingWord {
    /// The claim is read rightly, or the likeness holds, and may be told
    Accept,
    /// The claim is read wrongly, or the likeness does not hold, and must not be used
    Reject,
    /// One of its fields is read wrongly
    Amend,
    /// Grade the source and the information (Admiralty)
    Grade,
    /// Grade a source for all it says
    Reliability,
    /// Keep a passage out of anything published
    Restrict,
    /// A proposed restriction does not hold
    Release,
    /// Take an earlier ruling back
    Withdraw,
}
