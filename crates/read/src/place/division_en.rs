//! The state written after a town: "Alexandria, La.", "Salem, OR", "Paris, Texas".

use crate::lexicon::phrases;

phrases! {
    /// US states as the AP shortened them and as they are written out; postal codes are told by
    /// their two capitals.
    pub(super) static STATES: &'static str = {
        "AL" => "ala, alabama", "AK" => "alaska", "AZ" => "ariz, arizona", "AR" => "ark, arkansas",
        "CA" => "calif, california", "CO" => "colo, colorado", "CT" => "conn, connecticut",
        "DE" => "del, delaware", "DC" => "d.c., d.c, district of columbia", "FL" => "fla, florida", "GA" => "ga, georgia",
        "HI" => "hawaii", "ID" => "idaho", "IL" => "ill, illinois", "IN" => "ind, indiana",
        "IA" => "iowa", "KS" => "kan, kansas", "KY" => "ky, kentucky", "LA" => "la, louisiana",
        "ME" => "maine", "MD" => "md, maryland", "MA" => "mass, massachusetts",
        "MI" => "mich, michigan", "MN" => "minn, minnesota", "MS" => "miss, mississippi",
        "MO" => "mo, missouri", "MT" => "mont, montana", "NE" => "neb, nebraska",
        "NV" => "nev, nevada", "NH" => "n.h., n.h, new hampshire", "NJ" => "n.j., n.j, new jersey",
        "NM" => "n.m., n.m, new mexico", "NY" => "n.y., n.y, new york",
        "NC" => "n.c., n.c, north carolina", "ND" => "n.d., n.d, north dakota", "OH" => "ohio",
        "OK" => "okla, oklahoma", "OR" => "ore, oregon", "PA" => "pa, pennsylvania",
        "RI" => "r.i., r.i, rhode island", "SC" => "s.c., s.c, south carolina",
        "SD" => "s.d., s.d, south dakota", "TN" => "tenn, tennessee", "TX" => "tex, texas",
        "UT" => "utah", "VT" => "vt, vermont", "VA" => "va, virginia", "WA" => "wash, washington",
        "WV" => "w.va., w.va, west virginia", "WI" => "wis, wisconsin", "WY" => "wyo, wyoming",
    };
}

pub(super) const CODES: &[&str] = &[
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA",
    "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM",
    "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA",
    "WV", "WI", "WY",
];

/// The states by their names in full.
pub(super) const NAMES: &[(&str, &str)] = &[
    ("AL", "Alabama"),
    ("AK", "Alaska"),
    ("AZ", "Arizona"),
    ("AR", "Arkansas"),
    ("CA", "California"),
    ("CO", "Colorado"),
    ("CT", "Connecticut"),
    ("DE", "Delaware"),
    ("DC", "District of Columbia"),
    ("FL", "Florida"),
    ("GA", "Georgia"),
    ("HI", "Hawaii"),
    ("ID", "Idaho"),
    ("IL", "Illinois"),
    ("IN", "Indiana"),
    ("IA", "Iowa"),
    ("KS", "Kansas"),
    ("KY", "Kentucky"),
    ("LA", "Louisiana"),
    ("ME", "Maine"),
    ("MD", "Maryland"),
    ("MA", "Massachusetts"),
    ("MI", "Michigan"),
    ("MN", "Minnesota"),
    ("MS", "Mississippi"),
    ("MO", "Missouri"),
    ("MT", "Montana"),
    ("NE", "Nebraska"),
    ("NV", "Nevada"),
    ("NH", "New Hampshire"),
    ("NJ", "New Jersey"),
    ("NM", "New Mexico"),
    ("NY", "New York"),
    ("NC", "North Carolina"),
    ("ND", "North Dakota"),
    ("OH", "Ohio"),
    ("OK", "Oklahoma"),
    ("OR", "Oregon"),
    ("PA", "Pennsylvania"),
    ("RI", "Rhode Island"),
    ("SC", "South Carolina"),
    ("SD", "South Dakota"),
    ("TN", "Tennessee"),
    ("TX", "Texas"),
    ("UT", "Utah"),
    ("VT", "Vermont"),
    ("VA", "Virginia"),
    ("WA", "Washington"),
    ("WV", "West Virginia"),
    ("WI", "Wisconsin"),
    ("WY", "Wyoming"),
];
