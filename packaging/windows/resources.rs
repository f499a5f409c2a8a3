//! Gives the program for Windows its icon, its version and its manifest; elsewhere there is nothing to do.

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
