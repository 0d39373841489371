//! One entry's bar: solid where it was certainly going on, light where it may have been, fading
//! where an end is open. Drawn in per cent of the width.

use std::fmt::Write;

use bearings_model::TimelineEntry;
use jiff::civil::DateTime;

use super::axis::{Axis, percent};
use super::{Bounds, daylight::Night};
use crate::words::Markup;

/// How far a fade reaches where nothing bounds it on that side, as a share of the axis.
const FADE: f64 = 0.12;

/// Below this share of the axis a bar would be a hair: it is drawn as a tick as well.
const NARROW: f64 = 0.006;

/// Day lines and nights behind the rows.
pub(super) fn grid(axis: &Axis, nights: &[Night]) -> Markup {
    let mut svg = String::from("<svg class=\"grid\" aria-hidden=\"true\" focusable=\"false\">");
    for night in nights {
        let (left, right) = clipped(axis.place(night.dusk), axis.place(night.dawn));
        rect(&mut svg, "night", left, right, "0", "100%");
    }
    let step = if axis.length() > 16 { 7 } else { 1 };
    for day in axis.every(step).skip(1) {
        let at = axis.percent(day.at(0, 0, 0, 0));
        let _ = write!(
            svg,
            "<line class=\"day\" x1=\"{at}\" x2=\"{at}\" y1=\"0\" y2=\"100%\"/>"
        );
    }
    svg.push_str("</svg>");
    Markup(svg)
}

pub(super) fn bar(axis: &Axis, bounds: Bounds, entry: &TimelineEntry) -> Markup {
    let Some(reach) = Reach::new(axis, bounds) else {
        return Markup::default();
    };
    let mut svg = String::from("<svg class=\"bar\" aria-hidden=\"true\" focusable=\"false\">");
    let soft = if entry.soft { " soft" } else { "" };
    let kind = if entry.kind == "forecast" {
        " forecast"
    } else {
        ""
    };
    band(&mut svg, &format!("fade-in{kind}"), reach.fade_in);
    band(&mut svg, &format!("fade-out{kind}"), reach.fade_out);
    let (left, right) = reach.range;
    if right - left >= NARROW {
        band(&mut svg, &format!("range{soft}{kind}"), Some(reach.range));
        ends(&mut svg, &reach);
    } else if reach.cut == (false, false) {
        tick(&mut svg, (left + right) / 2.0, kind);
    }
    band(&mut svg, &format!("core{soft}{kind}"), reach.core);
    beyond(&mut svg, &reach);
    svg.push_str("</svg>");
    Markup(svg)
}

/// A bar's parts as shares of the axis.
struct Reach {
    /// All of the time it can fill that is bounded.
    range: (f64, f64),
    /// Latest begin to earliest end: it was going on then, whatever else is unknown.
    core: Option<(f64, f64)>,
    fade_in: Option<(f64, f64)>,
    fade_out: Option<(f64, f64)>,
    /// It lies, wholly or in part, before or after what the axis shows.
    cut: (bool, bool),
}

impl Reach {
    fn new(axis: &Axis, bounds: Bounds) -> Option<Self> {
        let at = |moment: Option<DateTime>| moment.map(|moment| axis.place(moment));
        let [begin_earliest, begin_latest] = bounds.begin.map(at);
        let [end_earliest, end_latest] = bounds.end.map(at);
        let known = [begin_earliest, begin_latest, end_earliest, end_latest];
        let least = known.into_iter().flatten().fold(f64::INFINITY, f64::min);
        let most = known
            .into_iter()
            .flatten()
            .fold(f64::NEG_INFINITY, f64::max);
        if !least.is_finite() {
            return None;
        }
        let core = match (begin_latest, end_earliest) {
            (Some(begun), Some(ended)) if begun < ended => Some(clipped(begun, ended)),
            _ => None,
        };
        Some(Self {
            range: clipped(least, most),
            core: core.filter(|(left, right)| right > left),
            fade_in: begin_earliest
                .is_none()
                .then(|| clipped(least - FADE, least)),
            fade_out: end_latest.is_none().then(|| clipped(most, most + FADE)),
            cut: (least < 0.0, most > 1.0),
        })
    }
}

