//! The commands that ask where and when.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub enum MapStep {
    /// Add extracts, as in kharkiv.osm.pbf; one of the same name is replaced
    Add {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// What was added
    List,
    /// Take an added one away
    Remove {
        /// Its name, as in kharkiv
        name: String,
    },
}

#[derive(Debug, Args)]
pub struct Find {
    /// What is sought; docs/guide/find.md has the words
    #[arg(required_unless_present = "clues", conflicts_with = "clues")]
    pub query: Option<String>,
    /// Ask what the first sentence of a text that names two things asks for
    #[arg(long, value_name = "FILE")]
    pub clues: Option<PathBuf>,
    /// An extract (.osm.pbf, .osm, .osm.gz), or an added map's name [default: the only one added]
    #[arg(long, value_name = "FILE|NAME")]
    pub map: Option<String>,
    /// Hits told with their reasons
    #[arg(long, default_value_t = 20, value_name = "COUNT")]
    pub most: usize,
    /// Write the hits as GeoJSON
    #[arg(long, value_name = "FILE")]
    pub geojson: Option<PathBuf>,
    /// Draw the best hit with what stands around it
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Sun {
    /// The place, as in 50.00,36.23, or with a radius in metres: 50.00,36.23~500
    #[arg(long, value_name = "LAT,LON", allow_hyphen_values = true)]
    pub at: Option<String>,
    /// A moment, as in "2022-03-19 11:08" or 2022-03-19T09:08:31Z
    #[arg(long)]
    pub time: Option<String>,
    /// How sure the moment is, in seconds (one sigma)
    #[arg(long, value_name = "SECONDS")]
    pub time_error: Option<f64>,
    /// A day, or days: 2022-03-19..2022-04-02
    #[arg(long, value_name = "DAY|DAY..DAY")]
    pub date: Option<String>,
    /// Time zone, as in Europe/Kyiv [default: UTC]
    #[arg(long)]
    pub zone: Option<String>,
    /// A shadow's length over its object's height, as in 1.4±0.1, or with bounds: 1.3..1.5
    #[arg(long, value_name = "RATIO")]
    pub shadow: Vec<String>,
    /// Where a shadow points, degrees clockwise from north, as in 310±5
    #[arg(long, value_name = "DEGREES", allow_hyphen_values = true)]
    pub azimuth: Vec<String>,
    /// How much later a second shadow was seen than the first, as in 2..5min
    #[arg(long, value_name = "GAP")]
    pub later: Option<String>,
    /// day, twilight, dark, or the sun in the frame: azimuths, elevations, as in 150..190,10..40
    #[arg(long)]
    pub light: Vec<String>,
    /// Degrees to a cell of the map of places
    #[arg(long, default_value_t = 0.25)]
    pub step: f64,
    /// Draw the day, or the map of places
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
    /// Write the places as GeoJSON
    #[arg(long, value_name = "FILE")]
    pub geojson: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Fix {
    /// The frame: a file's name or an item's id, kept with the fix
    pub frame: String,
    /// The points matched; docs/guide/fix.md has the lines
    #[arg(long, value_name = "FILE")]
    pub points: PathBuf,
    /// Draw the position, its ellipse, the landmarks and the lines of sight
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
    /// Write the fix as GeoJSON
    #[arg(long, value_name = "FILE")]
    pub geojson: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct See {
    /// Features as GeoJSON, as `bearings find --geojson` writes them
    #[arg(long, required = true, value_name = "FILE")]
    pub features: Vec<PathBuf>,
    /// What is seen from here, as in 50.00,36.23
    #[arg(
        long,
        value_name = "LAT,LON",
        allow_hyphen_values = true,
        conflicts_with = "order"
    )]
    pub at: Option<String>,
    /// The middle of the view, degrees clockwise from north
    #[arg(long, default_value_t = 0.0, requires = "at")]
    pub direction: f64,
    /// The width of the view, degrees
    #[arg(long, value_name = "DEGREES")]
    pub field: Option<f64>,
    /// Things from left to right, as in "church, water tower, chimney within 3"
    #[arg(long, requires = "within", required_unless_present = "at")]
    pub order: Option<String>,
    /// The area searched: south,west,north,east in degrees
    #[arg(long, value_name = "S,W,N,E", allow_hyphen_values = true)]
    pub within: Option<String>,
    /// The side of the smallest cell searched, metres
    #[arg(long, default_value_t = 20.0, value_name = "METRES")]
    pub step: f64,
    /// How far is seen, metres
    #[arg(long, default_value_t = 3_000.0, value_name = "METRES")]
    pub farthest: f64,
    /// Write what is found as GeoJSON
    #[arg(long, value_name = "FILE")]
    pub geojson: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Order {
    /// Clues, one a line; docs/guide/order.md has the lines [default: what the case knows of its
    /// footage]
    pub clues: Option<PathBuf>,
    /// Draw events, bounds and order
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
}
