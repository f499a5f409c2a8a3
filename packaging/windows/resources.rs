//! Gives the program for Windows its icon, its version and its manifest; elsewhere there is nothing to do.
#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a build script speaks to cargo by printing and stops by panicking"
)]

fn main() {
    println!("cargo::rerun-if-changed=packaging/windows/countylens.manifest");
    println!("cargo::rerun-if-changed=assets/icons/countylens.ico");
    #[cfg(windows)]
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "windows") {
        let mut resources = winresource::WindowsResource::new();
        resources.set_icon("assets/icons/countylens.ico");
        resources.set_manifest_file("packaging/windows/countylens.manifest");
        resources.compile().expect("the Windows resource compiler is missing: install the Windows SDK");
    }
}
