//! The order with its bounds as a picture: a row an event, a bar from earliest to latest.
//!
//! Plain SVG without scripts or anything loaded; every label is escaped. Draws what the network
//! says and nothing between.

mod axis;
mod steps;

use std::fmt::Write;

use crate::moment::{EventId, Interval, Spans};
use crate::network::{Network, Using};
use crate::order::Order;
pub use axis::Axis;
use axis::Scale;
use steps::Lane;

const ROW: i64 = 30;
const TOP: i64 = 40;
const LABEL: i64 = 230;
const LANE: i64 = 10;
const PLOT: i64 = 620;
const LONGEST_LABEL: usize = 34;

const STYLE: &str = "\
.order-svg{--ink:#1d1d1b;--ground:#fff;--firm:#1f5fa8;--soft:#a85200;--line:#d4d4d0;\
color:var(--ink);background:var(--ground);font:12px system-ui,sans-serif}\
@media (prefers-color-scheme:dark){.order-svg{--ink:#ececea;--ground:#171716;--firm:#86b6f2;\
--soft:#f0a65c;--line:#3c3c3a}}\
.order-svg text{fill:currentColor}\
.order-svg .grid{stroke:var(--line)}\
.order-svg .firm{fill:var(--firm);fill-opacity:.25;stroke:var(--firm)}\
.order-svg .sure{fill:var(--firm)}\
.order-svg .soft{fill:none;stroke:var(--soft);stroke-width:2;stroke-dasharray:4 3}\
.order-svg .open{stroke:var(--firm);stroke-dasharray:2 3;stroke-width:2}\
.order-svg .step{fill:none;stroke:currentColor;stroke-opacity:.7}\
.order-svg .step.hedged{stroke:var(--soft);stroke-opacity:1;stroke-dasharray:4 3}\
.order-svg .head{fill:currentColor}.order-svg .head.hedged{fill:var(--soft)}\
.order-svg .faint{fill-opacity:.7}";

/// Draws all events of a network.
pub fn order_svg(network: &Network, axis: &Axis) -> String {
    let order = network.order(Using::WithSoft);
    let rows = rows(network, &order);
    let lanes = steps::lanes(network, &order, &rows);
    let gutter = LANE * (lanes.as_ref().map_or(0, |lanes| lanes.count) + 1);
    let drawing = Drawing {
        network,
        scale: Scale::new(network, LABEL + gutter, PLOT),
        gutter,
    };
    drawing.draw(
        &rows,
        lanes.as_ref().map(|lanes| lanes.lanes.as_slice()),
        axis,
    )
}

/// Events from earlier to later: by block, within a block by layer, then by earliest begin.
fn rows(network: &Network, order: &Order) -> Vec<EventId> {
    let mut place = vec![(0, 0, 0, 0); network.events.len()];
    for (number, block) in order.blocks.iter().enumerate() {
        block
            .iter()
            .for_each(|event| place[event.index()].0 = number);
    }
    for (number, layer) in order.layers.iter().enumerate() {
        layer
            .iter()
            .for_each(|event| place[event.index()].1 = number);
    }
    for (id, event) in network.events() {
        let begins = network.bounds(event.begin, Using::WithSoft).spans.hull();
        place[id.index()].2 = begins.low().max(begins.high().saturating_neg());
        place[id.index()].3 = id.index();
    }
    let mut rows: Vec<EventId> = network.events().map(|(id, _)| id).collect();
    rows.sort_by_key(|id| place[id.index()]);
    rows
}

struct Drawing<'a> {
    network: &'a Network,
    scale: Scale,
    gutter: i64,
}

