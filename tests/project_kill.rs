//! Nothing is lost: a save that is cut off anywhere, by a kill, a power cut or a full disk, leaves the old project or the
//! new one, and the next save works.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot set itself up has failed")]
#![allow(clippy::print_stdout, reason = "how many interruptions were tried is part of the result")]

mod project_fixture;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use countylens::project::{
    Disk, ProjectDocument, ProjectError, SystemDisk, backup_path, read_project, save_atomically, save_project,
    save_project_on, sweep_leftovers,
};
use project_fixture::project;

/// Bytes that are written at once: small, so that a save has many steps.
const CHUNK: usize = 64;

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// The program ends: nothing after it happens, what was written stays.
    Kill,
    /// The same in the middle of a write, of which half arrives.
    KillHalfway,
    /// The machine ends: of files that were not flushed nothing is left.
    PowerCut,
    /// No more bytes fit; everything else goes on.
    FullDisk,
}

impl Fault {
    const ALL: [Self; 4] = [Self::Kill, Self::KillHalfway, Self::PowerCut, Self::FullDisk];
}

/// The real disk until step `last`, and a fault from then on.
struct FaultyDisk {
    fault: Fault,
    last: usize,
    /// Whether files can have second names here.
    links: bool,
    steps: Cell<usize>,
    /// Whether what each file holds was flushed.
    flushed: RefCell<BTreeMap<PathBuf, bool>>,
}

impl FaultyDisk {
    fn new(fault: Fault, last: usize, links: bool) -> Self {
        Self { fault, last, links, steps: Cell::new(0), flushed: RefCell::default() }
    }

    fn has_failed(&self) -> bool {
        self.steps.get() > self.last
    }

    fn step(&self) -> io::Result<()> {
        self.steps.set(self.steps.get() + 1);
        if self.has_failed() && self.fault != Fault::FullDisk {
            return Err(io::Error::other("the program has ended"));
        }
        Ok(())
    }

    /// What a person finds after the machine has started again.
    fn restart(&self) {
        if self.fault == Fault::PowerCut {
            for (path, _) in self.flushed.borrow().iter().filter(|(path, flushed)| !**flushed && path.exists()) {
                File::create(path).unwrap();
            }
        }
    }
}

impl Disk for FaultyDisk {
    type File = (PathBuf, File);

    fn create(&self, path: &Path) -> io::Result<Self::File> {
        self.step()?;
        self.flushed.borrow_mut().insert(path.to_path_buf(), false);
        Ok((path.to_path_buf(), SystemDisk.create(path)?))
    }

    fn write(&self, (_, file): &mut Self::File, bytes: &[u8]) -> io::Result<()> {
        for chunk in bytes.chunks(CHUNK) {
            let stepped = self.step();
            if self.has_failed() {
                if matches!(self.fault, Fault::KillHalfway | Fault::FullDisk) && self.steps.get() == self.last + 1 {
                    SystemDisk.write(file, &chunk[..chunk.len() / 2])?;
                }
                stepped?;
                return Err(io::Error::from(io::ErrorKind::StorageFull));
            }
            SystemDisk.write(file, chunk)?;
        }
        Ok(())
    }

    fn sync(&self, (path, file): &Self::File) -> io::Result<()> {
        self.step()?;
        self.flushed.borrow_mut().insert(path.clone(), true);
        SystemDisk.sync(file)
    }

    fn link(&self, file: &Path, second: &Path) -> io::Result<()> {
        self.step()?;
        if self.links { SystemDisk.link(file, second) } else { Err(io::Error::from(io::ErrorKind::Unsupported)) }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        let flushed = self.flushed.borrow_mut().remove(from);
        if let Some(flushed) = flushed {
            self.flushed.borrow_mut().insert(to.to_path_buf(), flushed);
        }
        SystemDisk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        SystemDisk.remove(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        SystemDisk.sync_folder(folder)
    }
}

struct Projects {
    older: ProjectDocument,
    old: ProjectDocument,
    new: ProjectDocument,
}

/// Cuts a save off after `last` steps; says whether it came that far.
fn cut_off(projects: &Projects, fault: Fault, last: usize, links: bool) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("县.countylens");
    save_project(&path, &projects.older).unwrap();
    save_project(&path, &projects.old).unwrap();

    let disk = FaultyDisk::new(fault, last, links);
    let saved = save_project_on(&disk, &path, &projects.new);
    disk.restart();
    let at = format!("{fault:?} after step {last}, links {links}, saved: {saved:?}");

    let found = read_project(&path).unwrap_or_else(|error| panic!("lost: {at}: {error}"));
    assert!(found == projects.old || found == projects.new, "half of a project: {at}");
    if saved.is_ok() {
        assert!(found == projects.new, "said to be saved: {at}");
    }
    let backup = read_project(&backup_path(&path)).unwrap_or_else(|error| panic!("backup lost: {at}: {error}"));
    assert!(backup == projects.older || backup == projects.old, "{at}");
    assert!(found == projects.old || backup == projects.old, "the old project is the backup: {at}");

