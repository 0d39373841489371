//! `bearings gazetteer`: dumps of whole countries beside the built-in places.

use bearings_locate::{Addition, OnShelf, left_out};
use serde_json::{Value, json};

use crate::arguments::GazetteerStep;
use crate::failure::Failure;
use crate::output::Output;
use crate::{Done, home};

pub fn run(step: &GazetteerStep, output: &Output) -> Result<Done, Failure> {
    match step {
        GazetteerStep::Add { files } => {
            let mut problems = 0;
            for file in files {
                match home::shelf()?.add(file, &home::now()) {
                    Ok(addition) => problems += tell_added(&addition, output),
                    Err(error) if files.len() == 1 => return Err(error.into()),
                    Err(error) => {
                        problems += 1;
                        output.problem(&error.to_string());
                    }
                }
            }
            Ok(Done::having(problems))
        }
        GazetteerStep::List => list(output),
        GazetteerStep::Remove { name } => {
            home::shelf()?.remove(name)?;
            output.line(&format!(
                "Removed {name}. What was read with it is read again when a case is next opened."
            ));
            output.value(&json!({ "removed": name }));
            Ok(Done::Clean)
        }
    }
}

fn tell_added(addition: &Addition, output: &Output) -> usize {
    let about = &addition.about;
    let verb = if addition.replaced {
        "Replaced"
    } else {
        "Added"
    };
    output.line(&format!(
        "{verb} {}: {} places from {} entries of {}. Cases are read again with it when next opened.\n\
         Places: GeoNames, CC BY 4.0.",
        about.name, about.places, about.lines, about.file
    ));
    let problem = (about.bad_lines > 0).then(|| {
        let first: Vec<String> = addition.bad.iter().map(usize::to_string).collect();
        format!(
            "{}: lines left out that are no places in GeoNames' form: {} (the first: {})",
            about.file,
            about.bad_lines,
            first.join(", ")
        )
    });
    if let Some(problem) = &problem {
        output.problem(problem);
    }
    let mut value = json!({ "added": about, "replaced": addition.replaced });
    value["problems"] = problem.iter().cloned().map(Value::from).collect();
    output.value(&value);
    usize::from(problem.is_some())
}

fn list(output: &Output) -> Result<Done, Failure> {
    let (mut good, mut problems) = (Vec::new(), Vec::new());
    for on_shelf in home::shelf()?.list() {
        match on_shelf {
            OnShelf::Good(about) => {
                output.line(&format!(
                    "{:8} {:>9} places  {}  added {}  sha256 {}",
                    about.name,
                    about.places,
                    about.file,
                    about.added.get(..10).unwrap_or(&about.added),
                    about.sha256.get(..12).unwrap_or(&about.sha256)
                ));
                good.push(json!(about));
            }
            OnShelf::LeftOut(name, why) => problems.push(left_out(&name, &why)),
        }
    }
    if good.is_empty() && problems.is_empty() {
        output.line(
            "Nothing was added; the built-in places are used. \
             `bearings gazetteer add UA.zip` adds GeoNames' dump of a country.",
        );
    }
    problems.iter().for_each(|problem| output.problem(problem));
    output.value(&json!({ "added": good, "problems": problems }));
    Ok(Done::having(problems.len()))
}