impl Drawing<'_> {
    fn draw(&self, rows: &[EventId], lanes: Option<&[Lane]>, axis: &Axis) -> String {
        let bottom = TOP + ROW * rows.len() as i64;
        let unused = self.unused();
        let notes = if unused.is_empty() { 0 } else { 20 };
        let (width, height) = (LABEL + self.gutter + PLOT + 64, bottom + 46 + notes);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"order-svg\" role=\"img\" \
             viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\n\
             <title>Order of {} events with their bounds</title>\n<style>{STYLE}</style>\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"var(--ground)\"/>\n",
            rows.len(),
        );
        self.scale.grid(&mut svg, axis, TOP, bottom);
        for (number, event) in (0..).zip(rows) {
            self.row(&mut svg, *event, TOP + ROW * number, axis);
        }
        for lane in lanes.unwrap_or_default() {
            lane.draw(&mut svg, LABEL + self.gutter - 4, TOP, ROW, LANE);
        }
        self.legend(&mut svg, bottom + 28, lanes.is_none());
        if !unused.is_empty() {
            let _ = writeln!(svg, "<text x=\"8\" y=\"{}\">{unused}</text>", bottom + 52);
        }
        svg.push_str("</svg>\n");
        svg
    }

    /// That some clues conflict, and so have no part in the picture.
    fn unused(&self) -> String {
        let conflicts = self.network.conflicts();
        let clues: usize = conflicts.iter().map(|conflict| conflict.clues.len()).sum();
        match clues {
            0 => String::new(),
            1 => "1 clue cannot be true and is not used here".to_owned(),
            _ => format!("{clues} clues cannot all be true and are not used here"),
        }
    }

    fn row(&self, svg: &mut String, id: EventId, top: i64, axis: &Axis) {
        let event = self.network.event_of(id);
        let label = shortened(&event.label);
        let _ = writeln!(
            svg,
            "<g><title>{}</title><text x=\"8\" y=\"{}\">{}</text>",
            escaped(&self.told(id, axis)),
            top + 19,
            escaped(&label)
        );
        let firm = self.bars(id, Using::Firm);
        for bar in &firm {
            self.bar(svg, *bar, top + 7, 16);
        }
        let soft = self.bars(id, Using::WithSoft);
        let sure = self.sure(id);
        if let Some((from, to)) = sure {
            let (from, to) = (self.scale.x(from), self.scale.x(to));
            let width = (to - from).max(2.0);
            let _ = writeln!(
                svg,
                "<rect class=\"sure\" x=\"{from:.1}\" y=\"{}\" width=\"{width:.1}\" height=\"8\"/>",
                top + 11
            );
        }
        if soft != firm {
            for bar in &soft {
                self.soft_bar(svg, *bar, top + 4, 22);
            }
        }
        if firm.iter().all(|bar| *bar == Interval::default()) {
            let _ = writeln!(
                svg,
                "<text class=\"faint\" x=\"{}\" y=\"{}\">no firm clue bounds it</text>",
                LABEL + self.gutter + 8,
                top + 19
            );
        }
        svg.push_str("</g>\n");
    }

    /// A side that nothing bounds runs dotted to the edge.
    fn bar(&self, svg: &mut String, bar: Interval, top: i64, height: i64) {
        if bar == Interval::default() {
            return;
        }
        let (from, to) = self.scale.ends(bar);
        let middle = top + height / 2;
        let (known, open) = match (bar.earliest, bar.latest) {
            (Some(_), Some(_)) => ((from, (to - from).max(3.0)), None),
            (Some(_), None) => ((from, 3.0), Some((from, to))),
            _ => ((to - 3.0, 3.0), Some((from, to))),
        };
        if let Some((from, to)) = open {
            let _ = writeln!(
                svg,
                "<line class=\"open\" x1=\"{from:.1}\" x2=\"{to:.1}\" y1=\"{middle}\" y2=\"{middle}\"/>"
            );
        }
        let _ = writeln!(
            svg,
            "<rect class=\"firm\" x=\"{:.1}\" y=\"{top}\" width=\"{:.1}\" height=\"{height}\" rx=\"2\"/>",
            known.0, known.1
        );
    }

    /// A frame, open at a side that nothing bounds.
    fn soft_bar(&self, svg: &mut String, bar: Interval, top: i64, height: i64) {
        let (from, to) = self.scale.ends(bar);
        let (to, bottom) = (to.max(from + 3.0), top + height);
        let path = match (bar.earliest, bar.latest) {
            (Some(_), Some(_)) => format!("M{from:.1} {top}H{to:.1}V{bottom}H{from:.1}z"),
            (Some(_), None) => format!("M{to:.1} {top}H{from:.1}V{bottom}H{to:.1}"),
            (None, Some(_)) => format!("M{from:.1} {top}H{to:.1}V{bottom}H{from:.1}"),
            (None, None) => return,
        };
        let _ = writeln!(svg, "<path class=\"soft\" d=\"{path}\"/>");
    }

    /// From the earliest begin to the latest end, one for each of several spans that match.
    fn bars(&self, id: EventId, using: Using) -> Vec<Interval> {
        let event = self.network.event_of(id);
        let spans = |moment| -> Spans { self.network.bounds(moment, using).spans };
        let (begins, ends) = (spans(event.begin), spans(event.end));
        let bar = |begin: Interval, end: Interval| Interval {
            earliest: begin.earliest,
            latest: end.latest,
        };
        if begins.intervals().len() == ends.intervals().len() {
            let both = begins.intervals().iter().zip(ends.intervals());
            return both.map(|(begin, end)| bar(*begin, *end)).collect();
        }
        vec![bar(begins.hull(), ends.hull())]
    }

    /// When it was going on by firm clues, whatever its begin and end.
    fn sure(&self, id: EventId) -> Option<(i64, i64)> {
        let event = self.network.event_of(id);
        let hull = |moment| self.network.bounds(moment, Using::Firm).spans.hull();
        let (begun, ended) = (hull(event.begin).latest?, hull(event.end).earliest?);
        (begun <= ended && !event.is_moment()).then_some((begun, ended))
    }

    fn told(&self, id: EventId, axis: &Axis) -> String {
        let told = |bars: Vec<Interval>| -> String {
            let side = |time: Option<i64>| time.map_or("open".to_owned(), |ms| (axis.written)(ms));
            let bars = bars
                .iter()
                .map(|bar| format!("{} to {}", side(bar.earliest), side(bar.latest)));
            bars.collect::<Vec<_>>().join(", or ")
        };
        let (firm, soft) = (self.bars(id, Using::Firm), self.bars(id, Using::WithSoft));
        let label = &self.network.event_of(id).label;
        if firm == soft {
            return format!("{label}: {}", told(firm));
        }
        format!("{label}: {}; with soft clues {}", told(firm), told(soft))
    }

    fn legend(&self, svg: &mut String, y: i64, steps_left_out: bool) {
        let _ = writeln!(
            svg,
            "<rect class=\"firm\" x=\"8\" y=\"{0}\" width=\"22\" height=\"12\"/>\
             <text x=\"36\" y=\"{y}\">earliest to latest, by firm clues</text>\
             <rect class=\"sure\" x=\"236\" y=\"{1}\" width=\"22\" height=\"8\"/>\
             <text x=\"264\" y=\"{y}\">surely going on</text>\
             <rect class=\"soft\" x=\"376\" y=\"{0}\" width=\"22\" height=\"12\"/>\
             <text x=\"404\" y=\"{y}\">with soft clues</text>\
             <text x=\"510\" y=\"{y}\">{2}</text>",
            y - 11,
            y - 9,
            if steps_left_out {
                "steps are too many to draw"
            } else {
                "arrows: certainly before (dashed: by soft clues)"
            }
        );
    }
}