    save_project(&path, &projects.new).unwrap_or_else(|error| panic!("cannot be saved any more: {at}: {error}"));
    assert_eq!(read_project(&path).unwrap(), projects.new);
    if fault == Fault::FullDisk {
        let names = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(names, 2, "a full disk leaves no temporary files: {at}");
    }
    disk.has_failed()
}

#[test]
fn a_save_cut_off_anywhere_leaves_the_old_project_or_the_new() {
    let projects = Projects { older: project("旧"), old: project("中"), new: project("新") };
    let mut tried = 0;
    for fault in Fault::ALL {
        for links in [true, false] {
            let points = (0..10_000).take_while(|last| cut_off(&projects, fault, *last, links)).count();
            println!("{fault:?}, second names {links}: {points} interruptions");
            tried += points;
        }
    }
    println!("{tried} interruptions in all, 0 projects lost");
    assert!(tried >= 200, "only {tried} interruptions");
}

#[test]
fn a_picture_is_saved_the_same_way() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("图.png");
    save_atomically(&path, b"old").unwrap();
    let bytes = [7; CHUNK * 20];
    let mut tried = 0;
    for last in 0.. {
        let disk = FaultyDisk::new(Fault::PowerCut, last, true);
        let saved = countylens::project::save_on(&disk, &path, &bytes, None);
        disk.restart();
        let found = fs::read(&path).unwrap();
        assert!(found == b"old" || found == bytes, "after step {last}");
        if !disk.has_failed() {
            saved.unwrap();
            break;
        }
        save_atomically(&path, b"old").unwrap();
        tried += 1;
    }
    assert!(tried > 20);
}

#[test]
fn a_file_that_is_write_protected_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.countylens");
    save_project(&path, &project("旧")).unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    assert!(save_project(&path, &project("新")).is_err());
    assert_eq!(read_project(&path).unwrap(), project("旧"));
}

#[cfg(unix)]
#[test]
fn behind_a_link_the_file_itself_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let (file, link) = (folder.path().join("a.countylens"), folder.path().join("b.countylens"));
    save_project(&file, &project("旧")).unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    save_project(&link, &project("新")).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(read_project(&file).unwrap(), project("新"));
}

/// Names the file that a child process saves to over and over.
const CHILD: &str = "COUNTYLENS_TEST_SAVES_TO";
const KILLS: usize = 32;

/// Does nothing unless [`CHILD`] is set, as it is in the processes that the next test starts and kills.
#[test]
fn child_that_saves_over_and_over() {
    let Some(path) = std::env::var_os(CHILD) else { return };
    let projects = [project("甲"), project("乙")];
    for document in projects.iter().cycle() {
        save_project(Path::new(&path), document).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn a_killed_program_leaves_a_project_that_loads() {
    use std::os::unix::process::ExitStatusExt;

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("县.countylens");
    let known = [project("甲"), project("乙"), project("前")];
    save_project(&path, &known[2]).unwrap();
    let mut seed = u64::from(std::process::id());
    for kill in 0..KILLS {
        let before = fs::read(&path).unwrap();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "child_that_saves_over_and_over"])
            .env(CHILD, &path)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        // Kills that come before the first save would prove nothing.
        let start = Instant::now();
        while fs::read(&path).unwrap() == before && start.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(1));
        }
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(Duration::from_micros((seed >> 33) % 20_000));
        child.kill().unwrap();
        assert_eq!(child.wait().unwrap().signal(), Some(9), "it saved until it was killed");

        let found = read_project(&path).unwrap_or_else(|error| panic!("lost after kill {kill}: {error}"));
        assert!(known.contains(&found), "kill {kill}");
        if kill > 0 {
            let backup = read_project(&backup_path(&path)).unwrap_or_else(|error: ProjectError| panic!("{error}"));
            assert!(known.contains(&backup), "kill {kill}");
        }
    }
    let is_temporary = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "tmp");
    let cut_short = fs::read_dir(folder.path()).unwrap().filter(|entry| is_temporary(&entry.as_ref().unwrap().path()));
    let cut_short = cut_short.count();
    let mine = folder.path().join(format!(".县.countylens.{}-1a-0.tmp", std::process::id()));
    let others = [folder.path().join(".县.countylens.tmp"), folder.path().join(".乙.countylens.999999999-1a-0.tmp")];
    for path in others.iter().chain([&mine]) {
        fs::write(path, "").unwrap();
    }
    sweep_leftovers(&path);
    let left: Vec<PathBuf> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).filter(is_temporary).collect();
    assert_eq!(left.len(), 3, "of running programs and of other files only: {left:?}");
    println!("{KILLS} kills, {cut_short} in the middle of a save, 0 projects lost");
}
