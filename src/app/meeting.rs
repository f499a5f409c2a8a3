//! One window for all double clicks: a second start hands its files to the window that is already open.
//!
//! Both meet at a local socket in a folder that only this user can enter; nothing of it leaves the machine.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use egui::{Context, ViewportCommand};
use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericFilePath, GenericNamespaced, ListenerOptions, Name};
use sha2::{Digest, Sha256};

use super::CountyLensApp;
use super::worker::Placement;

/// Longest list of files that is taken, in bytes.
const LONGEST: u64 = 1 << 20;

/// Where windows with the same settings meet.
#[derive(Debug, Clone)]
pub struct Meeting {
    place: PathBuf,
}

impl Meeting {
    /// The meeting place of windows whose settings are in `settings`; `None` where the system has no place for it.
    pub fn of(settings: &Path) -> Option<Self> {
        let hash = Sha256::digest(settings.as_os_str().as_encoded_bytes());
        let name = format!("countylens-{:02x}{:02x}{:02x}{:02x}.sock", hash[0], hash[1], hash[2], hash[3]);
        if cfg!(windows) {
            return Some(Self { place: PathBuf::from(name) });
        }
        let folder = if cfg!(target_os = "macos") {
            std::env::temp_dir()
        } else {
            PathBuf::from(std::env::var_os("XDG_RUNTIME_DIR").filter(|folder| !folder.is_empty())?)
        };
        Some(Self { place: folder.join(name) })
    }

    fn name(&self) -> io::Result<Name<'_>> {
        if cfg!(windows) {
            self.place.as_os_str().to_ns_name::<GenericNamespaced>()
        } else {
            self.place.as_path().to_fs_name::<GenericFilePath>()
        }
    }

    /// Hands `files` to an open window; an error where there is none, or it does not take them.
    pub fn hand_over(&self, files: &[PathBuf]) -> io::Result<()> {
        let files = files.iter().map(std::path::absolute).collect::<io::Result<Vec<_>>>()?;
        let message = serde_json::to_vec(&files)?;
        LocalSocketStream::connect(self.name()?)?.write_all(&message)
    }

    /// Takes in what later starts hand over, and calls `wake` each time; an error where another window does so already.
    pub fn open(&self, wake: impl Fn() + Send + 'static) -> io::Result<Receiver<Vec<PathBuf>>> {
        if LocalSocketStream::connect(self.name()?).is_ok() {
            return Err(io::ErrorKind::AddrInUse.into());
        }
        // A window that was killed leaves its socket behind.
        let listener = ListenerOptions::new().name(self.name()?).try_overwrite(true).create_sync()?;
        let (sender, files) = channel();
        thread::Builder::new().name("meeting".to_owned()).spawn(move || {
            for visitor in listener.incoming() {
                match visitor.and_then(handed) {
                    Ok(files) if files.is_empty() => {}
                    Ok(files) => {
                        if sender.send(files).is_err() {
                            return;
                        }
                        wake();
                    }
                    Err(error) => log::warn!("a second start could not hand over its files: {error}"),
                }
            }
        })?;
        Ok(files)
    }
}

/// What a visitor hands over; nothing where it only looks whether somebody is there.
fn handed(visitor: LocalSocketStream) -> io::Result<Vec<PathBuf>> {
    let mut message = Vec::new();
    visitor.take(LONGEST).read_to_end(&mut message)?;
    if message.is_empty() {
        return Ok(Vec::new());
    }
    Ok(serde_json::from_slice(&message)?)
}

impl CountyLensApp {
    /// From now on takes the files of later starts.
    pub(super) fn wait_for_files(&mut self) {
        let Some(meeting) = self.options.meeting.take() else { return };
        let ctx = self.ctx.clone();
        match meeting.open(move || ctx.request_repaint()) {
            Ok(files) => self.handed = Some(files),
            Err(error) => log::info!("later starts open a window of their own: {error}"),
        }
    }

    /// Opens what a later start has handed over, and comes to the front. An open dialog is answered first.
    pub(super) fn receive_files(&mut self, ctx: &Context) {
        if self.dialog.is_some() {
            return;
        }
        let Some(files) = self.handed.as_ref().and_then(|handed| handed.try_recv().ok()) else { return };
        self.open_files(files, Placement::Any);
        ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
        ctx.send_viewport_cmd(ViewportCommand::Focus);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::time::Duration;

    use super::*;

    const LONG_ENOUGH: Duration = Duration::from_secs(20);

    #[test]
    fn files_reach_the_open_window() {
        let folder = tempfile::tempdir().unwrap();
        let meeting = Meeting { place: folder.path().join("meeting.sock") };
        assert!(meeting.hand_over(&[PathBuf::from("a.txt")]).is_err(), "nobody is there yet");
        let (woke, wakes) = channel();
        let files = meeting.open(move || woke.send(()).unwrap()).unwrap();
        assert!(meeting.open(|| {}).is_err(), "the first window stays the one");
        meeting.hand_over(&[PathBuf::from("临县 2019.txt"), PathBuf::from("/tmp/b.countylens")]).unwrap();
        let taken = files.recv_timeout(LONG_ENOUGH).unwrap();
        assert_eq!(taken, [std::path::absolute("临县 2019.txt").unwrap(), PathBuf::from("/tmp/b.countylens")]);
        wakes.recv_timeout(LONG_ENOUGH).unwrap();
    }

    #[test]
    fn a_window_that_was_killed_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let meeting = Meeting { place: folder.path().join("meeting.sock") };
        let mut left = ListenerOptions::new().name(meeting.name().unwrap()).create_sync().unwrap();
        left.do_not_reclaim_name_on_drop();
        drop(left);
        assert!(meeting.place.exists(), "the test needs what a killed window leaves");
        let files = meeting.open(|| {}).unwrap();
        meeting.hand_over(&[PathBuf::from("/a.txt")]).unwrap();
        assert_eq!(files.recv_timeout(LONG_ENOUGH).unwrap(), [PathBuf::from("/a.txt")]);
    }

    #[test]
    fn what_is_no_list_of_files_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let meeting = Meeting { place: folder.path().join("meeting.sock") };
        let files = meeting.open(|| {}).unwrap();
        LocalSocketStream::connect(meeting.name().unwrap()).unwrap().write_all(b"{\"no\":").unwrap();
        meeting.hand_over(&[PathBuf::from("/a.txt")]).unwrap();
        assert_eq!(files.recv_timeout(LONG_ENOUGH).unwrap(), [PathBuf::from("/a.txt")]);
    }
}