fn shortened(label: &str) -> String {
    if label.chars().count() <= LONGEST_LABEL {
        return label.to_owned();
    }
    let kept: String = label.chars().take(LONGEST_LABEL - 1).collect();
    format!("{}…", kept.trim_end())
}

/// Text as XML allows it: control characters cannot stand in it at all.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            control if control.is_control() => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{Axis, order_svg};
    use crate::civil::written;
    use crate::lines::parse;

    fn drawn(lines: &str) -> String {
        let parsed = parse(lines);
        let axis = Axis {
            ahead_min: parsed.ahead_min,
            written: &|ms| written(ms, parsed.ahead_min),
        };
        order_svg(&parsed.network, &axis)
    }

    #[test]
    fn a_label_cannot_break_out_of_the_picture() {
        let svg = drawn("event a: <script>\"x\"&'y'\u{1}\n1: a at 2031-05-05 10:00");
        assert!(!svg.contains("<script"));
        assert!(svg.contains("&lt;script&gt;&quot;x&quot;&amp;&#39;y&#39;"));
        assert!(!svg.contains('\u{1}'));
    }

    #[test]
    fn windows_apart_are_bars_apart_and_soft_ones_are_dashed() {
        let svg = drawn(
            "clip a: A\nclip b: B\n\
             1: a at 2031-05-05 08:00 to 09:00 or a at 2031-05-05 15:00 to 16:00\n\
             2: b at 2031-05-05 12:00\n3 soft: a before b\n",
        );
        assert_eq!(svg.matches("<rect class=\"firm\"").count(), 3 + 1, "{svg}");
        assert_eq!(svg.matches("<path class=\"soft\"").count(), 1, "{svg}");
        assert_eq!(svg.matches("class=\"step hedged\"").count(), 1, "{svg}");
    }

    #[test]
    fn nothing_and_no_bounds_are_drawn_too() {
        assert!(drawn("").contains("Order of 0 events"));
        let svg = drawn("clip a: A\nclip b: B\n1: a before b");
        assert_eq!(svg.matches("no firm clue bounds it").count(), 2);
        assert_eq!(svg.matches("class=\"step\"").count(), 1);
        let svg = drawn("clip a: A\nclip b: B\n1: a before b\n2: b before a");
        assert!(svg.contains("2 clues cannot all be true and are not used here"));
        drawn("moment a: A\n1: a at 2031-05-05 10:00:00.000");
        drawn("moment a: A\n1: a not before 1000-01-01\n2: a not after 3000-01-01");
    }
}
