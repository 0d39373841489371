//! A shadow's answer as a picture of one day: the sun's path, the measured band, the times that fit.

use std::fmt::Write as _;

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::answer::{Interval, ShadowAnswer};
use super::civil::{offset, span_of, zone};
use super::drawing::{picture, text};
use super::instant::days_of;
use super::measured::Measured;
use super::place::Observer;
use super::track::SunTrack;

const WIDTH: f64 = 930.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 884.0;
const PANEL: f64 = 210.0;
const SPACE: f64 = 50.0;
/// Letters that surely fit in a line.
const LETTERS: usize = 125;
const STEPS: usize = 288;

impl ShadowAnswer {
    /// An SVG for people, of the day with the most mass (the first when nothing fits).
    pub fn day_svg(&self) -> String {
        let heaviest = self.days.iter().max_by(|a, b| a.mass.total_cmp(&b.mass));
        let date = heaviest.map_or(self.question.first, |day| day.date);
        let zone = zone(self.question.zone.as_deref()).unwrap_or(TimeZone::UTC);
        let (from, to) = span_of(date, date, &zone).unwrap_or((self.from, self.to));
        let frame = Frame {
            answer: self,
            zone,
            from,
            to,
        };
        let mut body = String::new();
        let title = format!("{date}: when a shadow fits");
        body += &text("t", LEFT, 24.0, "start", &title);
        let head = wrapped(&self.measured().join("; "))
            .into_iter()
            .chain(wrapped(&self.caption()));
        let mut top = 24.0;
        for line in head {
            top += 20.0;
            body += &text("q", LEFT, top, "start", &line);
        }
        top += 36.0;
        let panels = frame.panels();
        for (number, panel) in panels.iter().enumerate() {
            body += &frame.drawn(panel, top + number as f64 * (PANEL + SPACE));
        }
        let mut below = top + panels.len() as f64 * (PANEL + SPACE);
        if self.days.len() > 1 {
            body += &self.days_drawn(below);
            below += 100.0;
        }
        picture(WIDTH, below + 8.0, &title, &body)
    }

    fn caption(&self) -> String {
        match self.nothing.first() {
            Some(reason) => format!("No time fits. {reason}"),
            None if self.peaks.is_empty() => "Blue: every time that fits.".to_owned(),
            None => format!(
                "Dark blue: half of the mass; light blue: {:.0} in 100. Band: one sigma of what was measured, or its bounds.",
                100.0 * self.most.mass
            ),
        }
    }

    /// A bar a day, the heaviest full.
    fn days_drawn(&self, top: f64) -> String {
        let Some((first, last)) = self.days.first().zip(self.days.last()) else {
            return String::new();
        };
        let most = self.days.iter().map(|day| day.mass).fold(1e-12, f64::max);
        let count = |date: jiff::civil::Date| {
            f64::from(first.date.until(date).map_or(0, |span| span.get_days()))
        };
        let width = (RIGHT - LEFT) / (count(last.date) + 1.0);
        let mut body = text("q", LEFT, top - 8.0, "start", "Mass of each day");
        for day in &self.days {
            let (x, height) = (LEFT + count(day.date) * width, 60.0 * day.mass / most);
            let _ = writeln!(
                body,
                "<rect class=\"h\" x=\"{x:.2}\" y=\"{:.2}\" width=\"{:.2}\" height=\"{height:.2}\"/>",
                top + 60.0 - height,
                (width * 0.9).max(0.3)
            );
        }
        let _ = writeln!(
            body,
            "<path class=\"a\" d=\"M{LEFT} {0:.1}H{RIGHT}\"/>",
            top + 60.0
        );
        body += &text("q", LEFT, top + 78.0, "start", &first.date.to_string());
        body + &text("q", RIGHT, top + 78.0, "end", &last.date.to_string())
    }
}

