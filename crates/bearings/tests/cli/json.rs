//! The JSON that leaves the program keeps what it promises.

use serde_json::Value;

use super::{Machine, REPORT};

fn read(machine: &Machine, text: &str) -> Value {
    let path = machine.write("text.txt", text);
    machine.json(&[
        "read",
        &path,
        "--source",
        "Outlet One",
        "--published",
        "2022-03-01",
        "--zone",
        "Europe/Kyiv",
        "--json",
    ])
}

/// Every `span` with a `text` beside it addresses exactly those characters.
fn check_spans(value: &Value, text: &[char]) -> usize {
    let mut checked = 0;
    match value {
        Value::Object(fields) => {
            if let (Some(Value::Array(span)), Some(Value::String(words))) =
                (fields.get("span"), fields.get("text"))
            {
                let bound = |i: usize| span[i].as_u64().unwrap() as usize;
                let addressed: String = text[bound(0)..bound(1)].iter().collect();
                assert_eq!(&addressed, words);
                checked += 1;
            }
            checked += fields
                .values()
                .map(|field| check_spans(field, text))
                .sum::<usize>();
        }
        Value::Array(list) => {
            checked += list.iter().map(|one| check_spans(one, text)).sum::<usize>()
        }
        _ => {}
    }
    checked
}

#[test]
fn spans_are_code_points_of_the_text() {
    let machine = Machine::new();
    // Letters of two bytes, of four, and a combining mark before everything else.
    let read = read(&machine, &format!("Zażółć 𝔸 e\u{301}.\n\n{REPORT}"));
    let text: Vec<char> = read["item"]["text"].as_str().unwrap().chars().collect();
    assert!(check_spans(&read, &text) > 10);
}

#[test]
fn an_upper_bound_closes_its_day_and_carries_the_offset() {
    let machine = Machine::new();
    let read = read(&machine, REPORT);
    let monday = read["times"]
        .as_array()
        .unwrap()
        .iter()
        .find(|time| time["text"] == "Monday")
        .unwrap();
    assert_eq!(monday["timex"], "2022-02-28");
    assert_eq!(monday["begin"][0], "2022-02-28T00:00+02:00");
    assert_eq!(monday["end"][1], "2022-02-28T24:00+02:00");
}

#[test]
fn unknown_is_null_and_never_zero() {
    let machine = Machine::new();
    let read = read(&machine, REPORT);
    let killed = read["claims"]
        .as_array()
        .unwrap()
        .iter()
        .find(|c| c["counted"]["outcome"] == "killed")
        .unwrap();
    assert_eq!(killed["amount"]["low"], 4);
    assert!(killed["amount"]["high"].is_null());
    assert_eq!(killed["amount"]["bound"], "at_least");
    assert!(killed["counted"]["side"].is_null());
}

#[test]
fn several_files_give_one_object_a_line_with_their_paths() {
    let machine = Machine::new();
    machine.write("in/a.txt", REPORT);
    machine.write("in/b.txt", "It was quiet in Kharkiv on Sunday.");
    let ran = machine.good(&["read", "in", "--published", "2022-03-01", "--json"]);
    let lines: Vec<Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0]["path"].as_str().unwrap().ends_with("a.txt"));
}

#[test]
fn plain_takes_the_file_character_for_character() {
    let machine = Machine::new();
    let text = "Advertisement\r\n\r\nAt least four people were killed on Monday.  \r\n";
    let path = machine.write("plain.txt", text);
    let read = machine.json(&[
        "read",
        &path,
        "--plain",
        "--published",
        "2022-03-01",
        "--json",
    ]);
    assert_eq!(read["item"]["text"], text);
}
