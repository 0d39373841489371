//! Time to the main text of a long page, by both extractors and by the whole of intake.

use bearings_intake::bench::{with_dom_smoothie, with_trafilatura};
use bearings_intake::{Defaults, extract};
use bearings_model::{Acquisition, Zone};
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// A news page of about `kilobytes`: half of it furniture, as on real pages.
fn page(kilobytes: usize) -> String {
    let mut article = String::new();
    let mut furniture = String::new();
    let mut number = 0;
    while article.len() + furniture.len() < kilobytes * 1000 {
        number += 1;
        article.push_str(&format!(
            "<p class=\"par\" id=\"p{number}\">The council said on Monday that {number} homes near the \
             <a href=\"/market\">market</a> were damaged, and that nobody was hurt; residents told \
             <em>reporters</em> they had heard {number} explosions before noon.</p>\n"
        ));
        furniture.push_str(&format!(
            "<div class=\"card teaser-{number}\"><a href=\"/story/{number}\"><img src=\"/i/{number}.jpg\" \
             alt=\"\"><span class=\"label\">Region</span><h4>Trams run again on line {number}</h4></a>\
             <span class=\"ago\">2 h</span></div>\n"
        ));
    }
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><title>Homes damaged near the market</title>\
         <meta property=\"article:published_time\" content=\"2022-02-28T10:00:00+02:00\"></head>\
         <body><nav><ul><li><a href=\"/\">Home</a></ul></nav><main><article>\
         <h1>Homes damaged near the market</h1>{article}</article></main>\
         <aside class=\"related\">{furniture}</aside><footer>About us</footer></body></html>"
    )
}

#[divan::bench(args = [10, 100, 1000])]
fn trafilatura(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let page = page(kilobytes);
    bencher
        .counter(BytesCount::of_str(&page))
        .bench(|| with_trafilatura(&page));
}

#[divan::bench(args = [10, 100, 1000])]
fn dom_smoothie(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let page = page(kilobytes);
    bencher
        .counter(BytesCount::of_str(&page))
        .bench(|| with_dom_smoothie(&page));
}

#[divan::bench(args = [10, 100, 1000])]
fn whole_intake(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let page = page(kilobytes);
    read(bencher, page.as_bytes(), "page.html");
}

#[divan::bench(args = [10, 100, 1000])]
fn whole_intake_of_plain_text(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let sentence = "The council said on Monday that homes near the market were damaged.\n\n";
    let text = sentence.repeat(kilobytes * 1000 / sentence.len());
    read(bencher, text.as_bytes(), "page.txt");
}

fn read(bencher: Bencher<'_, '_>, bytes: &[u8], name: &str) {
    let acquisition = Acquisition {
        at: jiff::Timestamp::UNIX_EPOCH,
        by: "desk".to_owned(),
        from: name.to_owned(),
        method: "file".to_owned(),
        media_type: None,
        published: None,
        source: None,
        lang: None,
        zone: None,
        shows: None,
        derived_from: None,
        plain: false,
    };
    let defaults = Defaults {
        zone: Zone::utc(),
        today: jiff::civil::date(2022, 4, 1),
    };
    bencher
        .counter(BytesCount::new(bytes.len()))
        .bench(|| extract(bytes, &acquisition, &defaults));
}