/// Lines of whole words.
fn wrapped(words: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words.split_whitespace() {
        let last = lines.len() - 1;
        if lines[last].is_empty() {
            lines[last].push_str(word);
        } else if lines[last].chars().count() + word.chars().count() < LETTERS {
            lines[last] += &format!(" {word}");
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

/// One day laid out from left to right.
struct Frame<'a> {
    answer: &'a ShadowAnswer,
    zone: TimeZone,
    from: Timestamp,
    to: Timestamp,
}

/// A curve over the day with what was measured of it.
struct Panel {
    name: String,
    low: f64,
    high: f64,
    ticks: Vec<(f64, String)>,
    /// Place in the day (0 to 1) and value; a gap where the curve must not be drawn through.
    curve: Vec<Option<(f64, f64)>>,
    bands: Vec<(f64, f64)>,
}

impl Frame<'_> {
    fn panels(&self) -> Vec<Panel> {
        let question = &self.answer.question;
        let (first, last) = (days_of(self.from), days_of(self.to));
        let track = SunTrack::of(first, last);
        let observer = Observer::from(&question.place);
        let sun: Vec<(f64, f64, f64)> = (0..=STEPS)
            .map(|step| {
                let part = step as f64 / STEPS as f64;
                let seen = track.seen(&observer, first + (last - first) * part);
                let elevation = seen.elevation_deg();
                (
                    part,
                    seen.azimuth_deg(),
                    elevation + question.air.refraction_deg(elevation),
                )
            })
            .collect();
        let ratios: Vec<Measured> = question
            .shadows
            .iter()
            .filter_map(|shadow| shadow.ratio)
            .collect();
        let ways: Vec<Measured> = question
            .shadows
            .iter()
            .filter_map(|shadow| shadow.direction)
            .collect();
        let mut panels = vec![elevations(&sun, &ratios)];
        if !ways.is_empty() {
            panels.push(directions(&sun, &ways));
        }
        panels
    }

    fn x(&self, moment: Timestamp) -> f64 {
        let whole = (self.to.as_second() - self.from.as_second()) as f64;
        let part = (moment.as_second() - self.from.as_second()) as f64 / whole;
        LEFT + part.clamp(0.0, 1.0) * (RIGHT - LEFT)
    }

    fn drawn(&self, panel: &Panel, top: f64) -> String {
        let y = |value: f64| {
            let part = (value - panel.low) / (panel.high - panel.low);
            top + PANEL * (1.0 - part.clamp(0.0, 1.0))
        };
        let mut body = text("q", LEFT, top - 8.0, "start", &panel.name);
        body += &self.strips("n", &self.answer.most.intervals, top);
        body += &self.strips("h", &self.answer.half.intervals, top);
        for (low, high) in &panel.bands {
            let (bottom, up) = (y(*low), y(*high));
            let _ = writeln!(
                body,
                "<rect class=\"m\" x=\"{LEFT}\" y=\"{up:.1}\" width=\"{}\" height=\"{:.1}\"/>",
                RIGHT - LEFT,
                (bottom - up).max(1.0)
            );
        }
        for (value, name) in &panel.ticks {
            let _ = writeln!(
                body,
                "<path class=\"g\" d=\"M{LEFT} {0:.1}H{RIGHT}\"/>",
                y(*value)
            );
            body += &text("q", LEFT - 6.0, y(*value) + 4.0, "end", name);
        }
        body += &self.hours(top);
        let mut path = String::new();
        let mut pen = 'M';
        for point in &panel.curve {
            match point {
                Some((part, value)) => {
                    let _ = write!(
                        path,
                        "{pen}{:.1} {:.1}",
                        LEFT + part * (RIGHT - LEFT),
                        y(*value)
                    );
                    pen = 'L';
                }
                None => pen = 'M',
            }
        }
        let _ = writeln!(body, "<path class=\"s\" d=\"{path}\"/>");
        body
    }

    fn strips(&self, class: &str, intervals: &[Interval], top: f64) -> String {
        let here = intervals
            .iter()
            .filter(|one| one.to > self.from && one.from < self.to);
        here.map(|one| {
            let (left, right) = (self.x(one.from), self.x(one.to));
            format!(
                "<rect class=\"{class}\" x=\"{left:.1}\" y=\"{top}\" width=\"{:.1}\" height=\"{PANEL}\"/>\n",
                (right - left).max(1.0)
            )
        })
        .collect()
    }

    /// Every third hour by the zone's clocks; where the clocks change, the offset shows it.
    fn hours(&self, top: f64) -> String {
        let mut body = String::new();
        let mut last_offset = None;
        for hour in 0..27 {
            let Ok(moment) = self.from.checked_add(i64::from(hour).hours()) else {
                break;
            };
            let shown = moment.to_zoned(self.zone.clone());
            if moment > self.to || shown.hour() % 3 != 0 {
                continue;
            }
            let x = self.x(moment);
            let _ = writeln!(
                body,
                "<path class=\"g\" d=\"M{x:.1} {top}V{:.1}\"/>",
                top + PANEL
            );
            let mut name = format!("{:02}:00", shown.hour());
            if last_offset != Some(shown.offset()) {
                name += &format!(" {}", offset(shown.offset()));
                last_offset = Some(shown.offset());
            }
            body += &text("q", x, top + PANEL + 16.0, "middle", &name);
        }
        let _ = writeln!(
            body,
            "<path class=\"a\" d=\"M{LEFT} {top}V{0:.1}H{RIGHT}\"/>",
            top + PANEL
        );
        body
    }
}

fn elevations(sun: &[(f64, f64, f64)], ratios: &[Measured]) -> Panel {
    let elevation = |ratio: f64| 1f64.atan2(ratio.max(0.0)).to_degrees();
    let highest = sun.iter().map(|(_, _, up)| *up).fold(20.0, f64::max);
    let bands: Vec<(f64, f64)> = ratios
        .iter()
        .map(|m| {
            let size = m.error.size();
            (elevation(m.value + size), elevation(m.value - size))
        })
        .collect();
    let high = bands.iter().map(|(_, up)| *up).fold(highest, f64::max);
    let high = ((high / 10.0).ceil() * 10.0 + 5.0).min(90.0);
    let ticks = (0..=9)
        .map(|tick| f64::from(tick) * 10.0)
        .filter(|tick| *tick <= high);
    Panel {
        name: "Sun above the horizon, degrees (and a shadow's length over the height)".to_owned(),
        low: 0.0,
        high,
        ticks: ticks.map(|up| (up, ratio_tick(up))).collect(),
        curve: sun
            .iter()
            .map(|(part, _, up)| (*up > 0.0).then_some((*part, *up)))
            .collect(),
        bands,
    }
}

/// "30 (1.7)"
fn ratio_tick(up: f64) -> String {
    match up {
        up if up <= 0.0 => "0".to_owned(),
        up => format!("{up:.0} ({:.1})", 1.0 / up.to_radians().tan()),
    }
}

fn directions(sun: &[(f64, f64, f64)], ways: &[Measured]) -> Panel {
    let mut curve: Vec<Option<(f64, f64)>> = Vec::new();
    let mut last: Option<f64> = None;
    for (part, azimuth, up) in sun {
        let way = (azimuth + 180.0).rem_euclid(360.0);
        if last.is_some_and(|last| (last - way).abs() > 180.0) {
            curve.push(None);
        }
        last = Some(way);
        curve.push((*up > 0.0).then_some((*part, way)));
    }
    let bands = ways.iter().flat_map(|way| {
        let size = way.error.size().min(180.0);
        let (low, high) = (way.value - size, way.value + size);
        // A band over north is drawn in two parts.
        match (low < 0.0, high > 360.0) {
            (true, _) => vec![(low + 360.0, 360.0), (0.0, high)],
            (_, true) => vec![(low, 360.0), (0.0, high - 360.0)],
            _ => vec![(low, high)],
        }
    });
    let named = [
        (0.0, "N"),
        (90.0, "E"),
        (180.0, "S"),
        (270.0, "W"),
        (360.0, "N"),
    ];
    Panel {
        name: "Way a shadow points, degrees from north".to_owned(),
        low: 0.0,
        high: 360.0,
        ticks: named
            .iter()
            .map(|(way, name)| (*way, format!("{way:.0} {name}")))
            .collect(),
        curve,
        bands: bands.collect(),
    }
}