fn clipped(left: f64, right: f64) -> (f64, f64) {
    (left.clamp(0.0, 1.0), right.clamp(0.0, 1.0))
}

fn rect(svg: &mut String, class: &str, left: f64, right: f64, y: &str, height: &str) {
    let (x, width) = (percent(left), percent((right - left).max(0.0)));
    // Writing to a String cannot fail, here and below.
    let _ = write!(
        svg,
        "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
    );
}

/// A stretch in the middle half of the row's height.
fn band(svg: &mut String, class: &str, stretch: Option<(f64, f64)>) {
    if let Some((left, right)) = stretch {
        rect(svg, class, left, right, "25%", "50%");
    }
}

/// An instant, or something too short to see as a bar.
fn tick(svg: &mut String, at: f64, kind: &str) {
    let at = percent(at);
    let _ = write!(
        svg,
        "<line class=\"tick{kind}\" x1=\"{at}\" x2=\"{at}\" y1=\"15%\" y2=\"85%\"/>"
    );
}

/// Small stops where the possible range is bounded, so that a light bar reads as "between".
fn ends(svg: &mut String, reach: &Reach) {
    let stops = [
        (reach.fade_in.is_none() && !reach.cut.0, reach.range.0),
        (reach.fade_out.is_none() && !reach.cut.1, reach.range.1),
    ];
    for (_, at) in stops.into_iter().filter(|(bounded, _)| *bounded) {
        let at = percent(at);
        let _ = write!(
            svg,
            "<line class=\"stop\" x1=\"{at}\" x2=\"{at}\" y1=\"15%\" y2=\"85%\"/>"
        );
    }
}

/// Arrow heads where the bar goes on outside the axis.
fn beyond(svg: &mut String, reach: &Reach) {
    if reach.cut.0 {
        svg.push_str("<text class=\"beyond\" x=\"0\" y=\"72%\">◂</text>");
    }
    if reach.cut.1 {
        svg.push_str("<text class=\"beyond\" x=\"100%\" y=\"72%\" text-anchor=\"end\">▸</text>");
    }
}

#[cfg(test)]
mod tests {
    use bearings_model::{TimeBasis, When, Zone};
    use jiff::civil::date;

    use super::*;

    /// The bar of an entry on an axis of 24 and 25 February, and the parts it is drawn with.
    #[track_caller]
    fn check(begin: [Option<i8>; 2], end: [Option<i8>; 2], holds: &[&str], lacks: &[&str]) {
        let axis = Axis {
            first: date(2022, 2, 24),
            end: date(2022, 2, 26),
        };
        let at = |day: Option<i8>| day.map(|day| date(2022, 2, day).at(0, 0, 0, 0));
        let (begin, end) = (begin.map(at), end.map(at));
        let entry = TimelineEntry {
            id: String::new(),
            label: String::new(),
            when: When {
                begin,
                end,
                zone: Zone::utc(),
                basis: TimeBasis::Stated,
            },
            kind: "event".to_owned(),
            soft: false,
            place: None,
            evidence: Vec::new(),
        };
        let svg = bar(&axis, Bounds { begin, end }, &entry).0;
        assert!(holds.iter().all(|part| svg.contains(part)), "{svg}");
        assert!(!lacks.iter().any(|part| svg.contains(part)), "{svg}");
    }

    #[test]
    fn only_what_was_certainly_going_on_is_solid() {
        let half = "class=\"core\" x=\"0.00%\" y=\"25%\" width=\"50.00%\"";
        check([Some(24); 2], [Some(25); 2], &[half], &["fade"]);
        check(
            [Some(24), Some(25)],
            [Some(24), Some(25)],
            &["class=\"range\"", "stop"],
            &["core"],
        );
    }

    #[test]
    fn an_open_end_fades_and_a_bounded_one_stops() {
        check(
            [Some(24); 2],
            [Some(25), None],
            &["fade-out", "core", "stop"],
            &["fade-in"],
        );
        check([None, Some(25)], [Some(25); 2], &["fade-in"], &["fade-out"]);
    }

    #[test]
    fn what_lies_outside_the_axis_is_an_arrow_and_no_date() {
        check([Some(10); 2], [Some(11); 2], &["◂"], &["tick", "range"]);
        check([None; 2], [None; 2], &[], &["<svg"]);
    }
}
