//! The licences that the window shows name every crate that goes into the program, and the fonts.

#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

const LICENCES: &str = include_str!("../assets/licences/licences.txt");

/// What normal dependencies of the program lead to, on any system, as `name version`.
fn dependencies() -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata");
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let nodes = list(&metadata["resolve"]["nodes"]);
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut waiting = vec![metadata["resolve"]["root"].as_str().expect("a root").to_owned()];
    while let Some(id) = waiting.pop() {
        let node = nodes.iter().find(|node| node["id"] == id.as_str()).expect("a node");
        for dependency in list(&node["deps"]) {
            let normal = list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            let id = dependency["pkg"].as_str().expect("an id").to_owned();
            if normal && seen.insert(id.clone()) {
                waiting.push(id);
            }
        }
    }
    let packages = list(&metadata["packages"]);
    let used = packages.iter().filter(|package| package["id"].as_str().is_some_and(|id| seen.contains(id)));
    used.map(|package| {
        format!("{} {}", package["name"].as_str().unwrap_or(""), package["version"].as_str().unwrap_or(""))
    })
    .collect()
}

#[test]
fn every_crate_is_named_with_its_licence_and_none_besides() {
    let dependencies = dependencies();
    assert!(dependencies.len() > 100, "{} crates", dependencies.len());
    let listed: BTreeSet<String> = LICENCES
        .lines()
        .take_while(|line| !line.starts_with("Packages that bring") && !line.starts_with("===="))
        .filter_map(|line| line.split_once(" · "))
        .map(|(name, _)| name.to_owned())
        .filter(|name| !name.starts_with("Noto Sans SC"))
        .collect();
    let again = "run python3 assets/licences/make_licences.py";
    assert_eq!(dependencies.difference(&listed).collect::<Vec<_>>(), Vec::<&String>::new(), "missing: {again}");
    assert_eq!(listed.difference(&dependencies).collect::<Vec<_>>(), Vec::<&String>::new(), "used no more: {again}");
}

#[test]
fn the_texts_that_must_be_passed_on_are_there() {
    let words = LICENCES.split_whitespace().collect::<Vec<_>>().join(" ");
    for text in [
        "Permission is hereby granted, free of charge, to any person obtaining a copy",
        "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION",
        "SIL OPEN FONT LICENSE Version 1.1",
        "UNICODE LICENSE V3",
        "Boost Software License - Version 1.0",
        "UBUNTU FONT LICENCE Version 1.0",
    ] {
        assert!(words.contains(text), "{text}");
    }
}
