//! Files dropped on the window: which side they are meant for.

use std::path::PathBuf;
use std::time::Duration;

use egui::{Context, Event, Pos2};

use super::CountyLensApp;
use super::worker::Placement;
use crate::compare::Side;

/// How long to wait for the pointer's place after a drop, in seconds.
///
/// X11, Wayland and Windows tell the window nothing of the pointer while something is dragged from another program; the
/// first movement is told right after the drop.
const PATIENCE_SECONDS: f64 = 0.25;

/// Files that were dropped and wait for the pointer's place.
#[derive(Debug, Default)]
pub(super) struct PendingDrop {
    files: Vec<PathBuf>,
    since_seconds: f64,
}

impl CountyLensApp {
    /// Takes in dropped files, and reads them once it is known, or can no longer be known, where they were dropped.
    pub(super) fn receive_drops(&mut self, ctx: &Context) {
        let (files, time_seconds, pointer) = ctx.input(|input| {
            let files: Vec<_> = input.raw.dropped_files.iter().map(|file| file.path().to_path_buf()).collect();
            (files, input.time, fresh_pointer(&input.events))
        });
        if !files.is_empty() {
            if self.dropped.files.is_empty() {
                self.dropped.since_seconds = time_seconds;
            }
            self.dropped.files.extend(files);
        }
        if self.dropped.files.is_empty() {
            return;
        }
        let waited = time_seconds - self.dropped.since_seconds;
        if pointer.is_none() && waited < PATIENCE_SECONDS && self.dropped.files.len() == 1 {
            ctx.request_repaint_after(Duration::from_secs_f64(PATIENCE_SECONDS - waited + 0.01));
            return;
        }
        let files = std::mem::take(&mut self.dropped).files;
        let middle = ctx.content_rect().center().x;
        let placement = match pointer {
            Some(at) if files.len() == 1 => Placement::On(if at.x < middle { Side::Left } else { Side::Right }),
            _ => Placement::Any,
        };
        self.open_files(files, placement);
    }
}

/// The pointer's place if it was told in this very frame: an older one dates from before the drag.
fn fresh_pointer(events: &[Event]) -> Option<Pos2> {
    events.iter().rev().find_map(|event| match event {
        Event::PointerMoved(at) => Some(*at),
        _ => None,
    })
}
