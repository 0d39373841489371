//! The sheet a fix is drawn on: metres to its pixels, grid, scale bar, north.

use crate::markup::escaped;
use std::fmt::Write as _;

pub(super) const WIDTH: f64 = 760.0;
pub(super) const HEIGHT: f64 = 620.0;

/// Free around what is drawn: labels stand there, the caption below.
const MARGIN: f64 = 70.0;

/// Colours of text have a contrast of 4.5 and more against their ground, light and dark.
const STYLE: &str = "svg{background:#fbfaf7;font:13px/1.3 system-ui,sans-serif}\
.grid{stroke:#e2ded4;stroke-width:1}.field{fill:#b9402f;opacity:.07}\
.sight{stroke:#5c6670;stroke-width:1.2}.off{stroke-dasharray:3 4;stroke:#a63a2b}\
.ellipse{fill:#b9402f;fill-opacity:.22;stroke:#a63a2b;stroke-width:1.5}\
.camera{fill:#a63a2b;stroke:#fbfaf7;stroke-width:1.5}.landmark{fill:#1f5f8b;stroke:#fbfaf7;stroke-width:1.5}\
.wrong{stroke:#a63a2b;stroke-width:2.4;fill:none}.name,.small,.caption{fill:#23282c}\
.strong{font-weight:600}.wrong-name{fill:#9a3324}.small{font-size:11px}\
.name{paint-order:stroke;stroke:#fbfaf7;stroke-width:3px;stroke-linejoin:round}\
.bar,.north{stroke:#23282c;stroke-width:2;fill:none}.north{fill:#23282c;stroke-width:1}\
.inset{fill:#fbfaf7;stroke:#8a857b}\
@media (prefers-color-scheme:dark){svg{background:#16181a}.grid{stroke:#2a2e31}.field{fill:#f08a7e;opacity:.09}\
.sight{stroke:#9aa4ad}.off,.wrong{stroke:#f08a7e}.ellipse{fill:#f08a7e;stroke:#f08a7e}\
.camera{fill:#f08a7e;stroke:#16181a}.landmark{fill:#86b6e0;stroke:#16181a}\
.name,.small,.caption{fill:#e9e5dd}.name{stroke:#16181a}.wrong-name{fill:#f08a7e}\
.bar,.north{stroke:#e9e5dd}.north{fill:#e9e5dd}.inset{fill:#16181a;stroke:#8b867d}}";

#[derive(Debug)]
pub(super) struct Sheet {
    /// Pixels a metre.
    pub(super) scale: f64,
    middle: [f64; 2],
}

pub(super) fn opened(title: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" \
         height=\"{HEIGHT}\" role=\"img\">\n<title>{}</title>\n<style>{STYLE}</style>\n",
        escaped(title)
    )
}

impl Sheet {
    /// A sheet that shows all these points and the origin.
    pub(super) fn around(points: &[[f64; 2]]) -> Self {
        let reach = |axis: usize| {
            points
                .iter()
                .fold((0.0_f64, 0.0_f64), |(low, high), point| {
                    (low.min(point[axis]), high.max(point[axis]))
                })
        };
        let ((west, east), (south, north)) = (reach(0), reach(1));
        let wide = (WIDTH - 2.0 * MARGIN) / (east - west).max(1.0);
        let high = (HEIGHT - 2.0 * MARGIN) / (north - south).max(1.0);
        Self {
            scale: wide.min(high),
            middle: [f64::midpoint(west, east), f64::midpoint(south, north)],
        }
    }

    pub(super) fn on(&self, [east, north]: [f64; 2]) -> [f64; 2] {
        [
            WIDTH / 2.0 + (east - self.middle[0]) * self.scale,
            HEIGHT / 2.0 - 6.0 - (north - self.middle[1]) * self.scale,
        ]
    }

    pub(super) fn polygon(&self, svg: &mut String, class: &str, points: &[[f64; 2]]) {
        let points: Vec<String> = points
            .iter()
            .map(|point| self.on(*point))
            .map(|[x, y]| format!("{x:.1},{y:.1}"))
            .collect();
        let _ = writeln!(
            svg,
            r#"<polygon class="{class}" points="{}"/>"#,
            points.join(" ")
        );
    }

    /// Lines a round number of metres apart, counted from the camera.
    pub(super) fn grid(&self) -> String {
        let step = nice(110.0 / self.scale);
        let [x0, y0] = self.on([0.0, 0.0]);
        let apart = step * self.scale;
        let mut path = String::new();
        let mut x = x0.rem_euclid(apart);
        while x < WIDTH {
            let _ = write!(path, "M{x:.1} 0V{HEIGHT}");
            x += apart;
        }
        let mut y = y0.rem_euclid(apart);
        while y < HEIGHT {
            let _ = write!(path, "M0 {y:.1}H{WIDTH}");
            y += apart;
        }
        format!("<path class=\"grid\" d=\"{path}\"/>\n")
    }

    pub(super) fn scale_bar(&self) -> String {
        let length = nice(130.0 / self.scale);
        format!(
            "<path class=\"bar\" d=\"M14 22v6h{:.1}v-6\"/>\n<text class=\"small\" x=\"{:.1}\" y=\"31\">{}</text>\n",
            length * self.scale,
            length * self.scale + 20.0,
            told_m(length)
        )
    }
}

pub(super) fn north() -> String {
    let x = WIDTH - 24.0;
    format!(
        "<path class=\"north\" d=\"M{x} 12l7 22l-7 -5l-7 5z\"/>\n\
         <text class=\"small\" x=\"{x}\" y=\"48\" text-anchor=\"middle\">N</text>\n"
    )
}

/// The largest of 1, 2 or 5 times a power of ten that is not above.
pub(super) fn nice(most: f64) -> f64 {
    let power = 10f64.powf(most.max(1e-3).log10().floor());
    let part = most.max(1e-3) / power;
    power
        * if part >= 5.0 {
            5.0
        } else if part >= 2.0 {
            2.0
        } else {
            1.0
        }
}

pub(super) fn told_m(metres: f64) -> String {
    match metres {
        m if m >= 1000.0 => format!("{} km", (m / 100.0).round() / 10.0),
        m if m >= 10.0 => format!("{m:.0} m"),
        m if m >= 0.1 => format!("{} m", (m * 10.0).round() / 10.0),
        m => format!("{} cm", (m * 1000.0).round() / 10.0),
    }
}
